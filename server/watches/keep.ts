// Watches made, renamed, paused, taken away, marked as seen, and put back as an export has them.

import { Conflict, InvalidRequest, NotFound, ReadOnly } from '../errors.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { distance } from '../schema/distance.ts';
import { fold } from '../schema/fold.ts';
import { compare } from '../schema/lists.ts';
import { nearestCount } from '../schema/nearest.ts';
import { type ChangedWatch, type ExportedWatch, type Watched, watchLimits } from '../schema/watch.ts';
import type { Store, Transaction } from '../store/port.ts';
import type { Found } from './found.ts';
import {
  holdWatch,
  list,
  noteOnWatch,
  readWatches,
  type StoredWatch,
  setWatch,
  watchedProperties,
  withoutNulls,
} from './stored.ts';

type Kept = Pick<Store, 'read' | 'transaction' | 'capabilities'>;

/** Throws NotFound where nothing is ever watched: in somebody else's database. */
export function requireOwn({ capabilities }: Pick<Store, 'capabilities'>): void {
  if (capabilities.model === 'hearsay') return;
  throw new NotFound('This is not a Hearsay database.', {
    detail: 'Nothing is watched in it, for it is never written to.',
  });
}

/** Throws ReadOnly where nothing may be written. */
export function requireWritable({ capabilities }: Pick<Store, 'capabilities'>): void {
  if (capabilities.writable) return;
  throw new ReadOnly('This database belongs to somebody else: nothing is watched in it.', {
    detail: 'What was found would have to be kept in it, and it is never written to.',
  });
}

/** That none has the key, with those whose key or title differs from it in the fewest letters. */
export async function noWatch(store: Pick<Store, 'read'>, key: string): Promise<NotFound> {
  const asked = key.slice(0, 100);
  const nearest = (await readWatches(store))
    .map((one) => ({ one, far: Math.min(distance(asked, one.key), distance(asked, one.title.slice(0, 100))) }))
    .sort((a, b) => a.far - b.far || compare(a.one.key, b.one.key))
    .slice(0, nearestCount)
    .map(({ one }) => ({ key: one.key, name: one.title }));
  const detail = 'Somebody may have taken it away; GET /api/watches lists those there are.';
  return new NotFound(`There is no watch "${key.slice(0, 200)}".`, { detail, nearest });
}

function keyFor(title: string, taken: ReadonlySet<string>): string {
  const slug = fold(title)
    .replace(/[^\p{Ll}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  for (let number = 1; ; number++) {
    const key = `watch:${slug || 'watch'}${number === 1 ? '' : `-${number}`}`;
    if (!taken.has(key)) return key;
  }
}

const same = (a: Watched, b: Watched): boolean => canonicalJson(a) === canonicalJson(b);

/** Errors: Conflict where something watches the same already, InvalidRequest where there are as many as may be. */
export function checkNew(watched: Watched, all: readonly StoredWatch[]): void {
  const there = all.find((one) => same(one.watched, watched));
  if (there !== undefined) {
    throw new Conflict(`"${there.title}" watches that already, made by ${there.by}.`, {
      detail: 'Nothing was written: its changes are for everybody.',
      nearest: [{ key: there.key, name: there.title }],
    });
  }
  if (all.length < watchLimits.watches) return;
  const reason = `there are ${all.length} watches, and at most ${watchLimits.watches} are looked at`;
  throw new InvalidRequest(`One more watch is too many: ${reason}.`, {
    detail: 'Take one away first.',
    errors: [{ pointer: '', reason }],
  });
}

/** Keeps a new watch with what was found of it; gives its key. Errors: those of checkNew. */
export function addWatch(
  store: Kept,
  head: { title: string | undefined; by: string; watched: Watched },
  { subject, claims = [], value, summary }: Found,
): Promise<string> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const all = await readWatches(tx);
    checkNew(head.watched, all);
    const title = head.title ?? [...subject].slice(0, watchLimits.titleLength).join('');
    const key = keyFor(title, new Set(all.map((one) => one.key)));
    const on = new Date().toISOString();
    const found = { subject, value, summary, checkedOn: on };
    const properties = { key, title, by: head.by, on, ...watchedProperties(head.watched, claims), ...found };
    await tx.write('write/watches/watch', { key, properties: withoutNulls(properties) });
    return key;
  });
}

/** Errors: NotFound with the nearest. */
export function changeWatch(store: Kept, key: string, { title, paused }: ChangedWatch): Promise<void> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    if ((await holdWatch(tx, key)) === undefined) throw await noWatch(tx, key);
    await setWatch(tx, key, {
      ...(title !== undefined && { title }),
      ...(paused !== undefined && { paused: paused || null }),
    });
  });
}

/** Errors: NotFound with the nearest. */
export function removeWatch(store: Kept, key: string): Promise<void> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    if ((await holdWatch(tx, key)) === undefined) throw await noWatch(tx, key);
    await tx.write('write/delete-records', { keys: [key] });
  });
}

/** Marks the changes up to a number as seen by somebody; an earlier number than before changes nothing. */
export function seeWatch(store: Kept, key: string, who: string, until: number): Promise<void> {
  return store.transaction(async (tx) => {
    const watch = await holdWatch(tx, key);
    if (watch === undefined) throw await noWatch(tx, key);
    const [seenBy, seenUntil, seenOn] = [[...watch.seenBy], [...watch.seenUntil], [...watch.seenOn]];
    const at = seenBy.includes(who) ? seenBy.indexOf(who) : seenBy.length;
    const number = Math.min(until, watch.changed);
    if ((seenUntil[at] ?? 0) >= number) return;
    [seenBy[at], seenUntil[at], seenOn[at]] = [who, number, new Date().toISOString()];
    await noteOnWatch(tx, key, {
      ...list('seenBy', seenBy),
      ...list('seenUntil', seenUntil),
      ...list('seenOn', seenOn),
    });
  });
}

/** Every watch as an export holds it. */
export async function allWatches(reader: Pick<Store, 'read'>): Promise<ExportedWatch[]> {
  return (await readWatches(reader)).map(({ key, title, by, on, paused, subject, watched }) => ({
    ...{ key, title, by, on, paused, subject },
    watches: watched,
  }));
}

/** Puts a watch back; what it watches is looked at anew. Throws Conflict where something has its key or watches the same. */
export async function restoreWatch(tx: Transaction, { watches, paused, ...head }: ExportedWatch): Promise<void> {
  await tx.write('write/lock', {});
  const all = await readWatches(tx);
  checkNew(watches, all);
  const { key } = head;
  if (all.some((one) => one.key === key)) throw new Conflict(`There is a watch "${key}" already.`);
  const properties = { ...head, ...watchedProperties(watches, []), paused: paused || null };
  await tx.write('write/watches/watch', { key, properties: withoutNulls(properties) });
}
