// Loads the bundled reports into a new database, once; a start that was cut off in the middle is taken up again.
import { join } from 'node:path';
import { readDocuments } from './commands/read-files.ts';
import { importMany } from './ingest/many.ts';
import { projectRoot } from './root.ts';
import type { OpenedStore } from './store/open.ts';
import type { Store } from './store/port.ts';

/** What the reports share, and the reports. */
export const bundledPaths = [join(projectRoot, 'data', 'entities.json'), join(projectRoot, 'data', 'reports')];

/** Imports the bundled reports, or with `leaveOut` only notes that they are not wanted. */
export async function loadBundled(store: Store, leaveOut: boolean): Promise<void> {
  if (!leaveOut) await importMany(store, readDocuments(bundledPaths));
  await store.write('schema/marker-set', { properties: { bundled: leaveOut ? 'left out' : 'loaded' } });
}

/**
 * Runs an import from the command line. Whoever begins with documents of their own does not want the bundled ones among
 * them at the next start: also when the import then failed, and what came before stays.
 */
export async function insteadOfBundled<T>(store: OpenedStore, work: () => Promise<T>): Promise<T> {
  const leaveOut = async (): Promise<void> => {
    if (store.fresh && (await store.read('schema/any-record', {})).length > 0) await loadBundled(store, true);
  };
  try {
    const done = await work();
    await leaveOut();
    return done;
  } catch (error) {
    // Why the import failed is the news.
    await leaveOut().catch(() => {});
    throw error;
  }
}
