// What lines, outlines, marks and badges mean whatever colours are chosen.
import { isForeign } from '../../state/data.ts';
import { palette } from '../../state/theme.ts';
import { canvas } from '../../state/view.ts';
import { Standings } from '../../ui/Standings.tsx';

const Pinned = () => (
  <li>
    <svg class="legend-line" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true">
      <circle class="legend-pinned" cx="22" cy="6" r="3.500" />
    </svg>
    Put there by hand: pinned
  </li>
);

export function Signs() {
  const pinned = canvas.value.pins.size > 0;
  if (isForeign.value)
    return (
      <div class="facet-group legend-signs">
        {pinned && (
          <ul aria-label="Signs">
            <Pinned />
          </ul>
        )}
        <p class="rail-note">
          Of several labels the rarest counts. Larger: more relations on the canvas. Each line runs from its start.
        </p>
      </div>
    );
  return (
    <details class="facet-group legend-signs" open>
      <summary>Lines and signs</summary>
      <ul aria-label="Signs">
        <Standings color={palette.value.relation} />
        {pinned && <Pinned />}
      </ul>
      <p class="rail-note">
        <span class="origin-badge uncertain">1–2</span> on so many independent origins, fewest to most.
      </p>
    </details>
  );
}
