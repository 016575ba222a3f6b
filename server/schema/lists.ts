// Small ways with lists that every layer needs: groups, batches, one order.

/** By code units, never by locale: the same on every machine and engine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Each text once, sorted. */
export function distinct(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(compare);
}

/** The items by what `of` says of each, in the order in which they come. */
export function groupBy<T, K>(items: Iterable<T>, of: (item: T) => K): Map<K, T[]> {
  return groupByEach(items, (item) => [of(item)]);
}

/** Puts an item into its group, which is made where there is none. */
export function addTo<T, K>(groups: Map<K, T[]>, name: K, item: T): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [item]);
  else group.push(item);
}

/** The items by each of the several things that `of` names of them. */
export function groupByEach<T, K>(items: Iterable<T>, of: (item: T) => Iterable<K>): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) for (const name of of(item)) addTo(groups, name, item);
  return groups;
}

/** How many rows go to the engine in one call. */
export const batchSize = 1000;

export function batches<T>(items: readonly T[], size = batchSize): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}

/** Runs the reads of all batches one after the other and joins their rows. */
export async function inBatches<T, R>(items: Iterable<T>, read: (batch: T[]) => Promise<R[]>): Promise<R[]> {
  const rows: R[] = [];
  for (const batch of batches([...items])) for (const row of await read(batch)) rows.push(row);
  return rows;
}
