// What is measured on one engine: import, the graph route, one hop over HTTP, two hops through the port, each against the bare driver.
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from '../server/app.ts';
import { importMany } from '../server/ingest/many.ts';
import type { OpenedStore } from '../server/store/open.ts';
import type { Bare } from './bare.ts';
import { generateDocuments } from './documents.ts';
import { compare, row, time } from './measure.ts';
import { queryLines } from './query.ts';
import { prepareBare, writeBare } from './rewrite.ts';
import type { BenchTypes } from './statements.ts';

export interface Suite {
  engine: string;
  open(): Promise<OpenedStore<BenchTypes>>;
  openBare(): Promise<Bare>;
}

const nodesText = `MATCH (n:Record) WHERE n:Actor OR n:Plan OR n:Event OR n:Outlet
RETURN n.key AS key, labels(n) AS labels, properties(n) AS properties`;
const edgesText = `MATCH (a:Record)-[r]->(b:Record) WHERE (a:Actor OR a:Plan OR a:Event OR a:Outlet)
AND (b:Actor OR b:Plan OR b:Event OR b:Outlet)
RETURN a.key AS source, b.key AS target, type(r) AS type, properties(r) AS properties`;
const oneHopText = `MATCH (a:Record {key: $key})-[r]-(b:Record)
RETURN b.key AS key, labels(b) AS labels, properties(b) AS node, type(r) AS type, properties(r) AS edge
ORDER BY type, key LIMIT 50`;
const twoHopsText = `MATCH (a:Record {key: $key})-[]-(b:Record)-[]-(c:Record)
RETURN DISTINCT c.key AS key, c.name AS name ORDER BY key LIMIT $limit`;

const get = async (url: string): Promise<unknown> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** The lines of the table for one engine. */
export async function runSuite(
  { engine, open, openBare }: Suite,
  size: { claims: number; runs: number; strict: boolean },
): Promise<string[]> {
  const store = await open();
  const bare = await openBare();
  try {
    const importMs = await time(() => importMany(store, generateDocuments(size.claims), {}));
    const written = await prepareBare(store, bare);
    const bareMs = await time(() => writeBare(bare, written));
    const once = (ms: number) => ({ median: ms, p95: ms });
    const what = `import and derive ${size.claims.toLocaleString('en')} claims (${written.nodes} nodes, ${written.relations} relations), once`;
    const lines = [row(what, engine, { ours: once(importMs), bare: once(bareMs) })];

    const config = { host: '127.0.0.1', hosts: [], graphNodes: 2000, documentBytes: 10_000_000 };
    const server = createApp({ store, log: pino({ level: 'silent' }), config }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    try {
      const key = 'organization:member-7';
      const path = `${api}/nodes/${encodeURIComponent(key)}/neighbours?limit=50`;
      const graphRuns = Math.max(3, Math.round(size.runs / 5));
      const bareGraph = async () => [await bare.read(nodesText, {}), await bare.read(edgesText, {})];
      const twoHops = () => store.read('bench/two-hops', { key, limit: 500 });
      lines.push(row('GET /api/graph', engine, await compare(graphRuns, () => get(`${api}/graph`), bareGraph)));
      lines.push(
        row(
          'GET …/neighbours, 50 of them',
          engine,
          await compare(
            size.runs,
            () => get(path),
            () => bare.read(oneHopText, { key }),
          ),
        ),
      );
      const limit = engine === 'Neo4j' ? (await import('neo4j-driver')).default.int(500) : 500;
      lines.push(
        row(
          'two hops through the store port, 500 rows',
          engine,
          await compare(size.runs, twoHops, () => bare.read(twoHopsText, { key, limit })),
        ),
      );
      const { table, notes } = await queryLines(engine, api, bare, { runs: size.runs, key, strict: size.strict });
      return [...lines, ...table, ...notes.map((note) => `\n${note}\n`)];
    } finally {
      server.closeAllConnections();
      server.close();
    }
  } finally {
    await bare.close();
    await store.close();
  }
}
