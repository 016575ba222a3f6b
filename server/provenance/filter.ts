// The evidence filter: what remains when only articles up to a day count, or some articles, outlets or sources do not.
import type { EvidenceArticle, EvidenceRow } from '../schema/evidence.ts';

export interface EvidenceFilter {
  /** A day, month or year: articles published after its end do not count; an undated one always does. */
  asOf?: string | undefined;
  /** Keys of articles, outlets and sources that do not count. */
  without?: readonly string[] | undefined;
}

/** The last day that a date of any precision can mean: "2024-02" → "2024-02-31", good for comparing. */
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

/** The article without the revisions that do not count: one that is left out, or too late, takes nobody's place. */
function keepNewer<T extends EvidenceArticle>(article: T, counts: (newer: T['newer'][number]) => boolean): T {
  const newer = article.newer.filter(counts);
  return newer.length === article.newer.length ? article : { ...article, newer };
}

/** The row as it stands with only the articles and revisions for which the two hold, or null when none is left. */
function keepArticles(
  row: EvidenceRow,
  counts: (article: EvidenceArticle) => boolean,
  newerCounts: (newer: EvidenceArticle['newer'][number]) => boolean,
): EvidenceRow | null {
  if (!row.reconstructed) return counts(row) ? keepNewer(row, newerCounts) : null;
  const shown = row.knownFrom.filter(counts);
  if (shown.length === 0) return null;
  const knownFrom = shown.map((article) => keepNewer(article, newerCounts));
  const isSame = knownFrom.length === row.knownFrom.length && knownFrom.every((one, at) => one === row.knownFrom[at]);
  return isSame ? row : { ...row, knownFrom };
}

/** The row without the links that are gone, or null when nothing is left of its sources or of its relays. */
function keepLinks(
  row: EvidenceRow,
  source: (key: string) => boolean,
  relayed: (link: { article: string; outlet: string | null }) => boolean,
): EvidenceRow | null {
  const sources = row.sources.filter(source);
  const relays = row.relays.filter(relayed);
  // An assertion's links are a chain in series (what the relayed article has from the source): losing either breaks it.
  if (row.sources.length > 0 && sources.length === 0) return null;
  if (row.relays.length > 0 && relays.length === 0) return null;
  return sources.length === row.sources.length && relays.length === row.relays.length
    ? row
    : { ...row, sources, relays };
}

const isRow = (row: EvidenceRow | null): row is EvidenceRow => row !== null;
const place = (row: { article: string }, claim: string): string => `${row.article} ${claim}`;

function leaveOut(rows: readonly EvidenceRow[], without: ReadonlySet<string>): EvidenceRow[] {
  const stays = (article: { article: string; outlet: string | null }): boolean =>
    !without.has(article.article) && !(article.outlet !== null && without.has(article.outlet));
  let kept = rows
    .filter(stays)
    .map((row) => keepArticles(row, stays, (newer) => !without.has(newer.article)))
    .filter(isRow);
  // Articles whose word on a claim rested on what is left out: once they say it no more, it is as if they were left out.
  const broken = new Set<string>();
  for (;;) {
    const says = new Set(kept.map((row) => place(row, row.claim)));
    const silent = (article: string, claim: string): boolean => {
      const there = place({ article }, claim);
      return broken.has(there) && !says.has(there);
    };
    let changed = false;
    const next: EvidenceRow[] = [];
    for (const row of kept) {
      const left = keepLinks(
        row,
        (key) => !without.has(key),
        (link) => stays(link) && !silent(link.article, row.claim),
      );
      if (left !== row) changed = true;
      if (left === null) broken.add(place(row, row.claim));
      else next.push(left);
    }
    kept = next;
    if (!changed) return kept;
  }
}

/**
 * The assertions that count under the filter, with only the links that count. `asOf` compares `publishedTo`. With
 * `without`, an assertion goes when its article or outlet is left out, all its sources are, or all it relays is.
 */
export function filterEvidence(rows: readonly EvidenceRow[], { asOf, without = [] }: EvidenceFilter): EvidenceRow[] {
  const kept = without.length === 0 ? [...rows] : leaveOut(rows, new Set(without));
  if (asOf === undefined) return kept;
  const published = (article: Dates): boolean => isPublishedBy(article, asOf);
  return kept.map((row) => keepArticles(row, published, published)).filter(isRow);
}
