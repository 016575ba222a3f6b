// Where the project's folder is, whether the sources run or the build in dist/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  const parent = dirname(from);
  if (existsSync(join(from, 'package.json')) || parent === from) return from;
  return findRoot(parent);
}

/** The folder that holds package.json, cypher/, data/ and dist/. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Hearsay's own version, from package.json. */
export const hearsayVersion = String(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version);
