// Loads the bundled reports into a new database, once; a start that was cut off in the middle is taken up again.
import { join } from 'node:path';
import { importMany } from './ingest/many.ts';
import { readDocuments } from './read-files.ts';
import { projectRoot } from './root.ts';
import type { Store } from './store/port.ts';

/** What the reports share, and the reports. */
export const bundledPaths = [join(projectRoot, 'data', 'entities.json'), join(projectRoot, 'data', 'reports')];

/** Imports the bundled reports, or with `leaveOut` only notes that they are not wanted. */
export async function loadBundled(store: Store, leaveOut: boolean): Promise<void> {
  if (!leaveOut) await importMany(store, readDocuments(bundledPaths));
  await store.write('schema/marker-set', { properties: { bundled: leaveOut ? 'left out' : 'loaded' } });
}
