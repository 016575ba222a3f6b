// Which articles are at hand under a filter, and what is known of the others then: only what one that is at hand tells.
import {
  type EvidenceArticle,
  linkName,
  type PlainArticle,
  type Reliability,
  type Testimony,
  type ToldOfArticle,
} from '../schema/evidence.ts';
import { isPublishedBy } from './days.ts';

export interface ArticleFilter {
  /** A day, month or year: articles published after its end are not at hand; an undated one always is. */
  asOf?: string | undefined;
  /** Keys of held articles, such as those of a case: others are not at hand. */
  only?: ReadonlySet<string> | undefined;
  /** Keys of articles and outlets to take away, among others. */
  without?: readonly string[] | undefined;
  /** Outlets graded worse are taken away; one that is not graded, or F, stays. */
  reliability?: Exclude<Reliability, 'F'> | undefined;
}

export interface AtHand {
  /** Whether the article counts by itself: it is there by then, or known from one that is, and is not taken away. */
  passes(article: string): boolean;
  /** Whether it is there by then, or known from one that is, taken away or not. */
  isAtHand(article: string): boolean;
  /** Whether it is taken away: by its key, or by its outlet's key or grade. */
  isTaken(article: string): boolean;
  /** The article as those left describe it; the same object where they know all. */
  known<A extends PlainArticle>(row: A): A;
  /** Whether one of those left states the link; one that nobody states is there by itself. */
  states(type: string, source: string, target: string): boolean;
}

/** Whether a grade is worse than asked for; what is not graded, or F, is not. */
export const isWorse = (grade: Reliability | null | undefined, worst: Reliability | undefined): boolean =>
  worst !== undefined && grade != null && grade !== 'F' && grade > worst;

type Dates = Pick<PlainArticle, 'publishedFrom' | 'publishedTo'>;
const isSame = (a: Dates, b: Dates): boolean => a.publishedFrom === b.publishedFrom && a.publishedTo === b.publishedTo;

/**
 * What is stored while one of the documents says it, else what the first of them says: as it would be stored if the
 * others were taken out.
 */
function toldValue<T>(current: T | null, said: readonly T[], same: (a: T, b: T) => boolean): T | null {
  const first = said[0] ?? null;
  return current !== null && said.some((one) => same(one, current)) ? current : first;
}

/** What is known of articles and links where only these documents are read. */
function knowledge(told: Testimony, isRead: (document: string) => boolean): Pick<AtHand, 'known' | 'states'> {
  const saidOf = (article: string): readonly ToldOfArticle[] =>
    (told.ofArticles.get(article) ?? []).filter(({ by }) => isRead(by));
  const ownerOf = (outlet: string, current: string | null): string | null => {
    const said = told.owners.get(outlet);
    if (said === undefined) return current;
    const left = said.filter(({ by }) => isRead(by)).map(({ owner }) => owner);
    return toldValue(current, left, (a, b) => a === b);
  };
  /** What only its own document says of a held article is not known where that is not read. */
  const described = (row: PlainArticle): Dates & Pick<PlainArticle, 'title'> => {
    if (row.held && isRead(row.article)) return row;
    const said = saidOf(row.article);
    const dates = toldValue<Dates>(
      row.held ? null : row,
      said.filter(({ publishedFrom, publishedTo }) => publishedFrom !== null || publishedTo !== null),
      isSame,
    );
    const titles = said.flatMap(({ title }) => title ?? []);
    return {
      title: toldValue(row.held ? null : row.title, titles, (a, b) => a === b),
      publishedFrom: dates?.publishedFrom ?? null,
      publishedTo: dates?.publishedTo ?? null,
    };
  };
  return {
    known(row) {
      const by = told.outlets.get(row.article);
      const outlet = by === undefined || by.some(isRead) ? row.outlet : null;
      const owner = outlet === null ? null : ownerOf(outlet, row.owner);
      const { title, publishedFrom, publishedTo } = described(row);
      const isAll = outlet === row.outlet && owner === row.owner && title === row.title;
      if (isAll && isSame(row, { publishedFrom, publishedTo })) return row;
      const reliability = outlet === null ? null : row.reliability;
      return { ...row, outlet, owner, reliability, title, publishedFrom, publishedTo };
    },
    states(type, source, target) {
      const by = told.links.get(linkName(type, source, target));
      return by === undefined || by.some(isRead);
    },
  };
}

const allKnown: Pick<AtHand, 'known' | 'states'> = { known: (row) => row, states: () => true };

/** Asks once for each key. */
function once(of: (key: string) => boolean): (key: string) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = of(key);
    known.set(key, value);
    return value;
  };
}

interface Articles {
  readonly articles: ReadonlyMap<string, EvidenceArticle>;
  readonly told?: Testimony;
}

/**
 * What the filter leaves of the articles, in three steps. By its own dates and the case an article that is held is read
 * or not. What those that are read tell says what is known of all others, their dates included, and which of these
 * there are. By that the filter takes away; what only one that is taken away tells is not known either.
 */
export function atHandUnder(filter: ArticleFilter, { articles, told }: Articles): AtHand {
  const { asOf, only, without = [], reliability } = filter;
  const rows: ReadonlyMap<string, PlainArticle> = told?.articles ?? articles;
  const inTime = (row: Dates): boolean => asOf === undefined || isPublishedBy(row, asOf);
  const isRead = once((key) => {
    const row = rows.get(key);
    return row?.held === true && inTime(row) && (only === undefined || only.has(key));
  });
  const read = told === undefined ? allKnown : knowledge(told, isRead);
  const isKnown = (key: string): boolean => {
    const said = told?.ofArticles.get(key);
    return said === undefined || said.some(({ by }) => isRead(by));
  };
  const isAtHand = once((key) => {
    const row = rows.get(key);
    if (row === undefined) return told === undefined;
    return row.held ? isRead(key) : isKnown(key) && inTime(read.known(row));
  });
  const keys = new Set(without);
  const isTaken = once((key) => {
    const row = rows.get(key);
    if (row === undefined || keys.has(key)) return keys.has(key);
    const { outlet, reliability: grade } = read.known(row);
    return (outlet !== null && keys.has(outlet)) || isWorse(grade, reliability);
  });
  const takes = keys.size > 0 || reliability !== undefined;
  const left = told === undefined || !takes ? read : knowledge(told, (key) => isRead(key) && !isTaken(key));
  return {
    isAtHand,
    isTaken,
    passes: (key) => !isTaken(key) && isAtHand(key),
    known: left.known,
    states: left.states,
  };
}
