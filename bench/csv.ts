// The whole way of a CSV file into the embedded database, at growing sizes: time of each phase and memory of both processes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CsvProgress, importCsv } from '../server/ingest/readers/csv/import-csv.ts';
import { parseMapping } from '../server/ingest/readers/csv/mapping.ts';
import { type OpenedStore, openStore } from '../server/store/open.ts';
import { memoryMb, mostMemory } from './memory.ts';

const usage = 'Usage: npx tsx bench/csv.ts FILE.csv MAPPING.json [rows…]; every row where no numbers are given.';
const [file, mappingFile, ...sizes] = process.argv.slice(2);
if (file === undefined || mappingFile === undefined) {
  console.error(usage);
  process.exit(2);
}
const mapping = parseMapping(JSON.parse(readFileSync(mappingFile, 'utf8')), mappingFile);
// Rows of a file for a benchmark stand in one line each.
const lines = readFileSync(file, 'utf8').trimEnd().split('\n');

/** Counted in a database that is opened anew, so that reading every edge is no part of what is measured. */
async function contestedSupports(folder: string, written: OpenedStore): Promise<number> {
  await written.close();
  const store = await openStore({ kind: 'embedded', folder, memoryMb });
  let contested = 0;
  try {
    for await (const { properties } of store.stream('read/graph/entity-edges', { types: ['SUPPORTS'] })) {
      if (properties.contested === true) contested += 1;
    }
  } finally {
    await store.close();
  }
  return contested;
}

async function measure(rows: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const store = await openStore({ kind: 'embedded', folder, memoryMb });
  try {
    const text = lines.slice(0, rows + 1).join('\n');
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536));
    }
    const begun = performance.now();
    const ends = { prepared: begun, written: begun };
    const onProgress = ({ phase, articles }: CsvProgress): void => {
      if (phase === 'written' && articles?.done === 1) ends.prepared = performance.now();
      if (phase === 'written') ends.written = performance.now();
    };
    const input = { file: 'bench.csv', chunks: chunks(), size: text.length };
    const imported = importCsv(store, input, mapping, { onProgress });
    const most = await mostMemory(() => imported);
    const report = await imported;
    const ended = performance.now();
    const contested = await contestedSupports(folder, store);
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    const cells = [
      report.rows.toLocaleString('en'),
      report.assertions.toLocaleString('en'),
      seconds(ends.prepared - begun),
      seconds(ends.written - ends.prepared),
      seconds(ended - ends.written),
      seconds(ended - begun),
      most.server.toFixed(0),
      most.engine.toFixed(0),
      contested.toLocaleString('en'),
    ];
    return `| ${cells.join(' | ')} |`;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const titles = [
  'rows',
  'assertions',
  'read and check, s',
  'write, s',
  'derive, s',
  'all, s',
  'server, MB',
  'engine, MB',
  'contested supports',
];
console.log(`| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}`);
const all = lines.length - 1;
for (const size of sizes.length === 0 ? [all] : sizes.map(Number)) console.log(await measure(Math.min(all, size)));
