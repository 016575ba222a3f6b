// Measures that importing and deriving roll-call votes takes time in proportion to their number, and memory within bounds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveAll } from '../server/ingest/derive.ts';
import { parseDocument } from '../server/ingest/document.ts';
import { importDocument } from '../server/ingest/import.ts';
import { type EngineSettings, type OpenedStore, openStore } from '../server/store/open.ts';
import { launchNeo4j, whyNot } from '../tests/neo4j/launch.ts';
import { measureBlocks } from './blocks.ts';
import { time } from './measure.ts';
import { type Memory, memoryMb, mostMemory } from './memory.ts';
import { makeVotes, readVotes, type Vote, voteDocuments } from './votes.ts';

/** Time per claim at the largest size against that at the smallest; more than this is not linear. */
const mostGrowth = 2;

interface Measured {
  votes: number;
  claims: number;
  importMs: number;
  deriveMs: number;
  /** Everything as it was: only read and compared. */
  againMs: number;
  /** The most that both processes held from the first document on. */
  memory: Memory;
}

async function measure(store: OpenedStore, votes: readonly Vote[]): Promise<Measured> {
  const ms = { import: 0, derive: 0, again: 0 };
  const memory = await mostMemory(async () => {
    ms.import = await time(async () => {
      for (const { file, json } of voteDocuments(votes))
        await importDocument(store, parseDocument(json, file), { derive: 'later', durable: 'later' });
      await store.flush();
    });
    ms.derive = await time(() => deriveAll(store));
    ms.again = await time(() => deriveAll(store));
  });
  const [row] = await store.read('read/claim-count', {});
  const claims = row?.count ?? 0;
  return { votes: votes.length, claims, importMs: ms.import, deriveMs: ms.derive, againMs: ms.again, memory };
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const number = (value: number): string => value.toLocaleString('en');
const each = (ms: number, { claims }: Measured): number => (ms * 1000) / claims;

function line(engine: string, one: Measured): string {
  const { votes, claims, importMs, deriveMs, againMs, memory } = one;
  const of = (ms: number): string => `${seconds(ms)} | ${each(ms, one).toFixed(0)}`;
  const cells = [engine, number(votes), number(claims), of(importMs), of(deriveMs), of(againMs)];
  return `| ${[...cells, memory.server.toFixed(0), memory.engine.toFixed(0)].join(' | ')} |`;
}
const titles = [
  ...['engine', 'votes', 'claims', 'import, s', 'µs a claim', 'derive all, s', 'µs a claim'],
  ...['derive again, s', 'µs a claim', 'server, MB', 'engine, MB'],
];

/** Imports and derives each number of votes in a database of its own; `then` is asked about the last while it is open. */
async function onEngine(
  engine: string,
  settings: (votes: number) => EngineSettings,
  votes: readonly Vote[],
  sizes: readonly number[],
  then: (store: OpenedStore) => Promise<void> = async () => {},
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const [at, size] of sizes.entries()) {
    const store = await openStore(settings(size));
    try {
      const measured = await measure(store, votes.slice(0, size));
      all.push(measured);
      console.log(line(engine, measured));
      if (at === sizes.length - 1) await then(store);
    } finally {
      await store.close();
    }
  }
  return all;
}

/** Says how time a claim grows from the smallest size to the largest, and throws where that is more than twofold. */
function checkGrowth(all: readonly Measured[], isStrict: boolean): void {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  const growth = (of: (one: Measured) => number): number => each(of(last), last) / each(of(first), first);
  const grown = {
    import: growth((one) => one.importMs),
    derive: growth((one) => one.deriveMs),
    again: growth((one) => one.againMs),
  };
  const told = Object.entries(grown).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  console.log(`\nTime a claim, ${number(last.votes)} votes against ${number(first.votes)}: ${told.join(', ')}.`);
  if (isStrict && Object.values(grown).some((value) => value > mostGrowth))
    throw new Error(`Time grows faster than the claims: at most ${mostGrowth} times as much a claim is linear.`);
}

/**
 * Prints the tables for the votes of a file, or for made-up ones, with so many votes or the standard ones; `smoke` only
 * shows that it works. Throws where time per claim grows more than twofold from the smallest size to the largest, and
 * where the engine goes over its memory limit.
 */
export async function measureVotes(
  file: string | undefined,
  { smoke, sizes: asked }: { smoke: boolean; sizes: readonly number[] },
): Promise<void> {
  const votes = file === undefined ? makeVotes(smoke ? 2000 : 143_376) : readVotes(file);
  const standard = smoke ? [500, 2000] : [10_000, 50_000, votes.length];
  const sizes = (asked.length > 0 ? asked : standard).filter((size) => size <= votes.length);
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  console.log(`The embedded engine may hold ${memoryMb} MB.\n`);
  console.log(`| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}`);
  try {
    const here = (size: number): EngineSettings => ({
      kind: 'embedded',
      folder: join(folder, String(size)),
      memoryMb,
    });
    const all = await onEngine('embedded', here, votes, sizes, async (store) => {
      const [first] = voteDocuments(votes);
      const { article, entities } = first?.json ?? {};
      await measureBlocks(store, entities?.[0]?.key ?? '', article?.key ?? '');
    });
    checkGrowth(all, !smoke);
    await onNeo4j(votes, sizes.slice(0, 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onNeo4j(votes: readonly Vote[], sizes: readonly number[]): Promise<void> {
  const reason = await whyNot();
  if (reason) {
    console.log(`\nNeo4j was left out: ${reason}.`);
    return;
  }
  console.log('');
  const { uri, stop } = await launchNeo4j();
  try {
    console.log(`| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}`);
    await onEngine('Neo4j', () => ({ kind: 'neo4j', uri }), votes, sizes);
  } finally {
    await stop();
  }
}
