// One order for every answer, the same on both engines: by code units, never by locale.

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts a copy by the texts that `of` gives, the first that differs deciding. */
export function sortedBy<T>(items: readonly T[], of: (item: T) => readonly string[]): T[] {
  return items
    .map((item) => ({ item, texts: of(item) }))
    .sort((a, b) => {
      for (const [index, text] of a.texts.entries()) {
        const order = compare(text, b.texts[index] ?? '');
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ item }) => item);
}

export function groupBy<T>(items: readonly T[], of: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = of(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Each text once, sorted. */
export function distinct(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(compare);
}

/** Whole numbers from 0 as texts that sort as they do. */
export const ascending = (number: number): string => String(number).padStart(16, '0');
/** … and the other way round. */
export const descending = (number: number): string => ascending(Number.MAX_SAFE_INTEGER - number);
