// Makes a watch of what somebody asks for: looked at first, so that what cannot be watched is refused.
import type { QueryRunner } from '../query/run.ts';
import type { NewWatch } from '../schema/watch.ts';
import type { Store } from '../store/port.ts';
import { addWatch, checkNew, requireWritable } from './keep.ts';
import { look } from './look.ts';
import { readWatches } from './stored.ts';

/**
 * Gives its key. Errors: NotFound and InvalidRequest for what is not there or cannot be watched, those by which a
 * statement is refused or fails, Conflict where something watches the same.
 */
export async function makeWatch(
  store: Store,
  queries: QueryRunner,
  { title, by, watches }: NewWatch,
  signal: AbortSignal,
): Promise<string> {
  requireWritable(store);
  checkNew(watches, await readWatches(store));
  const found = await look(watches, { store, queries, signal });
  return addWatch(store, { title, by, watched: watches }, found);
}
