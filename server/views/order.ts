// One order for every answer, the same on both engines: by code units, never by locale.
import { compare, distinct, groupBy } from '../schema/lists.ts';

export { compare, distinct, groupBy };

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

/** Whole numbers from 0 as texts that sort as they do. */
export const ascending = (number: number): string => String(number).padStart(16, '0');
/** … and the other way round. */
export const descending = (number: number): string => ascending(Number.MAX_SAFE_INTEGER - number);
