// Builds the server (TypeScript) and the client (Vite) into dist/, each only if its sources changed since.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

const parts = {
  server: {
    sources: ['server', 'tsconfig.json', 'tsconfig.server.json', 'package-lock.json'],
    package: 'typescript',
    bin: 'bin/tsc',
    runs: [['-p', 'tsconfig.server.json']],
  },
  client: {
    sources: [
      'scripts/build.mjs',
      'client',
      'server/schema',
      'vite.config.ts',
      'vite.viewer.config.ts',
      'package-lock.json',
    ],
    package: 'vite',
    bin: 'bin/vite.js',
    // The page, then beside it the viewer that an exported page is made of.
    runs: [
      ['build', '--logLevel', 'warn'],
      ['build', '--config', 'vite.viewer.config.ts', '--logLevel', 'warn'],
    ],
  },
};

function* files(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* files(child);
    else yield child;
  }
}

/** A hash of what the part is built from: contents, not times, so that a fresh checkout of the same sources counts as built. */
function fingerprint(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    const path = join(root, source);
    const isFile = /\.\w+$/.test(source);
    for (const file of isFile ? [path] : files(path)) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function binary(name, bin) {
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), bin);
  } catch {
    throw new Error(
      `${name} is not installed, so dist/ cannot be built. Run "npm ci" without --omit=dev (and without NODE_ENV=production), or copy a built dist/ here.`,
    );
  }
}

function run(name, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Building the ${name} failed (exit code ${code}); see above.`)),
    );
  });
}

/** Puts beside each file of the page that is text the same packed by brotli, as small as it gets. */
async function pack(folder) {
  const texts = readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name));
  const packed = texts.map(async (name) => {
    const file = join(folder, name);
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(readFileSync(file)));
  });
  await Promise.all(packed);
}

async function buildPart(name) {
  const { sources, package: pkg, bin, runs } = parts[name];
  const stamp = join(root, 'dist', `.${name}.stamp`);
  // An installation without sources (the container image) runs what it was shipped with.
  if (!sources.every((source) => existsSync(join(root, source))) && existsSync(join(root, 'dist', name))) return;
  const current = fingerprint(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  console.error(`Building the ${name} …`);
  rmSync(join(root, 'dist', name), { recursive: true, force: true });
  rmSync(stamp, { force: true });
  for (const args of runs) await run(name, binary(pkg, bin), args);
  if (name === 'client') await pack(join(root, 'dist', 'client', 'assets'));
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current);
}

/** Builds what is missing or older than its sources. */
export async function build(names = Object.keys(parts)) {
  await Promise.all(names.map(buildPart));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  build().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
