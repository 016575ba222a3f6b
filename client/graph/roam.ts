// Moving over the graph with the arrow keys: which node lies next in a direction.
import type { Point } from './build.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** One step in each direction. */
export const along: Readonly<Record<Direction, Point>> = {
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** The nearest node in that direction, counting sideways distance double; undefined where there is none. y grows upward. */
export function nextNode(
  places: Iterable<readonly [string, Point]>,
  from: Point,
  direction: Direction,
): string | undefined {
  const { x: dx, y: dy } = along[direction];
  let best: { key: string; cost: number } | undefined;
  for (const [key, place] of places) {
    const ahead = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    if (ahead <= 1e-9 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost || (cost === best.cost && key < best.key)) best = { key, cost };
  }
  return best?.key;
}
