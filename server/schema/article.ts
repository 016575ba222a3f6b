// The claims document: one article with everything it says, as it is imported, exported and published as a JSON Schema.
import { z } from 'zod';
import { Assertion, Claim, Quote, Source, Utterance } from './claim.ts';
import { Entity, Relation } from './entity.ts';
import { ArticleKey, OutletKey } from './key.ts';
import { IsoDate, Span } from './span.ts';
import { DateBasis } from './stance.ts';
import { Line, Passage, Url, VisibleLine } from './text.ts';

const about = {
  key: ArticleKey,
  title: VisibleLine.max(500).optional(),
  url: Url.optional(),
  archivedUrl: Url.optional(),
  author: VisibleLine.max(200).optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
    .default('en'),
  outlet: OutletKey.optional().describe('Absent where the report does not name its outlet: it then stays unknown.'),
  publishedFrom: IsoDate.optional(),
  publishedTo: IsoDate.optional(),
  dateBasis: DateBasis.default('unknown'),
  dateNote: Line.max(300).optional().describe('For an inferred date: from what.'),
};

const articleKeys = z.array(ArticleKey).max(50).optional();

/** The article the document is about. */
export const HeldArticle = z.strictObject({
  ...about,
  republishes: articleKeys.describe('Articles whose text this one prints: it adds nothing to what they say.'),
  corrects: articleKeys.describe('Articles that this one corrects: of what they say, what it denies is withdrawn.'),
  retracts: articleKeys.describe('Articles that this one takes back altogether.'),
  fetchedAt: IsoDate.optional(),
  textHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, { error: 'must be sha256: and 64 hex digits' }),
  text: Passage.max(5_000_000)
    .optional()
    .describe('The full text, where the user may keep it: spans are then compared with it.'),
});
/** An article known only because this one relays it. */
export const StubArticle = z.strictObject({ ...about, mentions: z.array(Span).max(100).optional() });

export const ClaimsDocument = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('hearsay-claims/1'),
  article: HeldArticle,
  articles: z.array(StubArticle).max(200).default([]),
  entities: z.array(Entity).max(2000).default([]),
  sources: z.array(Source).max(500).default([]),
  utterances: z.array(Utterance).max(500).default([]),
  quotes: z.array(Quote).max(1000).default([]),
  claims: z.array(Claim).max(2000).default([]),
  assertions: z.array(Assertion).max(5000).default([]),
  relations: z.array(Relation).max(2000).default([]),
});
export type ClaimsDocument = z.infer<typeof ClaimsDocument>;
/** A claims document as written in a file, before defaults are filled in. */
export type ClaimsDocumentInput = z.input<typeof ClaimsDocument>;
