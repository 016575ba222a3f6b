// How long what a database of another model is asked for takes where one node has very many relations:
// `npx tsx bench/hubs.ts [relations]` starts a Neo4j of its own, fills it, and asks through the store and over HTTP.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import neo4j from 'neo4j-driver';
import pino from 'pino';
import { createApp } from '../server/app.ts';
import { openStore } from '../server/store/open.ts';
import { launchNeo4j } from '../tests/neo4j/launch.ts';
import { bareNeo4j } from './bare.ts';
import { time } from './measure.ts';

const relations = Number(process.argv[2] ?? 200_000);
const runs = 5;

/** One hub with a relation to each leaf, a hundred smaller hubs, a chain through the leaves, and a rare label made last. */
const batches = (text: string, count: number): [text: string, from: number, to: number][] =>
  Array.from({ length: Math.ceil(count / 20_000) }, (_, at) => [
    text,
    at * 20_000 + 1,
    Math.min(count, (at + 1) * 20_000),
  ]);
const filling: readonly (string | [text: string, from: number, to: number])[] = [
  'CREATE (:Hub {name: "Hub"})',
  'UNWIND range(1, 100) AS i CREATE (:Branch {name: "Branch " + i})',
  'MATCH (h:Hub), (b:Branch) CREATE (h)-[:OWNS]->(b)',
  ...batches(
    "MATCH (h:Hub) UNWIND range($from, $to) AS i CREATE (h)-[:OWNS]->(:Leaf {name: 'Leaf ' + i, n: i})",
    relations,
  ),
  ...batches("UNWIND range($from, $to) AS i CREATE (:Alone {name: 'Alone ' + i})", Math.round(relations / 2)),
  'CREATE INDEX leaf_n FOR (l:Leaf) ON (l.n)',
  'CALL db.awaitIndexes(300)',
  ...batches(
    'UNWIND range($from, $to) AS i MATCH (a:Leaf {n: i}), (b:Leaf {n: i + 1}) CREATE (a)-[:NEXT]->(b)',
    relations - 1,
  ),
  ...batches(
    'MATCH (b:Branch) WITH collect(b) AS bs UNWIND range($from, $to) AS i MATCH (l:Leaf {n: i}) WITH bs[i % 100] AS b, l CREATE (l)-[:NEAR]->(b)',
    Math.min(relations, 50_000),
  ),
  "UNWIND range(1, 50) AS i CREATE (:Rare {name: 'Rare ' + i})",
  'MATCH (r:Rare) WITH collect(r) AS rs UNWIND range(0, 48) AS i WITH rs[i] AS a, rs[i + 1] AS b CREATE (a)-[:NEXT]->(b)',
];

const medianOf = (times: number[]): string => `${(times.sort((a, b) => a - b)[runs >> 1] as number).toFixed(0)} ms`;
async function told(what: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const ms = await time(work);
    // The first one warms up.
    if (run > 0) times.push(ms);
  }
  console.log(`| ${what} | ${medianOf(times)} |`);
}

interface Operator {
  dbHits: number;
  children: Operator[];
}
const hitsIn = ({ dbHits, children }: Operator): number => dbHits + children.reduce((sum, one) => sum + hitsIn(one), 0);

/** What a statement takes of the database, whatever else the machine does. */
async function hits(uri: string, name: string, ids: readonly string[]): Promise<string> {
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true });
  const text = readFileSync(new URL(`../cypher/neo4j/read/foreign/${name}.cypher`, import.meta.url), 'utf8');
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, { ids, limit: neo4j.int(40_001) });
  await driver.close();
  return hitsIn(summary.profile as unknown as Operator).toLocaleString('en');
}

const launched = await launchNeo4j();
try {
  const bare = bareNeo4j(launched.uri);
  for (const step of filling) {
    const [text, from, to] = typeof step === 'string' ? [step] : step;
    await bare.write([
      { text, parameters: from === undefined ? {} : { from: neo4j.int(from), to: neo4j.int(to ?? from) } },
    ]);
  }
  const ids = async (pattern: string, limit: number): Promise<string[]> =>
    (await bare.read(`MATCH ${pattern} RETURN elementId(n) AS id LIMIT ${limit}`, {})).map((row) => String(row.id));
  const [hub, branches, leaves] = await Promise.all([ids('(n:Hub)', 1), ids('(n:Branch)', 100), ids('(n:Leaf)', 1899)]);
  const few = [...hub, ...branches, ...leaves.slice(0, 199)];
  const many = [...hub, ...branches, ...leaves];
  const store = await openStore({ kind: 'neo4j', uri: launched.uri });
  const config = { host: '127.0.0.1', hosts: [], graphNodes: 2000, documentBytes: 10_000_000 };
  const server = createApp({ store, log: pino({ level: 'silent' }), config }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const [{ n = 0 } = {}] = await bare.read('MATCH (n) RETURN toFloat(count(n)) AS n', {});
  console.log(
    `${Number(n).toLocaleString('en')} nodes, a hub of ${relations.toLocaleString('en')} relations; median of ${runs}.\n`,
  );
  console.log('| what | time |\n|---|---|');
  const key = encodeURIComponent(`~${hub[0]}`);
  await told('relations among 300 nodes, the hub one of them', () =>
    store.read('read/foreign/edges-among', { ids: few }),
  );
  await told('the same of 2,000', () => store.read('read/foreign/edges-among', { ids: many }));
  await told('their ends', () => store.read('read/foreign/pairs-among', { ids: many, limit: 40_001 }));
  await told('opening view', () => get('/api/graph'));
  await told('opening view of a rare label', () => get('/api/graph?types=Rare'));
  await told('the panel of the hub', () => get(`/api/nodes/${key}`));
  await told('the first 50 neighbours of the hub', () => get(`/api/nodes/${key}/neighbours?limit=50`));
  await told('a path between two leaves', () =>
    get(`/api/paths?from=${encodeURIComponent(`~${leaves[0]}`)}&to=${encodeURIComponent(`~${leaves[1500]}`)}`),
  );
  console.log('\n| what | db hits |\n|---|---|');
  console.log(`| relations among 300 nodes, the hub one of them | ${await hits(launched.uri, 'edges-among', few)} |`);
  console.log(`| the same of 2,000 | ${await hits(launched.uri, 'edges-among', many)} |`);
  console.log(`| their ends | ${await hits(launched.uri, 'pairs-among', many)} |`);
  server.closeAllConnections();
  server.close();
  await store.close();
  await bare.close();
} finally {
  await launched.stop();
}
