// Many people at one server: how long mixed reads take while somebody imports, that none fails, and what memory it takes.
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphView } from '../server/schema/view.ts';
import { startServer } from '../tests/e2e/server.ts';
import { chanceOf } from '../tests/fuzz/mutate.ts';
import { launchNeo4j } from '../tests/neo4j/launch.ts';
import { generateDocuments } from './documents.ts';
import { at } from './measure.ts';
import { memoriesUnder } from './memory.ts';
import { mixOf } from './mix.ts';

export interface Crowd {
  clients: number;
  seconds: number;
  /** Stance claims that are there beside the bundled reports before anybody asks. */
  claims: number;
}

/** A person looks at an answer for a while: as long on average, in ms. */
const pauseMs = 1000;
/** A request that takes longer is told as failed. */
const patienceMs = 30_000;

const memoryUnder = (): number => memoriesUnder().reduce((sum, one) => sum + one, 0);

async function send(address: string, json: unknown): Promise<void> {
  const answer = await fetch(`${address}/api/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
    signal: AbortSignal.timeout(10 * patienceMs),
  });
  if (!answer.ok) throw new Error(`An import failed: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Prints a line for each kind of question. Throws where a request failed, or nothing was imported meanwhile. */
async function measure(engine: string, address: string, { clients, seconds, claims }: Crowd): Promise<void> {
  // An endless store of documents: some before, the rest while the others read.
  const documents = generateDocuments(1_000_000);
  for (let sent = 0; sent < claims; sent += 100) await send(address, documents.next().value?.json);
  const graph = (await (await fetch(`${address}/api/graph?view=all&limit=2000`)).json()) as GraphView;
  const mix = mixOf(graph);
  // Each as often as its share says.
  const draws = mix.flatMap(([name, share, path]) => Array.from({ length: share }, () => ({ name, path })));
  const taken = new Map<string, number[]>(mix.map(([name]) => [name, []]));
  const failed: string[] = [];
  const end = Date.now() + seconds * 1000;

  async function client(seed: number): Promise<void> {
    const chance = chanceOf(seed);
    await wait(chance() * pauseMs);
    while (Date.now() < end) {
      const { name, path } = draws[Math.floor(chance() * draws.length)] ?? { name: '', path: () => '' };
      const asked = path(chance());
      const began = performance.now();
      try {
        const answer = await fetch(address + asked, { signal: AbortSignal.timeout(patienceMs) });
        const text = await answer.text();
        if (!answer.ok) failed.push(`${asked}: ${answer.status} ${text.slice(0, 200)}`);
        taken.get(name)?.push(performance.now() - began);
      } catch (error) {
        failed.push(`${asked}: ${error}`);
      }
      await wait(chance() * 2 * pauseMs);
    }
  }
  let imported = 0;
  async function importer(): Promise<void> {
    while (Date.now() < end) {
      await send(address, documents.next().value?.json);
      imported += 1;
    }
  }
  const before = memoryUnder();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, memoryUnder());
  }, 1000);
  try {
    await Promise.all([importer(), ...Array.from({ length: clients }, (_, index) => client(index + 1))]);
  } finally {
    clearInterval(watch);
  }
  const lines: [string, number[]][] = [...taken, ['all', [...taken.values()].flat()]];
  for (const [name, times] of lines) {
    const sorted = [...times].sort((a, b) => a - b);
    const spread = [0.5, 0.95, 0.99, 1].map((share) => at(sorted, share).toFixed(0));
    console.log(`| ${[engine, name, sorted.length, ...spread].join(' | ')} |`);
  }
  const memory = [before, most, memoryUnder()].map((one) => one.toFixed(0)).join(', ');
  console.log(
    `\n${engine}: ${failed.length} failed; ${imported} documents of 100 claims imported meanwhile; memory of the server and what it started, MB, before, most, after: ${memory}.\n`,
  );
  if (failed.length > 0) throw new Error(`Requests failed: ${failed.slice(0, 5).join('\n')}`);
  if (imported === 0) throw new Error('Nothing was imported meanwhile.');
}

/** On the embedded engine, and on a Neo4j where `engines` has it. */
export async function measureCrowd(crowd: Crowd, engines: readonly ('embedded' | 'Neo4j')[]): Promise<void> {
  const { clients, seconds, claims } = crowd;
  console.log(
    `${clients} clients for ${seconds} s, each pausing ${pauseMs} ms on average after an answer; ${claims} claims beside the bundled reports; one imports without a pause.\n`,
  );
  console.log('| engine | asked | requests | p50, ms | p95, ms | p99, ms | most, ms |\n|---|---|---|---|---|---|---|');
  for (const engine of engines) {
    const database = engine === 'Neo4j' ? await launchNeo4j() : undefined;
    const server = await startServer(database && { env: { NEO4J_URI: database.uri } });
    try {
      await measure(engine, server.address, crowd);
    } finally {
      await server.stop();
      await database?.stop();
    }
  }
}
