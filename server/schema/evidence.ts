// The evidence as plain data, four tables and the quotes, and the edges derived from it.
import { z } from 'zod';
import { Channel, Modality, Mode, Quantifier, Review, SourceKind, Stance } from './stance.ts';

/** A–F: how far a source or an outlet is trusted (STANAG 2511); F: cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;
/** 1–6: how far a piece of information is confirmed (STANAG 2511); 6: cannot be judged. */
export const Credibility = z.int().min(1).max(6);

const keys = z.array(z.string());

/** An article, held or known only from others; lists of keys in any order, without repeats. */
export const EvidenceArticle = z.strictObject({
  article: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable().describe('null where the report does not name its outlet.'),
  owner: z.string().nullable().describe("The outlet's owner."),
  reliability: Reliability.nullable().describe("The outlet's grade."),
  held: z.boolean(),
  publishedFrom: z.string().nullable(),
  publishedTo: z.string().nullable(),
  revisedBy: keys.describe('Its revisions, those of revisions too: it counts while none of them counts.'),
  retractedBy: keys.describe('Articles that retract it; a retraction counts once the retracting article does.'),
  correctedBy: keys.describe('Articles that correct it: of what it says, what these deny is withdrawn.'),
  republishes: keys.describe('Articles whose text it prints.'),
});
export type EvidenceArticle = z.infer<typeof EvidenceArticle>;

export const EvidenceSource = z.strictObject({
  source: z.string(),
  kind: SourceKind,
  minCount: z.int().min(1).describe('How many people it is at least.'),
  reliability: Reliability.nullable(),
  memberOf: keys.describe('Sources that it is one of.'),
  sameAs: keys.describe('Sources that it is taken to be the same as; stored on one of the two.'),
  identifiedAs: keys.describe('Actors it is known, or taken, to be.'),
});
export type EvidenceSource = z.infer<typeof EvidenceSource>;

export const EvidenceClaim = z.strictObject({
  claim: z.string(),
  questionKey: z.string(),
  kind: z.enum(['stance', 'count', 'statement']),
  stance: Stance.nullable(),
  scope: z.enum(['self', 'members']),
  quantifier: Quantifier.nullable(),
  number: z.int().nullable(),
  of: z.int().nullable(),
  text: z.string(),
  holder: z.string(),
  target: z.string().nullable(),
  includes: keys.describe('Claims that it sums up.'),
});
export type EvidenceClaim = z.infer<typeof EvidenceClaim>;

export const EvidenceAssertion = z.strictObject({
  assertion: z.string(),
  article: z.string(),
  claim: z.string(),
  mode: Mode,
  modality: Modality,
  review: Review,
  channel: Channel,
  wording: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reconstructed: z.boolean(),
  credibility: Credibility.nullable(),
  sources: keys,
  relays: keys.describe('Articles.'),
  knownFrom: keys.describe('For a reconstructed one: the assertions of held articles that show it.'),
  quotes: keys,
  speakers: keys.describe('Actors who spoke the utterances that its quotes render.'),
  disputes: keys.describe('Claims, articles, assertions or quotes.'),
});
export type EvidenceAssertion = z.infer<typeof EvidenceAssertion>;

export const EvidenceQuote = z.strictObject({
  quote: z.string(),
  text: z.string(),
  lang: z.string(),
  article: z.string().describe('The article whose words it is in.'),
  utterance: z.string().nullable(),
  translationOf: keys,
});
export type EvidenceQuote = z.infer<typeof EvidenceQuote>;

/** What is plainly stored of an article, whatever was said in it. */
export const PlainArticle = EvidenceArticle.omit({
  revisedBy: true,
  retractedBy: true,
  correctedBy: true,
  republishes: true,
});
export type PlainArticle = z.infer<typeof PlainArticle>;
/** What the document of one article says of another article. */
export const ToldOfArticle = PlainArticle.pick({
  article: true,
  title: true,
  publishedFrom: true,
  publishedTo: true,
}).extend({
  by: z.string().describe('The article whose document says so.'),
});
export type ToldOfArticle = z.infer<typeof ToldOfArticle>;
/** The owner of an outlet as the document of an article gives it. */
export const ToldOwner = z.strictObject({ outlet: z.string(), by: z.string(), owner: z.string() });
export type ToldOwner = z.infer<typeof ToldOwner>;

/** Which documents state what is known of articles, outlets and sources beside what is said: the keys of their articles. */
export interface Testimony {
  /** Every article there is: one that asserts nothing may still tell of others. */
  readonly articles: ReadonlyMap<string, PlainArticle>;
  /** By article: what the documents of others say of it, in the order of their keys. */
  readonly ofArticles: ReadonlyMap<string, readonly ToldOfArticle[]>;
  /** By article: who says which outlet it is of, its own document too. */
  readonly outlets: ReadonlyMap<string, readonly string[]>;
  /** By outlet: its owner, in the order of who says so. One that an entities document defines is not here: that has no day. */
  readonly owners: ReadonlyMap<string, readonly ToldOwner[]>;
  /** By `linkName`: who states a link that several documents may state. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}
export const linkName = (type: string, source: string, target: string): string => `${type} ${source} ${target}`;

/**
 * What is computed with. It may be a part of what is stored, but is closed: of every claim in it all assertions, and of
 * these every article, source and quote that they point to; what a dispute points to may be missing.
 */
export interface Evidence {
  readonly articles: ReadonlyMap<string, EvidenceArticle>;
  readonly sources: ReadonlyMap<string, EvidenceSource>;
  readonly claims: ReadonlyMap<string, EvidenceClaim>;
  readonly quotes: ReadonlyMap<string, EvidenceQuote>;
  /** Sorted by key. */
  readonly assertions: readonly EvidenceAssertion[];
  /** Only the whole has it, for the filter; without it all is taken as known at all times. */
  readonly told?: Testimony;
}

export const derivedTypes = [
  'OPPOSES',
  'SUPPORTS',
  'NONCOMMITTAL_ON',
  'DEFERS_ON',
  'REPORTS',
  'QUOTES',
  'CITES',
] as const;
export const DerivedType = z.enum(derivedTypes);
export type DerivedType = z.infer<typeof DerivedType>;

/** What a derived edge says of what is under it; `first` and `last` are days, absent where no article is dated. */
export const DerivedProperties = z.strictObject({
  derived: z.literal(true),
  articles: z.int().min(0).describe('Held articles that say so and are not retracted.'),
  outlets: z.int().min(0),
  unnamedOutlets: z.int().min(0),
  sources: z.int().min(0).describe('People, documents and own reporting it rests on, however many origins these are.'),
  originsMin: z.int().min(0),
  originsMax: z.int().min(0).describe('0 where what supported it is withdrawn.'),
  originsByOwner: z.int().min(0).describe('originsMax with the outlets of one owner taken as one.'),
  contested: z.boolean(),
  first: z.string().optional(),
  last: z.string().optional(),
});
export type DerivedProperties = z.infer<typeof DerivedProperties>;
/** Which edge it is: there is at most one of a type from one node to another. */
export const DerivedEdgeId = z.strictObject({ type: DerivedType, source: z.string(), target: z.string() });
export type DerivedEdgeId = z.infer<typeof DerivedEdgeId>;
export const DerivedEdge = z.strictObject({ ...DerivedEdgeId.shape, properties: DerivedProperties });
export type DerivedEdge = z.infer<typeof DerivedEdge>;
