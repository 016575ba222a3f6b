// Splits long lists for the statements: a batch is one call to the engine.
export const batchSize = 1000;

export function batches<T>(items: readonly T[], size = batchSize): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}

/** Runs the reads of all batches one after the other and joins their rows. */
export async function inBatches<T, R>(items: readonly T[], read: (batch: T[]) => Promise<R[]>): Promise<R[]> {
  const rows: R[] = [];
  for (const batch of batches(items)) rows.push(...(await read(batch)));
  return rows;
}

/** The items by what `of` says of each, in the order in which they come. */
export function groupBy<T, K>(items: readonly T[], of: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(of(item));
    if (group === undefined) groups.set(of(item), [item]);
    else group.push(item);
  }
  return groups;
}
