// All names of entities by their sounds, for spellings that the stored index of names does not know.
import { spelledAlike } from '../../schema/spelling.ts';
import type { Rows } from '../../schema/statements.ts';
import type { Store } from '../../store/port.ts';
import { keptByState, revisionOf } from '../kept.ts';

export interface Spelled {
  row: Rows<'read/search-names'>[number];
  /** The words of all its names by their sounds. */
  sounds: ReadonlySet<string>;
}

async function read(store: Store): Promise<Spelled[]> {
  // No beginnings of words: every name has them all.
  const rows = await store.read('read/search-names', { prefixes: [] });
  return rows.map((row) => ({
    row,
    sounds: new Set([row.name, ...(row.aliases ?? [])].flatMap((name) => spelledAlike(name).split(' '))),
  }));
}

const kept = keptByState(read);

/** Read once for each state of the database. */
export const spelledNames = async (store: Store): Promise<Spelled[]> => kept.of(store, await revisionOf(store));
