// Starts the server or the command line from dist/, after building what is missing: `node scripts/run.mjs server|cli [arguments]`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tooOld } from './node-version.mjs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const old = tooOld(process.versions.node, engines.node);
if (old !== '') {
  console.error(old);
  process.exit(1);
}

const entries = { server: ['main.js', ['server', 'client']], cli: ['cli.js', ['server']] };
const [name, ...args] = process.argv.slice(2);
const entry = entries[name];
if (!entry) {
  console.error('Usage: node scripts/run.mjs server|cli [arguments]');
  process.exit(2);
}
// Only now: what it imports may need a newer Node than this.
const { build, root } = await import('./build.mjs');
try {
  await build(entry[1]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// In this process, so that signals and the exit code are the program's own.
const file = join(root, 'dist', 'server', entry[0]);
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
