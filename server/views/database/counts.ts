// How many nodes carry each label and how many relations there are of each type.
import type { Rows } from '../../schema/statements.ts';
import type { Store } from '../../store/port.ts';
import { ifForbidden } from './forbidden.ts';

/** From Neo4j's count store where the user may ask it, which only an administrator may; else everything is counted. */
export async function labelCounts(store: Store): Promise<Rows<'read/database/label-counts'>> {
  return ifForbidden(store.read('read/database/label-counts', {}), () => store.read('read/foreign/label-counts', {}));
}

/** The same of relation types. */
export async function typeCounts(store: Store): Promise<Rows<'read/database/type-counts'>> {
  return ifForbidden(store.read('read/database/type-counts', {}), () => store.read('read/foreign/type-counts', {}));
}
