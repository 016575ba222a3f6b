// The names closest to a mistyped one, for "did you mean".

/** Levenshtein distance in code units. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

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
