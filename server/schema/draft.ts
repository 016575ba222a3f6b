// A draft: what the rules propose for one article, for a person to accept, change or reject. It is no evidence yet.
import { z } from 'zod';
import { ActorKey, ArticleKey, EntityKey, EntityType, LocalId, OutletKey, TargetKey } from './key.ts';
import { IsoDate, Span } from './span.ts';
import { DateBasis, Modality, Mode, Quantifier, SourceKind, Stance } from './stance.ts';
import { Line, Url, VisibleLine } from './text.ts';

const Words = VisibleLine.max(300);
const Score = z.number().min(0).max(1).describe('How sure the rule is, from 0 to 1; no probability.');

/** Names a proposal for ever: a hash of its kind, its places and its content, so that a decision on it is remembered. */
export const ProposalId = z.string().regex(/^p[0-9a-f]{20}$/);

const common = {
  id: ProposalId,
  span: Span.describe('The words that support it.'),
  score: Score,
  reason: Line.min(1).max(1000).describe('The rules that made it, in words.'),
};

export const DraftCandidate = z.strictObject({
  key: EntityKey,
  type: EntityType,
  name: VisibleLine.max(200),
  score: Score,
  reason: Line.max(300),
});
/** A place that names something. */
export const MentionProposal = z.strictObject({
  kind: z.literal('mention'),
  ...common,
  entity: EntityKey,
  candidates: z.array(DraftCandidate).min(1).max(20),
});
/** Something that the database does not know. */
export const EntityProposal = z.strictObject({
  kind: z.literal('entity'),
  ...common,
  entity: EntityKey,
  type: EntityType,
  name: VisibleLine.max(200),
  aliases: z.array(VisibleLine.max(200)).max(20),
});
/** An article that this one relays. */
export const ArticleProposal = z.strictObject({
  kind: z.literal('article'),
  ...common,
  article: ArticleKey,
  outlet: OutletKey,
  publishedFrom: IsoDate.optional(),
  publishedTo: IsoDate.optional(),
  dateBasis: DateBasis,
  dateNote: Line.max(300).optional(),
  candidates: z
    .array(z.strictObject({ key: ArticleKey, score: Score, reason: Line.max(300) }))
    .max(20)
    .describe('Articles of that outlet that the database has and that may be meant.'),
});
/** Whom the article names as the origin of something. */
export const SourceProposal = z.strictObject({
  kind: z.literal('source'),
  ...common,
  source: LocalId,
  sourceKind: SourceKind,
  actor: ActorKey.optional(),
  descriptor: Words,
  minCount: z.int().min(1).max(100_000),
  spokeTo: ProposalId.optional().describe('The proposed article that it spoke to.'),
  memberOf: ProposalId.optional().describe('The proposed source that it is one of.'),
});
/** Words between quotation marks and who spoke them. */
export const QuoteProposal = z.strictObject({
  kind: z.literal('quote'),
  ...common,
  speaker: ActorKey.optional(),
  speakerSource: ProposalId.optional(),
  saidOn: IsoDate.optional(),
});
const DraftClaim = z.strictObject({
  kind: z.enum(['stance', 'count', 'statement']),
  holder: ActorKey,
  target: TargetKey.optional(),
  stance: Stance.optional(),
  shieldedBy: z.array(ActorKey).max(50).optional(),
  quantifier: Quantifier.optional(),
  number: z.int().min(0).optional(),
  of: z.int().min(1).optional(),
  text: Words,
});
/** One place at which the article makes, denies or questions a claim, and on whose word. */
export const ClaimProposal = z.strictObject({
  kind: z.literal('claim'),
  ...common,
  claim: DraftClaim,
  mode: Mode,
  modality: Modality,
  hedge: Words.optional(),
  wording: Words.optional(),
  relays: z.array(z.strictObject({ article: ProposalId, how: Words, span: Span })).max(20),
  sources: z.array(z.strictObject({ source: ProposalId, span: Span })).max(20),
  quotes: z.array(ProposalId).max(20),
  includes: z.array(ProposalId).max(200).describe('Of a count: the claims on those it names.'),
  inferred: Words.optional(),
  alternativeReading: Words.optional(),
});
/** A date, resolved against the day of publication. */
export const DateProposal = z.strictObject({
  kind: z.literal('date'),
  ...common,
  date: IsoDate,
  precision: z.enum(['day', 'month', 'year']),
});

export const Proposal = z.discriminatedUnion('kind', [
  MentionProposal,
  EntityProposal,
  ArticleProposal,
  SourceProposal,
  QuoteProposal,
  ClaimProposal,
  DateProposal,
]);
export type Proposal = z.infer<typeof Proposal>;
export type ProposalOf<K extends Proposal['kind']> = Extract<Proposal, { kind: K }>;

/** What is known of the article itself. */
export const DraftArticle = z.strictObject({
  key: ArticleKey,
  title: VisibleLine.max(500).optional(),
  url: Url.optional(),
  archivedUrl: Url.optional(),
  author: VisibleLine.max(200).optional(),
  outlet: OutletKey.optional(),
  publishedFrom: IsoDate.optional(),
  publishedTo: IsoDate.optional(),
  dateBasis: DateBasis.default('unknown'),
  dateNote: Line.max(300).optional(),
});
export type DraftArticle = z.infer<typeof DraftArticle>;

export const Draft = z.strictObject({
  format: z.literal('hearsay-draft/1'),
  article: DraftArticle,
  extractor: Line.max(80),
  textHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  text: z.string().describe('The text as it was read; spans count its code points.'),
  entities: z
    .array(z.strictObject({ key: EntityKey, type: EntityType, name: VisibleLine.max(200) }))
    .describe('What the proposals name and the database knows.'),
  proposals: z.array(Proposal),
});
export type Draft = z.infer<typeof Draft>;
