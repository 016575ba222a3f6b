// All names of entities, folded and by their sounds, as searches hold them against what is typed.
import { type Named, namedBy } from '../../schema/name-rank.ts';
import type { Rows } from '../../schema/statements.ts';
import type { Store } from '../../store/port.ts';
import { keptByState, revisionOf } from '../kept.ts';

export interface Spelled {
  row: Rows<'read/search-names'>[number];
  named: Named;
}

async function read(store: Store): Promise<Spelled[]> {
  const rows = await store.read('read/search-names', {});
  return rows.map((row) => ({ row, named: namedBy(row.name, row.aliases ?? []) }));
}

const kept = keptByState(read);

/** Read once for each state of the database. */
export const spelledNames = async (store: Store): Promise<Spelled[]> => kept.of(store, await revisionOf(store));
