// What people decide about the evidence: cases, grades, hypotheses, reprints, retractions; each can be taken back.
import { z } from 'zod';
import { Credibility, Reliability } from './evidence.ts';
import { ArticleKey, CaseKey } from './key.ts';
import { Disposition } from './ledger.ts';
import { Line, VisibleLine } from './text.ts';

const By = VisibleLine.max(200).describe('Who decides.');
const Why = Line.max(2000).optional();

export const CaseKeyParams = z.strictObject({ key: CaseKey.describe('The key of a case, such as case:border-talks.') });
export const CaseBody = z.strictObject({
  name: VisibleLine.max(200),
  description: Line.max(2000).optional(),
  articles: z.array(ArticleKey).max(10_000).describe('Keys of held articles.'),
});
export type CaseBody = z.infer<typeof CaseBody>;
export const CaseView = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  articles: z.array(z.string()),
});
export type CaseView = z.infer<typeof CaseView>;
export const CaseList = z.object({ cases: z.array(CaseView) });
export type CaseList = z.infer<typeof CaseList>;

/** Of a source or an outlet its reliability, of an assertion its credibility; null takes the grade away. */
export const GradeBody = z.union([
  z.strictObject({ subject: z.string(), reliability: Reliability.nullable(), by: By, why: Why }),
  z.strictObject({ subject: z.string(), credibility: Credibility.nullable(), by: By, why: Why }),
]);
export type GradeBody = z.infer<typeof GradeBody>;
/** That a decision is on a text which a newer one revises: a revision is a new article, with sources of its own. */
export const EarlierText = z.object({
  of: z.string().describe('The source or assertion that it is on.'),
  article: z.string().describe('The newest text of its article.'),
  now: z
    .object({ key: z.string(), name: z.string() })
    .nullable()
    .describe('What stands there in its place, to decide on again; null where that cannot be told.'),
});
export type EarlierText = z.infer<typeof EarlierText>;
const earlierTexts = z.array(EarlierText).optional().describe('Absent where it is on what stands in newest texts.');

export const GradeView = z.object({
  subject: z.object({ key: z.string(), name: z.string() }),
  label: z.enum(['Source', 'Outlet', 'Assertion']),
  reliability: Reliability.nullable().describe('Of a source or an outlet.'),
  credibility: Credibility.nullable().describe('Of an assertion.'),
  by: z.string(),
  why: z.string().nullable(),
  earlierTexts,
});
export type GradeView = z.infer<typeof GradeView>;
/** What bears grades, with its grade or without one. */
export const GradeStanding = z.object({
  subject: z.object({ key: z.string(), name: z.string() }),
  label: z.enum(['Source', 'Outlet', 'Assertion']),
  reliability: Reliability.nullable(),
  credibility: Credibility.nullable(),
  by: z.string().nullable(),
  why: z.string().nullable(),
  origins: z
    .object({ min: z.int(), max: z.int() })
    .nullable()
    .describe('For an assertion: on how many origins rests what it says, whoever says it.'),
  eligible: z
    .int()
    .nullable()
    .describe('The best credibility that these make a person free to give; null where they say nothing.'),
});
export type GradeStanding = z.infer<typeof GradeStanding>;
export const GradeList = z.object({ grades: z.array(GradeView).describe('By the key of what is graded.') });
export type GradeList = z.infer<typeof GradeList>;

/** That an anonymous source is another source, or an actor. */
export const HypothesisBody = z.union([
  z.strictObject({ source: z.string(), sameAs: z.string(), by: By, confidence: z.number().min(0).max(1), why: Why }),
  z.strictObject({
    source: z.string(),
    identifiedAs: z.string(),
    by: By,
    confidence: z.number().min(0).max(1),
    why: Why,
  }),
]);
export type HypothesisBody = z.infer<typeof HypothesisBody>;
export const HypothesisView = z.object({
  key: z.string().describe('SAME_AS~source~other, or IDENTIFIED_AS~source~actor.'),
  type: z.enum(['SAME_AS', 'IDENTIFIED_AS']),
  source: z.object({ key: z.string(), name: z.string() }),
  other: z.object({ key: z.string(), name: z.string() }),
  by: z.string(),
  confidence: z.number(),
  why: z.string().nullable(),
  earlierTexts,
});
export type HypothesisView = z.infer<typeof HypothesisView>;
export const HypothesisList = z.object({ hypotheses: z.array(HypothesisView) });
export type HypothesisList = z.infer<typeof HypothesisList>;

/** What one article does to another, decided here rather than stated in its document. */
export const articleLinks = ['REPUBLISHES', 'CORRECTS', 'RETRACTS'] as const;
export const ArticleLinkBody = z.strictObject({
  type: z.enum(articleLinks),
  article: ArticleKey,
  other: ArticleKey,
  review: z
    .enum(['accepted', 'rejected'])
    .default('accepted')
    .describe('rejected keeps a suggestion from coming back.'),
  by: By,
  why: Why,
});
export type ArticleLinkBody = z.infer<typeof ArticleLinkBody>;
export const ArticleLinkView = z.object({
  key: z.string().describe('TYPE~article~other.'),
  type: z.enum(articleLinks),
  article: z.object({ key: z.string(), name: z.string() }),
  other: z.object({ key: z.string(), name: z.string() }),
  review: z.enum(['accepted', 'rejected']),
  decided: z.boolean().describe('Whether somebody decided it; otherwise a document states it.'),
  statedBy: z.array(z.string()).describe('Articles whose documents state it.'),
  by: z.string().nullable(),
  why: z.string().nullable(),
});
export type ArticleLinkView = z.infer<typeof ArticleLinkView>;
export const ArticleLinkList = z.object({ links: z.array(ArticleLinkView) });
export type ArticleLinkList = z.infer<typeof ArticleLinkList>;

/** What people made of contradictions, with those that are in the ledger no more. */
export const DispositionView = Disposition.extend({
  contradiction: z.string(),
  inLedger: z.boolean().describe('false where the reports do not contradict each other any more.'),
});
export type DispositionView = z.infer<typeof DispositionView>;
export const DispositionList = z.object({ dispositions: z.array(DispositionView) });
export type DispositionList = z.infer<typeof DispositionList>;

/** How many explorer edges a decision changed, and which. */
export const CurationReport = z.object({
  key: z.string(),
  outcome: z.enum(['created', 'changed', 'unchanged', 'removed']),
  edges: z.array(
    z.object({
      key: z.string(),
      before: z.object({ min: z.int(), max: z.int() }).nullable(),
      after: z.object({ min: z.int(), max: z.int() }).nullable(),
    }),
  ),
});
export type CurationReport = z.infer<typeof CurationReport>;
