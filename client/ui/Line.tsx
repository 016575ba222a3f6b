// A line as the canvas draws it, for legends.
import type { EdgeStyle } from '../graph/encode.ts';

type Drawn = Pick<EdgeStyle, 'color' | 'size' | 'dash' | 'arrow' | 'double' | 'outline' | 'mark'>;

const across = (y: number, arrow: boolean): string => `M1 ${y}h${arrow ? 35 : 42}`;

/** Its strokes, its arrow unless it has none, and its mark. */
export function Line({ of: { color, size, dash, arrow, double, outline, mark } }: { of: Drawn }) {
  const ys = double ? [4, 8] : [6];
  return (
    <svg class="legend-line" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true">
      {ys.map((y) => (
        <path
          key={y}
          d={across(y, arrow)}
          fill="none"
          stroke={color}
          stroke-width={double ? 1.5 : Math.min(6, size)}
          stroke-dasharray={dash[1] === 0 ? undefined : dash.join(' ')}
        />
      ))}
      {outline &&
        [2, 10].map((y) => (
          <path key={y} d={across(y, arrow)} fill="none" stroke={color} stroke-width={1} stroke-dasharray="3 2" />
        ))}
      {arrow && <path d="M35 2 43 6 35 10Z" fill={color} />}
      {mark !== '' && (
        <>
          <circle class="legend-gap" cx="18" cy="6" r="6" />
          <text x="18" y={mark === '”' ? 14 : 10.5} fill={color}>
            {mark}
          </text>
        </>
      )}
    </svg>
  );
}
