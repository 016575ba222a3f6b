// A watch as its node holds it, and back: lists that are empty and values that are absent are left out.
import { z } from 'zod';
import { type WatchChange, Watched } from '../schema/watch.ts';
import type { Reader, Transaction } from '../store/port.ts';

const text = z.string().nullable().default(null);
const texts = z.array(z.string()).default([]);

const Node = z.object({
  key: z.string(),
  title: z.string(),
  by: z.string(),
  on: z.string(),
  /** What is watched, as JSON; of a contradiction without its key, which a merge may make another. */
  spec: z.string(),
  contradiction: text,
  /** Of a contradiction the claims that it is about. */
  watchedClaims: texts,
  subject: z.string(),
  paused: z.boolean().default(false),
  /** What was found last, in a form that is the same while nothing changed; absent until it was looked at. */
  value: text,
  summary: text,
  checkedOn: text,
  changedOn: text,
  fault: text,
  faultOn: text,
  /** How many changes there were. */
  changed: z.int().default(0),
  /** Each as JSON, the latest last. */
  changes: texts,
  seenBy: texts,
  seenUntil: z.array(z.int()).default([]),
  seenOn: texts,
  /** The address and the secret, sealed. */
  hook: text,
  hookHost: text,
  hookBy: text,
  hookOn: text,
  /** The number of the last change that is done with: delivered, given up, or of before the hook. */
  sentUntil: z.int().default(0),
  attempts: z.int().default(0),
  nextOn: text,
  lease: text,
  leaseUntil: text,
  deliveredOn: text,
  failedOn: text,
  failure: text,
});

export interface StoredWatch extends Omit<z.output<typeof Node>, 'spec'> {
  watched: Watched;
}

/** The changes that are kept, the latest last. */
export const changesOf = ({ changes }: Pick<StoredWatch, 'changes'>): WatchChange[] =>
  // Written from this form alone.
  changes.map((one) => JSON.parse(one) as WatchChange);

export type Properties = Record<string, string | number | boolean | string[] | number[] | null>;

function watchOf(row: { properties: Record<string, unknown> }): StoredWatch {
  const { spec, ...node } = Node.parse(row.properties);
  const json = JSON.parse(spec) as Record<string, unknown>;
  const watched = Watched.parse(node.contradiction === null ? json : { ...json, contradiction: node.contradiction });
  return { ...node, watched };
}

/** What is watched, as properties. */
export function watchedProperties(watched: Watched, claims: readonly string[]): Properties {
  if (watched.kind !== 'contradiction') return { kind: watched.kind, spec: JSON.stringify(watched) };
  const { contradiction, ...rest } = watched;
  return { kind: watched.kind, spec: JSON.stringify(rest), contradiction, ...list('watchedClaims', claims) };
}

/** A list as a property: null where it is empty, since not every engine keeps the kind of an empty list. */
export const list = (name: string, items: readonly string[] | readonly number[]): Properties => ({
  [name]: items.length === 0 ? null : ([...items] as string[] | number[]),
});

export const withoutNulls = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

export const readWatches = async (reader: Reader): Promise<StoredWatch[]> =>
  (await reader.read('read/watches/all', {})).map(watchOf);

export async function readWatch(reader: Reader, key: string): Promise<StoredWatch | undefined> {
  const [row] = await reader.read('read/watches/one', { key });
  return row && watchOf(row);
}

/** Of nothing but the watch itself: nobody else changes it until the transaction ends, and no revision is counted. */
export async function holdWatch(tx: Transaction, key: string): Promise<StoredWatch | undefined> {
  const [row] = await tx.write('write/watches/hold', { key });
  return row && watchOf(row);
}

export async function setWatch(tx: Transaction, key: string, properties: Properties): Promise<void> {
  await tx.write('write/watches/set', { key, properties });
}

/** What the program found, or who has seen it: no change of anybody's, so the audit log has none of it. */
export async function noteOnWatch(tx: Transaction, key: string, properties: Properties): Promise<void> {
  await tx.write('write/watches/found', { key, properties });
}
