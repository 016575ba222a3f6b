// The day from which an article counts, as a day of the calendar.
import type { EvidenceArticle } from '../schema/evidence.ts';

/** The last day of its publication, as the filter by day takes it: "2024-02" → "2024-02-29"; null where it has no date. */
export function dayOf(article: Pick<EvidenceArticle, 'publishedFrom' | 'publishedTo'> | undefined): string | null {
  const date = article?.publishedTo ?? article?.publishedFrom ?? null;
  if (date === null || date.length >= 10) return date?.slice(0, 10) ?? null;
  const [year = 0, month = 12] = date.split('-').map(Number);
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.toISOString().slice(0, 10);
}
