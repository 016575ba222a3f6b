// Starts the server or the command line from dist/, after building what is missing: `node scripts/run.mjs server|cli [arguments]`.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root } from './build.mjs';

const entries = { server: ['main.js', ['server', 'client']], cli: ['cli.js', ['server']] };
const [name, ...args] = process.argv.slice(2);
const entry = entries[name];
if (!entry) {
  console.error('Usage: node scripts/run.mjs server|cli [arguments]');
  process.exit(2);
}
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
