// The legend of an exported page: the types that are in it with their signs, and what sizes, colours and lines tell.
import type { SizeBy } from '../graph/appearance.ts';
import { encodeEdge } from '../graph/encode.ts';
import { palettes } from '../graph/palette.ts';
import { formatNumber, sentenceCase } from '../text/format.ts';
import { relationTypesOf, typesOf } from '../text/shown-types.ts';
import { relationWords } from '../text/words.ts';
import { Line } from '../ui/Line.tsx';
import { Standings } from '../ui/Standings.tsx';
import { data, style } from './data.ts';
import { theme } from './state.ts';
import { TypeMark } from './TypeMark.tsx';

const types = typesOf(data.nodes);
const relations = relationTypesOf(data.edges);

const larger: Readonly<Record<SizeBy, string>> = {
  usual: '',
  degree: 'Larger: more relations.',
  pagerank: 'Larger: a higher PageRank.',
  betweenness: 'Larger: a higher betweenness.',
};

/** What sizes and colours tell beside the type. */
function told(): string {
  const { size, colour, foreign } = data.about;
  const sizes = size === 'usual' && foreign ? larger.degree : larger[size];
  const colours =
    colour === 'type' ? '' : `Nodes of one colour are one ${colour}, and the type shows in the shape alone.`;
  return [sizes, colours].filter((one) => one !== '').join(' ');
}

export function Legend() {
  const palette = palettes[theme.value];
  return (
    <section class="viewer-legend" aria-label="Legend">
      <h3>{data.about.foreign ? 'Labels' : 'Types'}</h3>
      <ul aria-label={data.about.foreign ? 'Labels' : 'Types'}>
        {types.map(({ type, count }) => (
          <li key={type}>
            <span class="legend-sign">
              <TypeMark type={type} />
            </span>
            <span>{type}</span>
            <span class="tally">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {told() !== '' && <p class="muted">{told()}</p>}
      {relations.length > 0 && (
        <>
          <h3>Relations</h3>
          <ul aria-label="Relations">
            {relations.map(({ type, count, sample }) => (
              <li key={type}>
                <Line of={encodeEdge(sample, palette, 0, style)} />
                <span>{sentenceCase(relationWords(type))}</span>
                <span class="tally">{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {!data.about.foreign && (
        <>
          <h3>Lines and signs</h3>
          <ul aria-label="Lines and signs">
            <Standings color={palette.relation} />
          </ul>
        </>
      )}
    </section>
  );
}
