// The legend: what lines, marks, widths and badges on the canvas mean.
import { stanceMark } from '../graph/encode.ts';
import { isForeign } from '../state/data.ts';
import { canvas } from '../state/view.ts';
import { stances, stanceTitle } from '../text/words.ts';

/** A line as the canvas draws it: its strokes, and its arrow unless it has none. */
const Line = ({ kind, strokes = ['M1 6h35'], arrow = true }: { kind: string; strokes?: string[]; arrow?: boolean }) => (
  <svg class={`legend-line line-${kind}`} viewBox="0 0 44 12" width="40" height="11" aria-hidden="true">
    {strokes.map((d, index) => (
      <path key={d} class={index === 0 ? 'stroke' : 'stroke side'} d={d} />
    ))}
    {arrow && <path class="fill" d="M35 2 43 6 35 10Z" />}
  </svg>
);

const standings = [
  {
    kind: 'wide',
    strokes: ['M1 6h35'],
    text: 'Wider: on more origins',
  },
  {
    kind: 'outlined',
    strokes: ['M1 6h35', 'M1 2.500h34', 'M1 9.500h34'],
    text: 'Fewest and most differ',
  },
  { kind: 'double', strokes: ['M1 4h35', 'M1 8h35'], text: 'Contested by other reports' },
  { kind: 'withdrawn', strokes: ['M1 6h35'], text: 'Support withdrawn' },
] as const;

const Pinned = () => (
  <li>
    <svg class="legend-line" viewBox="0 0 44 12" width="40" height="11" aria-hidden="true">
      <circle class="legend-pinned" cx="22" cy="6" r="3.500" />
    </svg>{' '}
    Put there by hand: pinned
  </li>
);

/** Of somebody else's database: each label stands with its mark in the filters above. */
const PlainLegend = () => (
  <details class="legend facet-group" open>
    <summary>Legend</summary>
    <ul>
      <li>
        <Line kind="relation" /> Relation, from its start
      </li>
      {canvas.value.pins.size > 0 && <Pinned />}
    </ul>
    <p class="rail-note">
      Colour and shape tell a node’s label, as above; of several the rarest. Larger: more relations on the canvas.
    </p>
  </details>
);

export function Legend() {
  if (isForeign.value) return <PlainLegend />;
  return (
    <details class="legend facet-group" open>
      <summary>Legend</summary>
      <ul>
        {stances.map((stance) => (
          <li key={stance}>
            <span class="legend-sign">
              <Line kind={stance} />
              <span class={`legend-mark stance-${stance}`} aria-hidden="true">
                {stanceMark[stance]}
              </span>
            </span>
            {stanceTitle(stance)}
          </li>
        ))}
        {standings.map(({ kind, strokes, text }) => (
          <li key={kind}>
            <Line kind={kind} strokes={[...strokes]} /> {text}
          </li>
        ))}
        <li>
          <Line kind="cites" /> Outlet cites outlet
        </li>
        <li>
          <span class="legend-sign">
            <Line kind="quotes" strokes={['M1 6h42']} arrow={false} />
            <span class="legend-mark plain" aria-hidden="true">
              ”
            </span>
          </span>{' '}
          Outlet quotes actor
        </li>
        <li>
          <Line kind="relation" /> Stated relation, not derived
        </li>
        {canvas.value.pins.size > 0 && <Pinned />}
      </ul>
      <p class="rail-note">
        <span class="origin-badge uncertain">1–2</span> on so many independent origins, fewest to most.
      </p>
    </details>
  );
}
