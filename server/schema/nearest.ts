// The names closest to a mistyped one, for "did you mean".
import { distance } from './distance.ts';

/** So many of what there is are named where something is not found. */
export const nearestCount = 5;

/** Up to `limit` of the names that differ from `name` in at most two fifths of its letters, closest first. */
export function nearest(name: string, names: readonly string[], limit: number): string[] {
  const most = Math.max(2, Math.floor(name.length * 0.4));
  return names
    .filter((other) => Math.abs(other.length - name.length) <= most)
    .map((other) => ({ other, far: distance(name, other) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1))
    .slice(0, limit)
    .map(({ other }) => other);
}
