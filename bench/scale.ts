// What grows with what: for one number of claims after the other on one Neo4j, how long the import takes, how large the database
// is, and how long each kind of question takes at the built server, which is given as much memory as it takes.
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { importMany } from '../server/ingest/many.ts';
import { stanceEdge } from '../server/provenance/edges.ts';
import { Stance } from '../server/schema/stance.ts';
import { openStore } from '../server/store/open.ts';
import { type RunningServer, startServer } from '../tests/e2e/server.ts';
import { chanceOf } from '../tests/fuzz/mutate.ts';
import { type LaunchedNeo4j, launchNeo4j } from '../tests/neo4j/launch.ts';
import { generateDocuments } from './documents.ts';
import { at, time } from './measure.ts';
import { memoriesUnder, mostMemory } from './memory.ts';

const claimsPerDocument = 100;
const [heapMb, pageCacheMb] = [2048, 1024];
/** A question that takes longer is told as not answered; the server's own limits are shorter for single statements. */
const patienceMs = 300_000;

function* part(from: number, to: number): ReturnType<typeof generateDocuments> {
  let number = 0;
  for (const document of generateDocuments(to)) if (number++ >= from / claimsPerDocument) yield document;
}

/** Kinds of questions; `draw` is from 0 to below 1, `claims` how many there are. */
function questions(claims: number): [name: string, times: number, path: (draw: number) => string][] {
  const plans = Math.ceil(claims / 200);
  const plan = (draw: number) => `plan:plan-${Math.floor(draw * plans)}`;
  const member = (draw: number) => `organization:member-${Math.floor(draw * 200)}`;
  const stance = (draw: number) => {
    const number = Math.floor(draw * claims);
    const [holder, report] = [number % 200, Math.floor(number / claimsPerDocument)];
    const type = stanceEdge[Stance.options[(holder + report) % Stance.options.length] as Stance];
    return encodeURIComponent(`${type}~organization:member-${holder}~plan:plan-${Math.floor(number / 200)}`);
  };
  return [
    ['status', 5, () => '/api/meta'],
    ['a node: an actor', 20, (draw) => `/api/nodes/${member(draw)}`],
    ['50 neighbours of an actor', 20, (draw) => `/api/nodes/${member(draw)}/neighbours?limit=50`],
    ['50 neighbours of a plan', 20, (draw) => `/api/nodes/${plan(draw)}/neighbours?limit=50`],
    ['search: a name', 20, (draw) => `/api/search?q=member%20${Math.floor(draw * 200)}`],
    ['search: words of claims', 20, (draw) => `/api/search?q=plan%20${Math.floor(draw * plans)}`],
    ['stances on a plan', 20, (draw) => `/api/stances?plan=${plan(draw)}`],
    ['evidence of an edge', 20, (draw) => `/api/edges/${stance(draw)}/evidence`],
    ['a path of an actor to a plan', 10, (draw) => `/api/paths?from=${member(draw)}&to=${plan(1 - draw)}`],
    ['a brief on a plan', 5, (draw) => `/api/briefs?plan=${plan(draw)}&format=md`],
    ['contradictions of a plan', 10, (draw) => `/api/contradictions?plan=${plan(draw)}`],
    ['the first graph', 5, () => '/api/graph'],
    ['a graph as of a day, the first time', 1, () => '/api/graph?asOf=2024-06-01'],
    ['the same again', 3, () => '/api/graph?asOf=2024-06-01'],
    ['contradictions: all', 2, () => '/api/contradictions'],
    ['articles', 3, () => '/api/articles'],
  ];
}

const mb = (bytes: number): string => Math.round(bytes).toLocaleString('en');
const largest = (): number => Math.round(memoriesUnder().reduce((most, one) => Math.max(most, one), 0));
const sizeOf = (folder: string): string =>
  execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0] ?? '';

async function residentMb(server: RunningServer): Promise<number> {
  const text = await (await fetch(`${server.address}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN) / 2 ** 20;
}

/** Asks one after the other; a line of the table for each kind. */
async function ask(server: RunningServer, claims: number): Promise<void> {
  const chance = chanceOf(claims);
  for (const [name, times, path] of questions(claims)) {
    const taken: number[] = [];
    const refused: string[] = [];
    let bytes = 0;
    for (let number = 0; number < times; number++) {
      const asked = path(chance());
      taken.push(
        await time(async () => {
          try {
            const answer = await fetch(server.address + asked, { signal: AbortSignal.timeout(patienceMs) });
            const text = await answer.text();
            bytes = Math.max(bytes, text.length);
            if (!answer.ok) refused.push(`${answer.status} ${/"code":"([^"]+)/.exec(text)?.[1] ?? ''}`);
          } catch (error) {
            refused.push((error as Error).name);
          }
        }),
      );
    }
    const sorted = [...taken].sort((a, b) => a - b);
    const cells = [name, times, taken[0] ?? Number.NaN, at(sorted, 0.5), at(sorted, 0.95)].map((cell) =>
      typeof cell === 'number' ? Math.round(cell) : cell,
    );
    const memory = mb(await residentMb(server).catch(() => Number.NaN));
    console.log(
      `| ${[claims.toLocaleString('en'), ...cells, Math.round(bytes / 1000), memory, refused[0] ?? ''].join(' | ')} |`,
    );
  }
}

/** Imports of one document of a hundred claims each by HTTP, and what is asked first after each. */
async function write(server: RunningServer, claims: number, next: number): Promise<void> {
  const documents = part(next, next + 5 * claimsPerDocument);
  const [imports, after]: [number[], number[]] = [[], []];
  for (const { json } of documents) {
    const body = JSON.stringify(json);
    const headers = { 'content-type': 'application/json' };
    imports.push(
      await time(async () => {
        const answer = await fetch(`${server.address}/api/articles`, { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
      }),
    );
    after.push(await time(async () => (await fetch(`${server.address}/api/contradictions?plan=plan:plan-1`)).text()));
  }
  for (const [name, times] of [
    ['import of one document of 100 claims', imports],
    ['contradictions of a plan, the first question after it', after],
  ] as const) {
    const sorted = [...times].sort((a, b) => a - b);
    const cells = [times.length, ...[times[0] ?? Number.NaN, at(sorted, 0.5), at(sorted, 0.95)].map(Math.round)];
    const memory = mb(await residentMb(server));
    console.log(`| ${[claims.toLocaleString('en'), name, ...cells, '', memory, ''].join(' | ')} |`);
  }
}

async function measureSize(neo4j: LaunchedNeo4j, from: number, to: number): Promise<void> {
  const store = await openStore({ kind: 'neo4j', uri: neo4j.uri, deadlineMs: 300_000 });
  let counts = '';
  let ms = 0;
  const most = await mostMemory(async () => {
    ms = await time(() => importMany(store, part(from, to)));
  });
  try {
    const types = await store.read('read/type-counts', {});
    const labels = await store.read('read/label-counts', {});
    const derived = types.reduce((sum, one) => sum + (one.derived ? one.count : 0), 0);
    counts =
      `${mb(labels.find(({ label }) => label === 'Record')?.count ?? 0)} nodes, ` +
      `${mb(types.reduce((sum, one) => sum + one.count, 0))} relations, ${mb(derived)} of them derived`;
  } finally {
    await store.close();
  }
  const rate = Math.round((to - from) / (ms / 1000));
  console.log(
    `\n${to.toLocaleString('en')} claims: ${(to - from).toLocaleString('en')} imported in ${(ms / 1000).toFixed(0)} s (${rate} claims a second, deriving included; load ${loadavg()[0]?.toFixed(1)}); ${counts}; ` +
      `${sizeOf(join(neo4j.data, 'data', 'databases'))} MB of database and ${sizeOf(join(neo4j.data, 'data', 'transactions'))} MB of transaction log on disk; ` +
      `importing process ${mb(most.server)} MB at most, Neo4j ${largest()} MB.\n`,
  );
  const server = await startServer({
    env: { NEO4J_URI: neo4j.uri, HEARSAY_METRICS: 'on', HEARSAY_QUERY_SECONDS: '120', HEARSAY_DOCUMENT_MB: '50' },
    args: ['--empty'],
  });
  try {
    console.log(
      '| claims | question | asked | first, ms | p50, ms | p95, ms | largest, kB | server then, MB | refused |',
    );
    console.log(`|${'---|'.repeat(9)}`);
    await ask(server, to);
    // These stay: the next size begins behind them, and they are among what it imports.
    await write(server, to, to);
  } finally {
    await server.stop();
  }
}

/** Prints the figures of each size as soon as it has them, so that what was measured is there wherever it ends. */
export async function measureScale(sizes: readonly number[]): Promise<void> {
  console.log(
    `Neo4j Community with a heap of ${heapMb} MB and a page cache of ${pageCacheMb} MB, on the same machine.`,
  );
  const neo4j = await launchNeo4j({ heapMb, pageCacheMb });
  try {
    let from = 0;
    for (const to of sizes) {
      await measureSize(neo4j, from, to);
      from = to;
    }
  } finally {
    await neo4j.stop();
  }
}
