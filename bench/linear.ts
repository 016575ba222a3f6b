// Measures that importing and deriving roll-call votes takes time in proportion to their number, and memory that does not grow with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveAll } from '../server/ingest/derive.ts';
import { parseDocument } from '../server/ingest/document.ts';
import { importDocument } from '../server/ingest/import.ts';
import { type EngineSettings, openStore } from '../server/store/open.ts';
import { launchNeo4j, whyNot } from '../tests/neo4j/launch.ts';
import { time } from './measure.ts';
import { makeVotes, readVotes, type Vote, voteDocuments } from './votes.ts';

/** Time per vote at the largest size against that at the smallest; more than this is not linear. */
const mostGrowth = 2;
const megabyte = 1 << 20;

interface Measured {
  votes: number;
  claims: number;
  importMs: number;
  deriveMs: number;
  /** Everything as it was: only read and compared. */
  againMs: number;
  /** The most memory that this process had resident while deriving. */
  memory: number;
}

async function measure(settings: EngineSettings, votes: readonly Vote[]): Promise<Measured> {
  const store = await openStore(settings);
  try {
    const importMs = await time(async () => {
      for (const { file, json } of voteDocuments(votes))
        await importDocument(store, parseDocument(json, file), { derive: 'later', durable: 'later' });
      await store.flush();
    });
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, process.memoryUsage.rss());
    }, 50);
    const deriveMs = await time(() => deriveAll(store));
    const againMs = await time(() => deriveAll(store));
    clearInterval(watch);
    const claims = (await store.read('evidence/claim-keys', {})).length;
    return { votes: votes.length, claims, importMs, deriveMs, againMs, memory };
  } finally {
    await store.close();
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const growth = (all: readonly Measured[], of: (one: Measured) => number): number => {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return Number.NaN;
  return of(last) / last.votes / (of(first) / first.votes);
};
const number = (value: number): string => value.toLocaleString('en');

function* table(engine: string, all: readonly Measured[]): Generator<string> {
  for (const { votes, claims, importMs, deriveMs, againMs, memory } of all) {
    const times = [importMs, deriveMs, againMs].map(seconds).join(' | ');
    const each = (((importMs + deriveMs) * 1000) / votes).toFixed(0);
    yield `| ${engine} | ${number(votes)} | ${number(claims)} | ${times} | ${each} | ${(memory / megabyte).toFixed(0)} |`;
  }
}

async function onEngine(
  engine: string,
  settings: (votes: number) => EngineSettings | Promise<EngineSettings>,
  votes: readonly Vote[],
  sizes: readonly number[],
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const size of sizes) all.push(await measure(await settings(size), votes.slice(0, size)));
  for (const line of table(engine, all)) console.log(line);
  return all;
}

/**
 * Prints the table for the votes of a file, or for made-up ones; `smoke` only shows that it works. Throws where time
 * per vote grows more than twofold from the smallest size to the largest.
 */
export async function measureVotes(file: string | undefined, smoke: boolean): Promise<void> {
  const votes = file === undefined ? makeVotes(smoke ? 2000 : 143_376) : readVotes(file);
  const sizes = smoke ? [500, 2000] : [10_000, 50_000, votes.length];
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  console.log('| engine | votes | claims | import, s | derive all, s | derive again, s | µs a vote | memory, MB |');
  console.log('|---|---|---|---|---|---|---|---|');
  try {
    const here = (size: number): EngineSettings => ({ kind: 'embedded', folder: join(folder, String(size)) });
    const all = await onEngine('embedded', here, votes, sizes);
    const grown = { import: growth(all, (one) => one.importMs), derive: growth(all, (one) => one.deriveMs) };
    console.log(
      `\nTime a vote, largest against smallest: import ${grown.import.toFixed(2)}, derive ${grown.derive.toFixed(2)}.`,
    );
    if (!smoke && (grown.import > mostGrowth || grown.derive > mostGrowth))
      throw new Error(`Time grows faster than the votes: at most ${mostGrowth} times as much a vote is linear.`);
    const reason = await whyNot();
    if (reason) console.log(`\nNeo4j was left out: ${reason}.`);
    else {
      const launched = await launchNeo4j();
      try {
        await onEngine('Neo4j', () => ({ kind: 'neo4j', uri: launched.uri }), votes, sizes.slice(0, 1));
      } finally {
        await launched.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
