// Sorting and paging of table rows, apart from how they are drawn.

export interface Sort {
  column: string;
  descending: boolean;
}

/** The keys of the rows between two, both included, in the order of the rows; one that is not there is the other. */
export function rangeOf(keys: readonly string[], from: string, to: string): string[] {
  const ends = [keys.indexOf(from), keys.indexOf(to)].filter((index) => index >= 0);
  return ends.length === 0 ? [] : keys.slice(Math.min(...ends), Math.max(...ends) + 1);
}

export const pageSize = 100;

/** The rows sorted by a value, then by key; rows without the value come last in either direction. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => string | number | undefined,
  keyOf: (row: Row) => string,
  descending: boolean,
): Row[] {
  const comparable = (row: Row) => {
    const of = value(row);
    return typeof of === 'string' ? of.toLowerCase() : of;
  };
  const keyed = rows.map((row) => ({ row, value: comparable(row), key: keyOf(row) }));
  keyed.sort((a, b) => {
    const byKey = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    if (a.value === b.value) return byKey;
    if (a.value === undefined) return 1;
    if (b.value === undefined) return -1;
    return (a.value < b.value ? -1 : 1) * (descending ? -1 : 1);
  });
  return keyed.map(({ row }) => row);
}

/** What a click on a header does: turns the order of the sorted column, or sorts by another, numbers from the largest. */
export function turned(sort: Sort, column: string, numeric: boolean): Sort {
  return sort.column === column ? { column, descending: !sort.descending } : { column, descending: numeric };
}

/** The rows of a page, the page itself kept inside what there is, and the index of its first row. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
  size = pageSize,
): { rows: readonly Row[]; page: number; pages: number; first: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const current = Math.min(Math.max(0, page), pages - 1);
  const first = current * size;
  return { rows: rows.slice(first, first + size), page: current, pages, first };
}
