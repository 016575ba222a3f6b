// Watches: what is asked to be looked at after each change, what was found, and what is told of it elsewhere.
import { z } from 'zod';
import { queryLimits } from './cypher.ts';
import { jsonWithin } from './json.ts';
import { WatchKey } from './key.ts';
import { EdgeKey, limits, NodeKey } from './query.ts';
import { Line, Moment, Url, VisibleLine } from './text.ts';

export const watchLimits = {
  /** Watches in one database. */
  watches: 200,
  /** Changes that a watch keeps, the latest. */
  changes: 50,
  /** Rows of a statement that are compared. */
  rows: 10_000,
  titleLength: 200,
} as const;

const Parameters = z.record(z.string().max(limits.keyLength), jsonWithin(1000)).default({});

/** What is watched. */
export const Watched = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('query'),
    statement: z.string().min(1).max(queryLimits.statementLength).describe('Cypher that only reads.'),
    parameters: Parameters,
  }),
  z.strictObject({
    kind: z.literal('edge'),
    edge: EdgeKey.describe('The key of a derived edge, such as OPPOSES~country:a~plan:x; it need not be there yet.'),
  }),
  z.strictObject({
    kind: z.literal('question'),
    holder: NodeKey.describe('The key of an actor.'),
    plan: NodeKey.describe('The key of a plan or event.'),
  }),
  z.strictObject({ kind: z.literal('contradiction'), contradiction: Line.min(1).max(limits.keyLength) }),
]);
export type Watched = z.infer<typeof Watched>;
export const WatchKind = z.enum(['query', 'edge', 'question', 'contradiction']);

const Title = VisibleLine.max(watchLimits.titleLength);
const By = VisibleLine.max(200).describe('Who watches.');

export const WatchKeyParams = z.strictObject({
  key: WatchKey.describe('The key of a watch, such as watch:the-talks.'),
});
export const NewWatch = z.strictObject({
  title: Title.optional().describe('Absent: made of what is watched.'),
  by: By,
  watches: Watched,
});
export type NewWatch = z.infer<typeof NewWatch>;
export const ChangedWatch = z.strictObject({
  title: Title.optional(),
  paused: z.boolean().optional().describe('One that is paused is not looked at.'),
});
export type ChangedWatch = z.infer<typeof ChangedWatch>;
export const SeenBody = z.strictObject({
  until: z.int().min(0).max(1_000_000_000).describe('The number of the last change that was seen.'),
});
/** Of a request that says all by its address. */
export const NothingMore = z.strictObject({});
export const HookBody = z.strictObject({ address: Url.describe('Where changes are sent, as a POST of JSON.') });

/** A row of the audit log that may have brought a change about, without who made it. */
export const WatchCause = z.object({
  entry: z.string(),
  on: z.string(),
  action: z.string(),
  subjects: z.array(z.string()),
});
export type WatchCause = z.infer<typeof WatchCause>;
export const WatchChange = z.object({
  id: z.string().describe('Is also the id of its delivery, and the same at each attempt.'),
  number: z.int().describe('1 for the first change of the watch.'),
  on: z.string(),
  what: z.enum(['change', 'fault']).describe('fault: it could not be looked at; `after` is the reason.'),
  words: z.string().describe('What changed, in a sentence.'),
  before: z.string().nullable(),
  after: z.string(),
  came: z.array(z.string()).describe('Of a statement: rows that are new, as JSON, at most 20.'),
  went: z.array(z.string()).describe('Of a statement: rows that are gone, as JSON, at most 20.'),
  causes: z.array(WatchCause).describe('What was changed since it was looked at before, the latest first, at most 5.'),
});
export type WatchChange = z.infer<typeof WatchChange>;

/** What of a web hook everybody may see: the address may hold a secret of the receiver's. */
export const HookView = z.object({
  host: z.string(),
  by: z.string(),
  on: z.string(),
  waiting: z.int().describe('Changes that are not delivered yet.'),
  attempts: z.int().describe('How often the oldest of these was tried.'),
  nextOn: z.string().nullable().describe('When it is tried again.'),
  deliveredOn: z.string().nullable(),
  failedOn: z.string().nullable(),
  failure: z.string().nullable().describe('Why the last attempt failed; null where it did not.'),
});
export type HookView = z.infer<typeof HookView>;

export const WatchHead = z.object({
  key: z.string(),
  title: z.string(),
  by: z.string(),
  on: z.string(),
  watches: Watched,
  subject: z.string().describe('What is watched, in words.'),
  now: z.string().nullable().describe('What was found last, in words; null where it was not looked at yet.'),
  paused: z.boolean(),
  checkedOn: z.string().nullable(),
  changedOn: z.string().nullable(),
  fault: z.string().nullable().describe('Why it cannot be looked at; null where it can.'),
  changes: z.int().describe('How many changes there were.'),
  unseen: z.int().describe('How many of these who asks has not marked as seen.'),
  last: WatchChange.nullable(),
  hook: HookView.nullable(),
});
export type WatchHead = z.infer<typeof WatchHead>;
export const WatchList = z.object({
  watches: z.array(WatchHead).describe('Those with unseen changes first, then by title.'),
  unseen: z.int().describe('Unseen changes of all of them.'),
  hooks: z.boolean().describe('Whether this server sends to web hooks.'),
});
export type WatchList = z.infer<typeof WatchList>;
export const WatchView = WatchHead.extend({
  history: z.array(WatchChange).describe(`The latest first, at most ${watchLimits.changes}.`),
  seen: z.array(z.object({ who: z.string(), until: z.int(), on: z.string() })).describe('With accounts: by whom.'),
});
export type WatchView = z.infer<typeof WatchView>;
export const HookSet = z.object({
  key: z.string(),
  host: z.string(),
  secret: z.string().describe('Signs what is sent. It is told this once; setting the hook again makes another.'),
});
export type HookSet = z.infer<typeof HookSet>;
export const HookTest = z.object({
  delivered: z.boolean(),
  delivery: z.string().describe('The id that was sent along.'),
  failure: z.string().nullable(),
});
export type HookTest = z.infer<typeof HookTest>;
export const RemovedWatch = z.object({ key: z.string() });

/** A watch as an export holds it: without what was found, who saw it, and where it is sent. */
export const ExportedWatch = z.strictObject({
  key: WatchKey,
  title: Title,
  by: By,
  on: Moment,
  paused: z.boolean(),
  subject: z.string().max(2000),
  watches: Watched,
});
export type ExportedWatch = z.infer<typeof ExportedWatch>;
