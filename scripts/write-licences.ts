// Writes docs/licences.md, the licence of every package in the lock file; with --check it fails where that is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Licences under which a package may come in: none asks anything of what it is linked with. */
const allowed = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'OFL-1.1'],
  ...['MIT OR Apache-2.0', '(MIT AND Zlib)'],
  // Used under MIT.
  '(MIT OR GPL-3.0-or-later)',
  // Of files, not of what uses them; only tools of the tests and the build are under it.
  'MPL-2.0',
  // An older name without the number of its clauses: duck's file has two.
  'BSD',
]);

const Entry = z.object({
  version: z.string(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lock = z.object({ packages: z.record(z.string(), z.unknown()) });

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const lock = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const entries = Object.entries(lock.packages).flatMap(([path, entry]) =>
  path === '' ? [] : [{ name: nameOf(path), ...Entry.parse(entry) }],
);
/** A binary for another platform has its licence from the package that brings it. */
const bringers = new Map(
  entries.flatMap(({ license, optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).map((name) => [name, license] as const),
  ),
);

interface Row {
  name: string;
  version: string;
  licence: string;
  use: string;
}
const rows = new Map<string, Row>();
const refused: string[] = [];
for (const { name, version, license, dev } of entries) {
  const licence = license ?? bringers.get(name) ?? 'unknown';
  if (!allowed.has(licence)) refused.push(`${name} ${version}: ${licence}`);
  if (licence === 'MPL-2.0' && dev !== true) refused.push(`${name} ${version}: ${licence} at run time`);
  rows.set(`${name} ${version}`, { name, version, licence, use: dev ? 'to build and test' : 'at run time' });
}
if (refused.length > 0) {
  console.error(`These may not come in under their licences (docs/dependencies.md):\n${refused.join('\n')}`);
  process.exit(1);
}

const sorted = [...rows.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
const counts = new Map<string, number>();
for (const { licence } of sorted) counts.set(licence, (counts.get(licence) ?? 0) + 1);
const table = (use: string): string[] => [
  '| package | version | licence |',
  '| --- | --- | --- |',
  ...sorted
    .filter((row) => row.use === use)
    .map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
];
const text = [
  '# Licences of all packages',
  '',
  'Made of the lock file by `npx tsx scripts/write-licences.ts`, which refuses a licence that it does not list; `npm run check` fails where this page is out of date. Why each direct dependency is here stands in [dependencies.md](dependencies.md). Separate programs (Neo4j Community, CoreNLP) are no part of it.',
  '',
  [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([licence, count]) => `${licence}: ${count}`)
    .join('; ')
    .concat('.'),
  '',
  '## Shipped: at run time',
  '',
  ...table('at run time'),
  '',
  '## Not shipped as packages: to build and test',
  '',
  'What the page is made of (preact, sigma, CodeMirror and others in [dependencies.md](dependencies.md)) is bundled into it at build time and stands here too.',
  '',
  ...table('to build and test'),
  '',
].join('\n');

const path = 'docs/licences.md';
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is out of date: run npx tsx scripts/write-licences.ts.`);
    process.exit(1);
  }
} else {
  writeFileSync(path, text);
}
