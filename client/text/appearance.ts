// What sizes and colours of nodes tell, in sentences, for the legends of exports.
import type { ColourBy, SizeBy } from '../graph/appearance.ts';

const larger: Readonly<Record<SizeBy, string>> = {
  usual: '',
  degree: 'Larger: more relations.',
  pagerank: 'Larger: a higher PageRank.',
  betweenness: 'Larger: a higher betweenness.',
};

interface Told {
  size: SizeBy;
  colour: ColourBy;
  /** Of another model, whose nodes have no usual sizes of their own. */
  foreign: boolean;
}

/** A sentence for each of size and colour that tells something beside the type. */
export function appearanceSentences({ size, colour, foreign }: Told): string[] {
  const sizes = size === 'usual' && foreign ? larger.degree : larger[size];
  const colours =
    colour === 'type'
      ? ''
      : `Nodes of one colour are one ${colour}, and the ${foreign ? 'label' : 'type'} shows in the shape alone.`;
  return [sizes, colours].filter((one) => one !== '');
}
