// What lines, outlines, marks and badges mean whatever colours are chosen.
import type { EdgeStyle } from '../../graph/encode.ts';
import { isForeign } from '../../state/data.ts';
import { palette } from '../../state/theme.ts';
import { canvas } from '../../state/view.ts';
import { Line } from './Line.tsx';

const plain = { size: 1.2, dash: [1, 0], arrow: true, double: false, outline: false, mark: '' } as const;
const standings: readonly { text: string; of: Partial<EdgeStyle> }[] = [
  { text: 'Wider: on more origins', of: { size: 4 } },
  { text: 'Fewest and most differ', of: { outline: true } },
  { text: 'Contested by other reports', of: { double: true } },
  { text: 'Support withdrawn', of: { size: 1, dash: [3, 5] } },
];

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
        {standings.map(({ text, of }) => (
          <li key={text}>
            <Line of={{ ...plain, color: palette.value.relation, ...of }} />
            {text}
          </li>
        ))}
        {pinned && <Pinned />}
      </ul>
      <p class="rail-note">
        <span class="origin-badge uncertain">1–2</span> on so many independent origins, fewest to most.
      </p>
    </details>
  );
}
