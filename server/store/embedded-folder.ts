// The data folder of the embedded engine: the database file, and engine.json, which says which engine wrote it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const databaseFile = (folder: string): string => join(folder, 'graph.grafeo');
const engineFile = (folder: string): string => join(folder, 'engine.json');
const engine = '@grafeo-db/js';

/**
 * Makes the folder and claims it for this engine, or checks that this very version wrote it: the file format changes
 * even between patch releases. Returns the version found when it is another one.
 */
export function claimFolder(folder: string, version: string): string | undefined {
  const path = engineFile(folder);
  if (existsSync(path)) {
    const found = JSON.parse(readFileSync(path, 'utf8')) as { engine?: string; version?: string };
    const same = found.engine === engine && found.version === version;
    return same ? undefined : `${found.engine ?? 'unknown'} ${found.version ?? ''}`.trim();
  }
  if (existsSync(databaseFile(folder))) return 'an engine that left no engine.json';
  mkdirSync(folder, { recursive: true });
  // Written before the database and by renaming, so that a crash never leaves a database without it.
  writeFileSync(`${path}.new`, `${JSON.stringify({ engine, version, format: 1 }, null, 2)}\n`);
  renameSync(`${path}.new`, path);
  return undefined;
}
