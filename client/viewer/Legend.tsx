// The legend of an exported page: the types that are in it with their signs, and what sizes, colours and lines tell.
import { encodeEdge } from '../graph/encode.ts';
import { palettes } from '../graph/palette.ts';
import { tellsOrigins } from '../graph/style.ts';
import { appearanceSentences } from '../text/appearance.ts';
import { formatNumber, sentenceCase } from '../text/format.ts';
import { relationTypesOf, typesOf } from '../text/shown-types.ts';
import { relationWords } from '../text/words.ts';
import { BadgeMeaning, PinnedSign } from '../ui/LegendSigns.tsx';
import { Line } from '../ui/Line.tsx';
import { Standings } from '../ui/Standings.tsx';
import { data, style } from './data.ts';
import { theme } from './state.ts';
import { TypeMark } from './TypeMark.tsx';

const types = typesOf(data.nodes);
const relations = relationTypesOf(data.edges);

const hasPins = data.nodes.some(({ pinned }) => pinned);
const hasBadges = data.edges.some((edge) =>
  tellsOrigins(edge, style, encodeEdge(edge, palettes.light, 0, style).badge),
);
const told = appearanceSentences(data.about).join(' ');

export function Legend() {
  const palette = palettes[theme.value];
  return (
    <section class="viewer-legend" aria-label="Legend">
      <h3>{data.about.foreign ? 'Labels' : 'Types'}</h3>
      <ul aria-label={data.about.foreign ? 'Labels' : 'Types'}>
        {types.map(({ type, count }) => (
          <li key={type}>
            <span class="legend-sign">
              <TypeMark type={type} grey={data.about.colour !== 'type'} />
            </span>
            <span>{type}</span>
            <span class="tally">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {told !== '' && <p class="muted">{told}</p>}
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
      {(hasPins || !data.about.foreign) && (
        <>
          <h3>Lines and signs</h3>
          <ul aria-label="Lines and signs">
            {!data.about.foreign && <Standings color={palette.relation} />}
            {hasPins && <PinnedSign />}
          </ul>
          {hasBadges && (
            <p class="muted">
              <BadgeMeaning />
            </p>
          )}
        </>
      )}
    </section>
  );
}
