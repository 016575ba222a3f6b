// Puts a backup into a database: one that is empty, or in the place of what is there, which is backed up first.
import { dirname, join } from 'node:path';
import { Conflict, InvalidRequest } from '../errors.ts';
import type { Store, StoredMarker } from '../store/port.ts';
import { type CheckedBackup, checkBackup, contentOf } from './read.ts';
import { backupToFile } from './write.ts';

export interface RestoreOptions {
  /** Whether what is there gives way. */
  replace?: boolean;
  /** The newest version of the schema that this program knows. */
  newestSchema: number;
}

export interface Restored extends CheckedBackup {
  /** The backup of what was there before; null where there was nothing, or only a part of a restore that was cut off. */
  before: string | null;
}

/** "2026-11-23T11-58-03", as it may stand in the name of a file. */
const moment = (): string => new Date().toISOString().slice(0, 19).replaceAll(':', '-');

/**
 * Checks the file whole, then puts its content into the database. Where the database holds something and may be replaced,
 * a backup of that is made beside the file first, and put back where the restore fails.
 * Errors: InvalidRequest for a database of another model, Conflict for one that holds something, those of checkBackup.
 */
export async function restoreFromFile(
  store: Store,
  path: string,
  { replace = false, newestSchema }: RestoreOptions,
): Promise<Restored> {
  if (store.capabilities.model !== 'hearsay') {
    throw new InvalidRequest('This database holds somebody else’s data: nothing is restored into it.', {
      detail: 'Name an empty database, or a Hearsay database with --replace.',
    });
  }
  const checked = await checkBackup(path, newestSchema);
  const [marker] = await store.read('schema/marker', {});
  const isCutOff = typeof marker?.restoring === 'string';
  const holdsSomething = (await store.read('schema/any-but-marker', {})).length > 0;
  if ((holdsSomething || isCutOff) && !replace) {
    throw new Conflict('The database is not empty: nothing was restored.', {
      detail:
        'Restore into an empty one, such as HEARSAY_DATA=a-new-folder, or add --replace: what is there is then backed up ' +
        'beside the file and gives way.',
    });
  }
  let before: string | null = null;
  if (holdsSomething && !isCutOff) {
    before = join(dirname(path), `before-restore-${moment()}.hearsay-backup`);
    await backupToFile(store, before);
  }
  const put = ({ head }: CheckedBackup, from: string): Promise<void> => {
    const content: StoredMarker = head.marker;
    return store.restore(contentOf(from), content);
  };
  try {
    await put(checked, path);
  } catch (error) {
    if (before !== null) await put(await checkBackup(before, newestSchema), before);
    throw error;
  }
  return { ...checked, before };
}
