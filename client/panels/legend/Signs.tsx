// What lines, outlines, marks and badges mean whatever colours are chosen.
import { isForeign } from '../../state/data.ts';
import { palette } from '../../state/theme.ts';
import { canvas } from '../../state/view.ts';
import { BadgeMeaning, PinnedSign } from '../../ui/LegendSigns.tsx';
import { Standings } from '../../ui/Standings.tsx';

export function Signs() {
  const pinned = canvas.value.pins.size > 0;
  if (isForeign.value)
    return (
      <div class="facet-group legend-signs">
        {pinned && (
          <ul aria-label="Signs">
            <PinnedSign />
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
        {pinned && <PinnedSign />}
      </ul>
      <p class="rail-note">
        <BadgeMeaning />
      </p>
    </details>
  );
}
