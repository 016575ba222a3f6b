// Evidence for tests: articles that say things, with what is not given filled in; what they point to is made up.
import { indexEvidence, originsOf } from '../../../server/provenance/origins.ts';
import type {
  Evidence,
  EvidenceArticle,
  EvidenceAssertion,
  EvidenceClaim,
  EvidenceSource,
  Testimony,
  ToldOfArticle,
} from '../../../server/schema/evidence.ts';

/** A short name is enough in tests: "a" is an article, "x" a source, "p" with kind named the person p. */
export interface ArticleInput extends Partial<Omit<EvidenceArticle, 'article'>> {
  /** The day of publication, for both its ends. */
  on?: string;
  says?: Partial<EvidenceAssertion>[];
}
export interface EvidenceInput {
  articles: Readonly<Record<string, ArticleInput>>;
  sources?: Readonly<Record<string, Partial<EvidenceSource>>>;
  claims?: Readonly<Record<string, Partial<EvidenceClaim>>>;
  told?: ToldInput;
}
/** What documents tell beside what they say; every held article is a document. */
export interface ToldInput {
  /** By article: what the documents of others say of it. */
  articles?: Readonly<Record<string, readonly Partial<ToldOfArticle>[]>>;
  /** By article: whose documents say that it is of its outlet. */
  outlets?: Readonly<Record<string, readonly string[]>>;
  /** By outlet: the owner that each document gives it. */
  owners?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** "MEMBER_OF one four": whose documents state it. */
  links?: Readonly<Record<string, readonly string[]>>;
}

export const claimRow = (claim: string, more: Partial<EvidenceClaim> = {}): EvidenceClaim => ({
  claim,
  questionKey: 'question:q',
  kind: 'stance',
  stance: 'opposes',
  scope: 'self',
  quantifier: null,
  number: null,
  of: null,
  text: `The text of ${claim}`,
  holder: 'country:hu',
  target: 'plan:x',
  includes: [],
  ...more,
});

export const articleRow = (
  article: string,
  { on = undefined, says: _, ...more }: ArticleInput = {},
): EvidenceArticle => ({
  article,
  title: null,
  outlet: null,
  owner: null,
  reliability: null,
  held: true,
  publishedFrom: on ?? null,
  publishedTo: on ?? null,
  revisedBy: [],
  retractedBy: [],
  correctedBy: [],
  republishes: [],
  ...more,
});

export const sourceRow = (source: string, more: Partial<EvidenceSource> = {}): EvidenceSource => ({
  source,
  kind: 'anonymous',
  minCount: 1,
  reliability: null,
  memberOf: [],
  sameAs: [],
  identifiedAs: [],
  ...more,
});

export const assertionRow = (
  assertion: string,
  article: string,
  more: Partial<EvidenceAssertion> = {},
): EvidenceAssertion => ({
  assertion,
  article,
  claim: 'c',
  mode: 'asserts',
  modality: 'now',
  review: 'accepted',
  channel: 'unknown',
  wording: null,
  from: null,
  to: null,
  reconstructed: (more.knownFrom ?? []).length > 0,
  credibility: null,
  sources: [],
  relays: [],
  knownFrom: [],
  quotes: [],
  speakers: [],
  disputes: [],
  ...more,
});

const byKey = <T extends { by: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.by < b.by ? -1 : 1));

export function testimony(articles: Evidence['articles'], told: ToldInput): Testimony {
  const nothing = { by: '', title: null, publishedFrom: null, publishedTo: null };
  const maps = <T, R>(of: Readonly<Record<string, T>> | undefined, make: (value: T, key: string) => R) =>
    new Map(Object.entries(of ?? {}).map(([key, value]) => [key, make(value, key)]));
  return {
    articles,
    ofArticles: maps(told.articles, (said, article) => byKey(said.map((one) => ({ ...nothing, article, ...one })))),
    outlets: maps(told.outlets, (by) => by),
    owners: maps(told.owners, (owners, outlet) =>
      byKey(Object.entries(owners).map(([by, owner]) => ({ outlet, by, owner }))),
    ),
    links: maps(told.links, (by) => by),
  };
}

/** An article's assertions are named after it: "a", "a2", "a3" … An article that is only pointed to is a stub. */
export function evidence({ articles, sources = {}, claims = {}, told }: EvidenceInput): Evidence {
  const assertions = Object.entries(articles).flatMap(([article, { says = [] }]) =>
    says.map((more, at) => assertionRow(at === 0 ? article : `${article}${at + 1}`, article, more)),
  );
  const rows = new Map(Object.entries(articles).map(([key, input]) => [key, articleRow(key, input)]));
  const pointed = [...rows.values()].flatMap(({ republishes }) => republishes);
  for (const key of [...pointed, ...assertions.flatMap(({ relays }) => relays)]) {
    if (!rows.has(key)) rows.set(key, articleRow(key, { held: false }));
  }
  const sourceRows = new Map(Object.entries(sources).map(([key, more]) => [key, sourceRow(key, more)]));
  for (const key of assertions.flatMap(({ sources: named }) => named)) {
    if (!sourceRows.has(key)) sourceRows.set(key, sourceRow(key));
  }
  const named = new Set([...Object.keys(claims), ...assertions.map(({ claim }) => claim)]);
  return {
    articles: rows,
    sources: sourceRows,
    claims: new Map([...named].map((key) => [key, claimRow(key, claims[key])])),
    quotes: new Map(),
    assertions: assertions.sort((a, b) => (a.assertion < b.assertion ? -1 : 1)),
    ...(told === undefined ? {} : { told: testimony(rows, told) }),
  };
}

export const asserted = { claim: 'c', mode: 'asserts', modality: null } as const;

/** The origins of the assertions of claim "c". */
export const origins = (of: Evidence) => originsOf(indexEvidence(of), [asserted]);

/** As the badge shows it: "1–2". */
export function badge(of: Evidence): string {
  const { min, max } = origins(of);
  return `${min}–${max}`;
}
