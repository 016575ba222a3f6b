// The command line's backup of the database to a file, and the restoring of such a file.
import { restoreFromFile } from '../backup/restore.ts';
import { backupToFile } from '../backup/write.ts';
import type { OpenedStore } from '../store/open.ts';
import { newestSchemaVersion } from '../store/open.ts';

type WithStore = <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>;

const held = ({ nodes, relations }: { nodes: number; relations: number }): string =>
  `${nodes} nodes and ${relations} relations`;

export async function backupCommand(file: string, force: boolean, withStore: WithStore): Promise<string> {
  const end = await withStore((store) => backupToFile(store, file, { force }));
  return `${file} is written: ${held(end)}, derived edges and decisions included.`;
}

/** Takes a store that is opened also where a restore was cut off. */
export async function restoreCommand(file: string, replace: boolean, withStore: WithStore): Promise<string> {
  return withStore(async (store) => {
    const newestSchema = newestSchemaVersion(store.capabilities.engine);
    const { head, end, before } = await restoreFromFile(store, file, { replace, newestSchema });
    return [
      `${file} is restored: ${held(end)}, as of ${head.made}.`,
      ...(before === null ? [] : [`What was there before is in ${before}.`]),
    ].join('\n');
  });
}
