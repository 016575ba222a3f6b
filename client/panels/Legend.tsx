// The legend: what lines, marks and widths on the canvas mean.
import { stanceMark } from '../graph/encode.ts';
import { isForeign } from '../state/data.ts';
import { stances, stanceTitle } from '../text/words.ts';

const Line = ({ kind }: { kind: string }) => (
  <svg class={`legend-line line-${kind}`} viewBox="0 0 44 12" width="40" height="11" aria-hidden="true">
    <path class="stroke" d={kind === 'quotes' || kind === 'relation' ? 'M1 6h42' : 'M1 6h35'} />
    {kind !== 'quotes' && kind !== 'relation' && <path class="fill" d="M34 2 43 6 34 10Z" />}
    {kind === 'relation' && <path class="fill" d="M37 3 43 6 37 9Z" />}
  </svg>
);

export function Legend() {
  if (isForeign.value) return null;
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
        <li>
          <Line kind="cites" /> Outlet cites outlet
        </li>
        <li>
          <span class="legend-sign">
            <Line kind="quotes" />
            <span class="legend-mark plain" aria-hidden="true">
              ”
            </span>
          </span>{' '}
          Outlet quotes actor
        </li>
        <li>
          <Line kind="relation" /> Stated relation
        </li>
      </ul>
      <p class="rail-note">A wider line: more articles say so, 1 to 5 and more.</p>
    </details>
  );
}
