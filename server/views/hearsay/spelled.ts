// All names of entities by their sounds, for spellings that the stored index of names does not know.
import { spelledAlike } from '../../schema/spelling.ts';
import type { Rows } from '../../schema/statements.ts';
import type { Store } from '../../store/port.ts';

export interface Spelled {
  row: Rows<'read/search-names'>[number];
  /** The words of all its names by their sounds. */
  sounds: ReadonlySet<string>;
}

const kept = new WeakMap<Store, { revision: number; names: Promise<Spelled[]> }>();

async function read(store: Store): Promise<Spelled[]> {
  // No beginnings of words: every name has them all.
  const rows = await store.read('read/search-names', { prefixes: [] });
  return rows.map((row) => ({
    row,
    sounds: new Set([row.name, ...(row.aliases ?? [])].flatMap((name) => spelledAlike(name).split(' '))),
  }));
}

/** Read once for each state of the database, which its marker counts: several servers over one never disagree. */
export async function spelledNames(store: Store): Promise<Spelled[]> {
  const revision = (await store.read('schema/marker', {}))[0]?.revision ?? 0;
  const before = kept.get(store);
  if (before?.revision === revision) return before.names;
  const names = read(store);
  kept.set(store, { revision, names });
  names.catch(() => {
    if (kept.get(store)?.names === names) kept.delete(store);
  });
  return names;
}
