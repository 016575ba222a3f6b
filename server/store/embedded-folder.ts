// The data folder of the embedded engine: the database file, and engine.json, which says which engine wrote it.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const databaseFile = (folder: string): string => join(folder, 'graph.grafeo');
const engineFile = (folder: string): string => join(folder, 'engine.json');
const engine = '@grafeo-db/js';

/** engine.json holds something else than the name and version of an engine. */
export class BrokenMarker extends Error {}

interface Marker {
  engine: string;
  version: string;
}

/** Throws BrokenMarker on anything that this program would not have written. */
function readMarker(path: string): Marker {
  const text = readFileSync(path, 'utf8');
  let found: Partial<Marker> | null = null;
  try {
    found = JSON.parse(text) as Partial<Marker> | null;
  } catch {
    throw new BrokenMarker('It is not well-formed JSON.');
  }
  const { engine, version } = found ?? {};
  if (typeof engine === 'string' && typeof version === 'string') return { engine, version };
  throw new BrokenMarker('It does not name an engine and its version.');
}

/**
 * Makes a folder and those it lies in, one at a time: Node's own recursive way never ends where none can be made, such
 * as in /proc. Throws the system's error, ENOTDIR where a part of the path is a file.
 */
export function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    if (dirname(folder) !== folder) makeFolder(dirname(folder));
    mkdirSync(folder);
  } else if (!statSync(folder).isDirectory()) {
    throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  }
}

/**
 * Makes the folder and claims it for this engine, or checks that this very version wrote it: the file format changes
 * even between patch releases. Returns the version found when it is another one.
 * Errors: BrokenMarker, or the system's where the folder cannot be made, read or written.
 */
export function claimFolder(folder: string, version: string): string | undefined {
  const path = engineFile(folder);
  if (existsSync(path)) {
    const found = readMarker(path);
    return found.engine === engine && found.version === version ? undefined : `${found.engine} ${found.version}`;
  }
  if (existsSync(databaseFile(folder))) return 'an engine that left no engine.json';
  makeFolder(folder);
  // Written before the database and by renaming, so that a crash never leaves a database without it.
  writeFileSync(`${path}.new`, `${JSON.stringify({ engine, version, format: 1 }, null, 2)}\n`);
  renameSync(`${path}.new`, path);
  return undefined;
}
