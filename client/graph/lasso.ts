// Which points lie within a line drawn by hand.
import type { Point } from './build.ts';

/**
 * The keys of the places inside a closed polygon, by the even-odd rule: where the line crosses itself, what it runs
 * around twice is outside. Fewer than three corners hold nothing.
 */
export function inside(places: Iterable<readonly [string, Point]>, polygon: readonly Point[]): string[] {
  if (polygon.length < 3) return [];
  const found: string[] = [];
  for (const [key, { x, y }] of places) {
    let within = false;
    polygon.forEach((a, index) => {
      const b = polygon[(index + 1) % polygon.length] as Point;
      const crosses = a.y > y !== b.y > y;
      if (crosses && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
    });
    if (within) found.push(key);
  }
  return found;
}
