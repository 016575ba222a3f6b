// What saving a view and saving a story have in common: where it may be done, names that are taken, what changed meanwhile.
import { Conflict, NotFound, ReadOnly } from '../errors.ts';
import { distance } from '../schema/distance.ts';
import { fold } from '../schema/fold.ts';
import { compare } from '../schema/lists.ts';
import { nearestCount } from '../schema/nearest.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';

/** Of a view or a story what its list shows; `on` is the moment of its last saving. */
export interface Head {
  key: string;
  name: string;
  by: string;
  on: string;
}
export type Kind = 'view' | 'story';

/** The plural, as addresses of the API have it. */
const listOf = { view: 'views', story: 'stories' } as const;

interface HeadRow {
  view: Rows<'read/saved/views'>[number];
  story: Rows<'read/saved/stories'>[number];
}
const readAll: { readonly [K in Kind]: (reader: Reader) => Promise<HeadRow[K][]> } = {
  view: (reader) => reader.read('read/saved/views', {}),
  story: (reader) => reader.read('read/saved/stories', {}),
};

export type Readable = Pick<Store, 'read' | 'capabilities'>;
export type Writable = Pick<Store, 'transaction' | 'capabilities'>;

/** All of a kind, in the order of lists: by name. */
export async function readHeads<K extends Kind>(reader: Reader, kind: K): Promise<HeadRow[K][]> {
  const rows = await readAll[kind](reader);
  return rows.sort((a, b) => compare(fold(a.name), fold(b.name)) || compare(a.key, b.key));
}

/** The same for what then writes: nobody else does until the transaction ends. */
export async function lockHeads<K extends Kind>(tx: Transaction, kind: K): Promise<HeadRow[K][]> {
  await tx.write('write/lock', {});
  return readHeads(tx, kind);
}

/** A head as it is sent, but for its name. */
export const signed = ({ key, by, on }: Head) => ({ key, by, savedOn: on });

/** Throws NotFound where nothing is ever saved: in somebody else's database. */
export function requireOwn({ capabilities }: Pick<Store, 'capabilities'>): void {
  if (capabilities.model === 'hearsay') return;
  throw new NotFound('This is not a Hearsay database.', {
    detail:
      'No views and no stories are saved in it, for it is never written to: the address of the page holds a view.',
  });
}

/** Throws ReadOnly, with the way out, where nothing may be written. */
export function requireWritable({ capabilities }: Pick<Store, 'capabilities'>): void {
  if (capabilities.writable) return;
  throw new ReadOnly(
    capabilities.model === 'foreign'
      ? 'This database belongs to somebody else: nothing is saved in it.'
      : 'This database was opened for reading: nothing is saved in it.',
    { detail: 'The address of the page holds the view: keep or send that.' },
  );
}

/** A key for something new, made of its name and of none that there is. */
export function keyFor(kind: Kind, name: string, taken: ReadonlySet<string>): string {
  const slug =
    fold(name)
      .replace(/[^\p{Ll}\p{N}]+/gu, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || kind;
  for (let number = 1; ; number++) {
    const key = `${kind}:${slug}${number === 1 ? '' : `-${number}`}`;
    if (!taken.has(key)) return key;
  }
}

/** Names that a reader would not tell apart are one. */
export const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();

/** Refuses a name that another one than that of the key `but` has. */
export function checkName(kind: Kind, name: string, all: readonly Head[], but?: string): void {
  const taken = all.find((one) => one.key !== but && sameName(one.name, name));
  if (taken === undefined) return;
  throw new Conflict(`There is a ${kind} called "${taken.name}", saved by ${taken.by} on ${taken.on}.`, {
    detail: `Choose another name, or replace it: PUT /api/${listOf[kind]}/${taken.key} with "replaces": "${taken.on}".`,
    nearest: [{ key: taken.key, name: taken.name }],
  });
}

/** Refuses to put something back beside another of its key or name. */
export function checkFree(kind: Kind, { key, name }: Pick<Head, 'key' | 'name'>, all: readonly Head[]): void {
  const taken = all.find((one) => one.key === key);
  if (taken !== undefined) {
    throw new Conflict(`There is a ${kind} "${key}", called "${taken.name}".`, {
      detail: 'Nothing was written: it stays as it is.',
      nearest: [{ key, name: taken.name }],
    });
  }
  checkName(kind, name, all);
}

/** Refuses to replace what was saved anew since it was read. */
export function checkUnchanged(kind: Kind, now: Head, replaces: string): void {
  if (now.on === replaces) return;
  throw new Conflict(`The ${kind} "${now.name}" was saved anew by ${now.by} on ${now.on}.`, {
    detail: `Nothing was written. Look at it again, then replace it with "replaces": "${now.on}", or choose another name.`,
    nearest: [{ key: now.key, name: now.name }],
  });
}

/** The moment of a saving: later than the one before it, so that the two are told apart. */
export const moment = (before?: string): string =>
  new Date(Math.max(Date.now(), before === undefined ? 0 : Date.parse(before) + 1)).toISOString();

/** That none has the key, with those whose key or name differs from it in the fewest letters. */
export function notFound(kind: Kind, key: string, all: readonly Head[]): NotFound {
  const asked = key.slice(0, 100);
  const nearest = all
    .map((one) => ({ one, far: Math.min(distance(asked, one.key), distance(asked, one.name.slice(0, 100))) }))
    .sort((a, b) => a.far - b.far || compare(a.one.key, b.one.key))
    .slice(0, nearestCount)
    .map(({ one }) => ({ key: one.key, name: one.name }));
  return new NotFound(`There is no ${kind} "${key.slice(0, 200)}".`, {
    detail: `GET /api/${listOf[kind]} lists those there are.`,
    nearest,
  });
}

/** Of all there are the one with the key; throws `notFound`. */
export function found<H extends Head>(kind: Kind, key: string, all: readonly H[]): H {
  const head = all.find((one) => one.key === key);
  if (head === undefined) throw notFound(kind, key, all);
  return head;
}
