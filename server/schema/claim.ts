// Claims (one proposition, however many say it) and the assertions by which an article makes, denies or questions them.
import { z } from 'zod';
import { ActorKey, ArticleKey, LocalId, TargetKey, UtteranceKey } from './key.ts';
import { IsoDate, Span } from './span.ts';
import { Channel, Modality, Mode, Quantifier, Review, SourceKind, Stance } from './stance.ts';
import { Line, VisibleLine } from './text.ts';

const Text = VisibleLine.max(300);

const claimCommon = {
  id: LocalId,
  holder: ActorKey.describe('Who is said to hold the position, or whom the statement is about.'),
  target: TargetKey.optional().describe('The plan or event it is about.'),
  text: Text.describe('The proposition in one plain sentence of our own.'),
  includes: z.array(LocalId).max(200).optional().describe('Claims of this document that this one sums up.'),
};
export const StanceClaim = z.strictObject({
  kind: z.literal('stance'),
  ...claimCommon,
  target: TargetKey,
  stance: Stance,
  shieldedBy: z.array(ActorKey).max(50).optional().describe('For `defers`: behind whom.'),
});
export const CountClaim = z.strictObject({
  kind: z.literal('count'),
  ...claimCommon,
  target: TargetKey,
  stance: Stance,
  quantifier: Quantifier,
  number: z.int().min(0).optional(),
  of: z.int().min(1).optional().describe('How many there are in all.'),
});
export const StatementClaim = z.strictObject({ kind: z.literal('statement'), ...claimCommon });
export const Claim = z.discriminatedUnion('kind', [StanceClaim, CountClaim, StatementClaim]);
export type Claim = z.infer<typeof Claim>;

export const Source = z.strictObject({
  id: LocalId,
  kind: SourceKind,
  actor: ActorKey.optional().describe('Required for a named source, and only there.'),
  descriptor: Text.describe('How the article calls it: "one NATO official".'),
  minCount: z.int().min(1).max(100_000).default(1).describe('How many people it is at least.'),
  spokeTo: ArticleKey.optional().describe("The article it spoke to; this document's own if absent."),
  memberOf: LocalId.optional().describe('A source of this document that it is one of.'),
  span: Span.optional(),
});
export type Source = z.infer<typeof Source>;

export const Utterance = z.strictObject({
  key: UtteranceKey.describe('The same in every document that renders these words.'),
  speaker: ActorKey.optional().describe('Absent where the speaker is anonymous.'),
  speakerSource: LocalId.optional(),
  saidOn: IsoDate.optional(),
  occasion: Text.optional(),
});
export type Utterance = z.infer<typeof Utterance>;

export const Quote = z.strictObject({
  id: LocalId,
  span: Span,
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
    .default('en'),
  utterance: UtteranceKey.optional(),
  translationOf: LocalId.optional(),
});
export type Quote = z.infer<typeof Quote>;

export const Disputed = z.union([
  z.strictObject({ claim: LocalId }),
  z.strictObject({ article: ArticleKey }),
  z.strictObject({ assertion: LocalId }),
  z.strictObject({ quote: LocalId }),
]);

export const Assertion = z.strictObject({
  id: LocalId,
  article: ArticleKey.optional().describe(
    "A stub whose words this document relays; this document's own article if absent.",
  ),
  claim: LocalId,
  mode: Mode.default('asserts'),
  modality: Modality.default('now'),
  condition: Text.optional(),
  hedge: Text.optional().describe('The article\'s own hedge: "reportedly".'),
  channel: Channel.default('unknown'),
  wording: Text.optional().describe('The outlet\'s own word for the stance: "resisting".'),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  span: Span.optional().describe('Required unless reconstructed.'),
  attributedTo: z
    .array(z.strictObject({ source: LocalId, descriptor: Text.optional(), span: Span.optional() }))
    .max(20)
    .optional(),
  relays: z
    .array(z.strictObject({ article: ArticleKey, how: Text, span: Span.optional() }))
    .max(20)
    .optional(),
  onBehalfOf: ActorKey.optional(),
  quotes: z.array(LocalId).max(20).optional(),
  disputes: z.array(Disputed).max(20).optional(),
  reconstructed: z
    .boolean()
    .default(false)
    .describe('True for what a stub says, known only from articles that relay it.'),
  knownFrom: z
    .array(LocalId)
    .max(50)
    .optional()
    .describe('For a reconstructed assertion: the relaying assertions of this document.'),
  inferred: Text.optional().describe('Why a link is taken as given although this article leaves it out.'),
  alternativeReading: Text.optional().describe('The other reading of a sentence with two.'),
  extractor: Line.max(80).default('hand'),
  review: Review.default('accepted'),
});
export type Assertion = z.infer<typeof Assertion>;
