// Where reports contradict each other: the entries of the ledger, and what people make of them.
import { z } from 'zod';
import { Line } from './text.ts';

/** The first four contest an edge; the others are shown as what they are. */
export const contesting = ['denial', 'exclusive', 'count', 'attribution'] as const;
export const ContradictionType = z.enum([
  ...contesting,
  'tension',
  'relayDivergence',
  'wording',
  'reversal',
  'publicPrivate',
]);
export type ContradictionType = z.infer<typeof ContradictionType>;

export const DispositionState = z.enum(['open', 'explained', 'settled']);
export type DispositionState = z.infer<typeof DispositionState>;
/** What somebody made of a contradiction; settling takes nothing out of the ledger. */
export const Disposition = z.object({
  state: DispositionState,
  by: z.string().nullable(),
  why: z.string().nullable(),
  on: z.string().nullable().describe('When, as an ISO time.'),
});
export type Disposition = z.infer<typeof Disposition>;
export const DispositionBody = z.strictObject({
  state: DispositionState,
  by: Line.max(200),
  why: Line.max(2000),
});
export type DispositionBody = z.infer<typeof DispositionBody>;

/** One side as the pure functions give it: a claim as some assertions put it, or a disputed article, or a quote. */
export const Side = z.object({
  claim: z.string().nullable(),
  article: z.string().nullable().describe('A disputed article.'),
  quote: z.string().nullable(),
  mode: z.enum(['asserts', 'denies', 'questions']),
  assertions: z.array(z.string()).describe('Sorted keys.'),
});
export type Side = z.infer<typeof Side>;

export const Contradiction = z.object({
  key: z.string().describe('Follows from the type and what stands on both sides, not from who says it.'),
  type: ContradictionType,
  questionKey: z.string(),
  a: Side,
  b: Side,
  explanation: z.string().describe('In one sentence, why the two do or do not go together.'),
});
export type Contradiction = z.infer<typeof Contradiction>;
