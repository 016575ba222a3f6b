// The whole way of annotated articles into the embedded database: time of each phase, what came of it, and what a second time costs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFiles } from '../server/commands/import-choice.ts';
import { documentsIn } from '../server/commands/import-documents.ts';
import { importMany } from '../server/ingest/many.ts';
import { Tally } from '../server/ingest/readers/tally.ts';
import { openStore } from '../server/store/open.ts';
import { memoryMb, mostMemory } from './memory.ts';

const usage = 'Usage: npx tsx bench/brat.ts METADATA.tsv FOLDER…, with the .txt and .ann files.';
const [metadata, ...folders] = process.argv.slice(2);
if (metadata === undefined || folders.length === 0) {
  console.error(usage);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const store = await openStore({ kind: 'embedded', folder, memoryMb });
const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
try {
  const tally = new Tally();
  const documents = (told: Tally) =>
    documentsIn(chooseFiles(folders, told), { metadata, mostBytes: 10 * 1024 * 1024 }, told);
  const begun = performance.now();
  const ends = { read: begun, written: begun };
  const onProgress = ({ done, total }: { done: number; total: number }): void => {
    if (done === 1) ends.read = performance.now();
    if (done === total) ends.written = performance.now();
  };
  const imported = importMany(store, documents(tally), { onProgress });
  const most = await mostMemory(() => imported);
  const reports = await imported;
  const ended = performance.now();
  await importMany(store, documents(new Tally()));
  const again = performance.now();
  const titles = [
    'articles',
    'read and check, s',
    'write, s',
    'derive, s',
    'all, s',
    'once more, s',
    'server, MB',
    'engine, MB',
  ];
  const cells = [
    reports.length.toLocaleString('en'),
    seconds(begun, ends.read),
    seconds(ends.read, ends.written),
    seconds(ends.written, ended),
    seconds(begun, ended),
    seconds(ended, again),
    most.server.toFixed(0),
    most.engine.toFixed(0),
  ];
  console.log(`| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}\n| ${cells.join(' | ')} |\n`);
  const labels = await store.read('read/label-counts', {});
  const types = await store.read('read/type-counts', {});
  console.log(JSON.stringify({ labels, types }));
  for (const line of tally.lines()) console.log(line);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
