// How long whole files of real data take into each engine, against bare `UNWIND` batches of what they became, in one run.
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFiles } from '../server/commands/import-choice.ts';
import { documentsIn } from '../server/commands/import-documents.ts';
import { importMany } from '../server/ingest/many.ts';
import { importCsv } from '../server/ingest/readers/csv/import-csv.ts';
import { parseMapping } from '../server/ingest/readers/csv/mapping.ts';
import { Tally } from '../server/ingest/readers/tally.ts';
import type { EngineSettings, OpenedStore } from '../server/store/open.ts';
import { openStore } from '../server/store/open.ts';
import { tiesMapping } from '../tests/datasets.ts';
import { launchNeo4j, whyNot } from '../tests/neo4j/launch.ts';
import { type Bare, bareEmbedded, bareNeo4j } from './bare.ts';
import { time } from './measure.ts';
import { memoryMb } from './memory.ts';
import { prepareBare, writeBare, writeBareAtOnce } from './rewrite.ts';
import { type BenchTypes, benchStatements } from './statements.ts';
import { Watched } from './watched.ts';

/** Import time against the bare batches; more than this is told as missed. */
const mostRatio = 1.5;

export interface Load {
  name: string;
  import(store: OpenedStore<BenchTypes>): Promise<unknown>;
}

/** What there is to load under `folder`, where the corpus and the data sets lie. */
export function loadsIn(folder: string): Load[] {
  const [polnear, ties] = [join(folder, 'polnear'), join(folder, 'datasets', 'trumpworld.csv')];
  const metadata = join(polnear, 'metadata.tsv');
  const loads: Load[] = [];
  if (existsSync(metadata)) {
    const folders = [join(polnear, 'dev'), join(polnear, 'train')];
    const documents = () => {
      const tally = new Tally();
      return documentsIn(chooseFiles(folders, tally), { metadata, mostBytes: 10 * 1024 * 1024 }, tally);
    };
    loads.push({ name: 'brat: PolNeAR', import: (store) => importMany(store, documents()) });
  }
  if (existsSync(ties)) {
    const mapping = parseMapping(tiesMapping, 'the mapping of trumpworld.csv');
    const input = () => ({ file: 'trumpworld.csv', chunks: createReadStream(ties), size: statSync(ties).size });
    loads.push({ name: 'CSV: trumpworld', import: (store) => importCsv(store, input(), mapping) });
  }
  return loads;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const titles = [
  ...['what', 'engine', 'nodes', 'relations', 'import, s', 'again, s'],
  ...['bare, each batch durable, s', 'ratio', 'bare, durable at the end, s', 'ratio'],
];

interface Measured {
  line: string;
  ratio: number;
}

/** Two bare databases: one in which each batch is durable when it is acknowledged, one in which all are at the end. */
type Bares = [Bare, Bare];

async function measure(load: Load, engine: string, settings: EngineSettings, bares: Bares, details: boolean) {
  const store = await openStore<BenchTypes>(settings, { extra: benchStatements });
  try {
    const watched = details ? new Watched(store) : undefined;
    const importMs = await time(() => load.import(watched?.store ?? store));
    for (const line of watched?.lines() ?? []) console.log(line);
    const againMs = await time(() => load.import(store));
    const [each, atOnce] = bares;
    const written = await prepareBare(store, each);
    const eachMs = await time(() => writeBare(each, written));
    await prepareBare(store, atOnce);
    const atOnceMs = await time(() => writeBareAtOnce(atOnce, written));
    const ratio = importMs / eachMs;
    const counts = [written.nodes, written.relations].map((one) => one.toLocaleString('en'));
    const times = [importMs, againMs, eachMs].map(seconds);
    const last = [ratio.toFixed(2), seconds(atOnceMs), (importMs / atOnceMs).toFixed(2)];
    return { line: `| ${[load.name, engine, ...counts, ...times, ...last].join(' | ')} |`, ratio };
  } finally {
    await store.close();
    for (const bare of bares) await bare.close();
  }
}

async function onNeo4j(load: Load, details: boolean): Promise<Measured> {
  const started = [await launchNeo4j(), await launchNeo4j(), await launchNeo4j()] as const;
  const [ours, each, atOnce] = started;
  try {
    const bares: Bares = [bareNeo4j(each.uri), bareNeo4j(atOnce.uri)];
    return await measure(load, 'Neo4j', { kind: 'neo4j', uri: ours.uri }, bares, details);
  } finally {
    for (const { stop } of started) await stop();
  }
}

async function onEmbedded(load: Load, folder: string, details: boolean): Promise<Measured> {
  const bares: Bares = [bareEmbedded(join(folder, 'each.grafeo')), bareEmbedded(join(folder, 'at-once.grafeo'))];
  return measure(load, 'embedded', { kind: 'embedded', folder: join(folder, 'hearsay'), memoryMb }, bares, details);
}

/**
 * Prints a line for each load on each engine that is here. Of the loads and engines only those with one of `only` in
 * their names are taken, where any are given; `details` prints what each statement took. Throws where a ratio is missed.
 */
export async function measureLoads(folder: string, only: readonly string[], details: boolean): Promise<void> {
  const wanted = (...names: string[]): boolean =>
    only.length === 0 || only.every((part) => names.some((name) => name.toLowerCase().includes(part.toLowerCase())));
  const loads = loadsIn(folder);
  if (loads.length === 0) throw new Error(`There is nothing to load in ${folder}.`);
  const reason = await whyNot();
  if (reason) console.log(`Neo4j is left out: ${reason}.`);
  console.log(`load ${loadavg()[0]?.toFixed(1)}\n\n| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}`);
  const missed: string[] = [];
  for (const load of loads) {
    for (const engine of reason ? ['embedded'] : ['embedded', 'Neo4j']) {
      if (!wanted(load.name, engine)) continue;
      const place = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
      try {
        const { line, ratio } =
          engine === 'Neo4j' ? await onNeo4j(load, details) : await onEmbedded(load, place, details);
        console.log(line);
        if (ratio > mostRatio) missed.push(`${load.name} on ${engine}: ${ratio.toFixed(2)}`);
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    }
  }
  if (missed.length > 0) throw new Error(`Over ${mostRatio} times the bare batches: ${missed.join('; ')}.`);
}
