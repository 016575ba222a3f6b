// Dates of any precision as days: the first and the last that one can mean, good for comparing.

/** "2024-02" → "2024-02-01", "2024" → "2024-01-01"; of a time its day. */
export const firstDay = (date: string): string => `${date.slice(0, 10)}-01-01`.slice(0, 10);

/** "2024-02" → "2024-02-31", "2024" → "2024-12-31"; of a time its day. */
export function lastDay(date: string): string {
  const day = date.slice(0, 10);
  return day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day;
}

interface Dates {
  publishedFrom?: string | null;
  publishedTo: string | null;
}

/** Whether an article counts as of a day, month or year. With an open end its beginning decides; undated it always does. */
export function isPublishedBy({ publishedFrom = null, publishedTo }: Dates, asOf: string): boolean {
  const last = publishedTo ?? publishedFrom;
  return last === null || lastDay(last) <= lastDay(asOf);
}

/** Whether the one was surely published on a later day than the other; never where an end that matters is open. */
export function isSurelyLater(one: Required<Dates>, other: Required<Dates>): boolean {
  const { publishedFrom } = one;
  const { publishedTo } = other;
  return publishedFrom !== null && publishedTo !== null && firstDay(publishedFrom) > lastDay(publishedTo);
}
