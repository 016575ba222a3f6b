// The parameters of the API's addresses: text in, checked values out.
import { z } from 'zod';
import { ContradictionType, DispositionState } from './ledger.ts';
import { IsoDate } from './span.ts';
import { Stance } from './stance.ts';

export const limits = {
  /** Characters in a search. */
  searchLength: 200,
  searchRows: 100,
  /** Rows of the table of stances where no other limit is asked for: as many as its matrix can show. */
  stanceRows: 5000,
  /** Entries of the ledger on a page where no other limit is asked for. */
  ledgerRows: 500,
  /** Nodes of a database of another model that open where no other limit is asked for: more hide one another. */
  openingNodes: 300,
  neighbours: 500,
  maxHops: 8,
  /** Characters in a key; an edge's key holds two and a type. */
  keyLength: 300,
  edgeKeyLength: 700,
  /** Items in a list of keys or types. */
  listLength: 200,
} as const;

/** A whole number in digits, from min to max. */
export const whole = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.int({ error }).min(min, { error }).max(max, { error }));
};
const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true')
  .pipe(z.boolean());
/** Items with commas between them. */
const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item).max(limits.listLength, { error: `must hold at most ${limits.listLength} items` }));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const plainText = /^[^\u0000-\u001f\u007f]*$/u;
const key = (max: number) =>
  z
    .string()
    .min(1, { error: 'must not be empty' })
    .max(max, { error: `must have at most ${max} characters` })
    .regex(plainText, { error: 'must not hold control characters' });
/** The key of a node. */
export const NodeKey = key(limits.keyLength);
const Key = NodeKey;
const TypeName = z
  .string()
  .max(200, { error: 'must have at most 200 characters' })
  .regex(plainText, { error: 'must not hold control characters' });

export const KeyParams = z.strictObject({ key: Key.describe('The key of a node, URL-encoded.') });
export const ArticleKeyParams = z.strictObject({ key: Key.describe('The key of an article, URL-encoded.') });
/** The key of an edge: TYPE~source~target. */
export const EdgeKey = key(limits.edgeKeyLength);
export const EdgeKeyParams = z.strictObject({
  key: EdgeKey.describe('The key of an edge, URL-encoded: TYPE~source~target.'),
});

const oneStance = z.enum(Stance.options, { error: `must be one of ${Stance.options.join(', ')}` });
const asOf = IsoDate.describe('Only what was published by then counts; undated articles always do.');
const without = list(Key).describe(
  'Keys of articles, outlets and sources to leave out, with commas between them; an actor stands for all sources it is.',
);

const oneCase = Key.describe('The key of a case: only the articles it collects are at hand.');
const grade = z
  .string()
  .regex(/^(?:[A-E][1-5]?|[1-5])$/, { error: 'must be a letter A–E, a digit 1–5, or both, such as B2' })
  .describe('Only what is graded at least so: reliability A–E, credibility 1–5; what is not graded counts.');

/** What every answer that is computed from the evidence takes: which articles and sources count. */
export const evidenceFilter = {
  asOf: asOf.optional(),
  without: without.optional(),
  case: oneCase.optional(),
  grade: grade.optional(),
};
export const EvidenceQuery = z.strictObject(evidenceFilter);
export type EvidenceQuery = z.output<typeof EvidenceQuery>;

export const graphViews = ['explorer', 'evidence', 'all'] as const;
export const GraphQuery = z.strictObject({
  view: z
    .enum(graphViews, { error: `must be one of ${graphViews.join(', ')}` })
    .default('explorer')
    .describe('explorer: actors, plans, events and outlets; evidence: articles and all they say; all: both.'),
  ...evidenceFilter,
  stance: list(oneStance).optional().describe('Only these stances, and what hangs on them.'),
  plan: list(Key).optional().describe('Only stances on these plans, and what hangs on them.'),
  types: list(TypeName).optional().describe('Only these labels and these types of edges; Claim adds the claims.'),
  limit: whole(1, 1_000_000)
    .optional()
    .describe(
      'The most nodes; at most, and if absent, the limit that /api/meta names. In a database of another model ' +
        `${limits.openingNodes} if absent, and more than that limit is refused.`,
    ),
});
export type GraphQuery = z.output<typeof GraphQuery>;

export const SearchWords = z
  .string()
  .max(limits.searchLength, { error: `must have at most ${limits.searchLength} characters` })
  .refine((q) => q.trim() !== '', { error: 'must not be empty' });
/** Where a page begins. */
export const Cursor = z
  .string()
  .max(2000, { error: 'is broken: take it from `next` of the page before' })
  .describe('`next` of the page before.');

export const SearchQuery = z.strictObject({
  q: SearchWords.describe('Words; each may be the beginning of a word in a name.'),
  limit: whole(1, limits.searchRows).default(20).describe('The most rows.'),
  types: list(TypeName).optional().describe('Only nodes with one of these labels.'),
  ...evidenceFilter,
});
export type SearchQuery = z.output<typeof SearchQuery>;

export const directions = ['in', 'out', 'both'] as const;
export const NeighboursQuery = z.strictObject({
  types: list(TypeName).optional().describe('Only edges of these types.'),
  direction: z
    .enum(directions, { error: `must be one of ${directions.join(', ')}` })
    .default('both')
    .describe('Edges into the node, out of it, or both.'),
  limit: whole(1, limits.neighbours).default(50).describe('The most edges on a page.'),
  cursor: Cursor.optional(),
  ...evidenceFilter,
});
export type NeighboursQuery = z.output<typeof NeighboursQuery>;

export const PathsQuery = z.strictObject({
  from: Key.describe('The key of the node to start at.'),
  to: Key.describe('The key of the node to reach.'),
  maxHops: whole(1, limits.maxHops).default(4).describe('The most edges on a path.'),
  type: TypeName.min(1, { error: 'must not be empty' }).optional().describe('Only edges of this type are followed.'),
  ...evidenceFilter,
});
export type PathsQuery = z.output<typeof PathsQuery>;

export const StancesQuery = z.strictObject({
  plan: Key.optional().describe('The key of a plan; absent: the rows of all plans.'),
  among: Key.optional().describe('The key of an organization or group: its members without a stance are listed too.'),
  limit: whole(1, 1_000_000).default(limits.stanceRows).describe('The most rows.'),
  ...evidenceFilter,
});
export type StancesQuery = z.output<typeof StancesQuery>;

export const ContradictionsQuery = z.strictObject({
  plan: Key.optional().describe('Only what is about this plan or event.'),
  holder: Key.optional().describe('Only what is about this actor’s positions.'),
  type: list(z.enum(ContradictionType.options, { error: `must be one of ${ContradictionType.options.join(', ')}` }))
    .optional()
    .describe('Only entries of this type, or of these.'),
  disposition: z
    .enum(DispositionState.options, { error: `must be one of ${DispositionState.options.join(', ')}` })
    .optional()
    .describe('Only entries that somebody made this of; open is what nobody decided on.'),
  keys: list(Key).optional().describe('Only the entries with these keys; one that is not there is left out.'),
  order: z
    .enum(['type', 'question'], { error: 'must be one of type, question' })
    .default('type')
    .describe('type: by type, question and key. question: whole questions, those with a contesting entry first.'),
  limit: whole(1, 5000)
    .default(limits.ledgerRows)
    .describe('The most entries on a page; by question a page holds whole questions, and so may hold more.'),
  cursor: Cursor.optional(),
  ...evidenceFilter,
});
export type ContradictionsQuery = z.output<typeof ContradictionsQuery>;

export const UtteranceKeyParams = z.strictObject({ key: Key.describe('The key of an utterance, URL-encoded.') });

export const DiffQuery = z.strictObject({
  from: IsoDate.optional().describe('The earlier day; absent: before everything that is dated.'),
  to: IsoDate.optional().describe('The later day; absent: everything.'),
  ...evidenceFilter,
});
export type DiffQuery = z.output<typeof DiffQuery>;

export const SpreadQuery = z.strictObject({
  claim: Key.optional().describe('The key of a claim.'),
  edge: EdgeKey.optional().describe('The key of a derived edge.'),
  utterance: Key.optional().describe('The key of an utterance.'),
  ...evidenceFilter,
});
export type SpreadQuery = z.output<typeof SpreadQuery>;

export const ImportQuery = z.strictObject({
  dryRun: flag.default(false).describe('true reports what would change and writes nothing.'),
});
export type ImportQuery = z.output<typeof ImportQuery>;
