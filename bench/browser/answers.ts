// How long the server takes to answer what a person asks of a loaded graph: each kind of question about many things in turn.
import { seeded } from '../../client/graph/metrics/random.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { time } from '../measure.ts';
import { percentile } from './measure.ts';

interface Question {
  what: string;
  /** Addresses below /api/, each asked once. */
  paths: string[];
}

const of = encodeURIComponent;

/** So many of the list by chance, the same in every run. */
function some<T>(list: readonly T[], count: number, next: () => number): T[] {
  const left = [...list];
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(next() * left.length), 1));
  return chosen;
}

const repeated = (path: string, times: number): string[] => Array.from({ length: times }, () => path);

/** What is asked: about nodes of the graph by chance, about its hubs, and about everything. */
function questionsOn({ nodes, edges }: GraphView, times: number): Question[] {
  const next = seeded(20261123);
  const degree = new Map<string, number>();
  for (const { source, target } of edges)
    for (const key of [source, target]) degree.set(key, (degree.get(key) ?? 0) + 1);
  const joined = nodes.filter(({ key }) => degree.has(key));
  const hubs = [...joined].sort((a, b) => (degree.get(b.key) ?? 0) - (degree.get(a.key) ?? 0)).slice(0, times);
  const chosen = some(joined, times, next);
  const actors = some(
    nodes.filter(({ key, labels }) => !labels.includes('Outlet') && degree.has(key)),
    Math.ceil(times / 4),
    next,
  );
  const derived = edges.filter(({ derived }) => derived);
  const search = (query: string) => `search?q=${of(query)}`;
  const neighbours = (key: string) => `nodes/${of(key)}/neighbours?limit=25`;
  const whole = Math.ceil(times / 8);
  return [
    { what: 'search, the first three letters', paths: chosen.map(({ name }) => search(name.slice(0, 3))) },
    { what: 'search, the whole name', paths: chosen.map(({ name }) => search(name.slice(0, 100))) },
    { what: 'a node', paths: chosen.map(({ key }) => `nodes/${of(key)}`) },
    { what: 'a node, the most connected', paths: hubs.map(({ key }) => `nodes/${of(key)}`) },
    { what: 'expand: 25 neighbours', paths: chosen.map(({ key }) => neighbours(key)) },
    { what: 'expand, the most connected', paths: hubs.map(({ key }) => neighbours(key)) },
    {
      what: 'paths between two nodes',
      paths: chosen.map(({ key }, at) => `paths?from=${of(key)}&to=${of(hubs[at % hubs.length]?.key ?? key)}`),
    },
    { what: 'evidence of an edge', paths: some(derived, times, next).map(({ key }) => `edges/${of(key)}/evidence`) },
    {
      what: 'evidence of a stated relation',
      paths: some(
        edges.filter((edge) => !edge.derived),
        times,
        next,
      ).map(({ key }) => `edges/${of(key)}/evidence`),
    },
    { what: 'brief on an actor', paths: actors.map(({ key }) => `briefs?holder=${of(key)}&format=md`) },
    { what: 'graph to draw', paths: repeated('graph', whole) },
    { what: 'matrix: all stances', paths: repeated('stances', whole) },
    { what: 'ledger: all contradictions', paths: repeated('contradictions', whole) },
    { what: 'which reports edges rest on', paths: repeated('edge-reports', whole) },
    { what: 'articles', paths: repeated('articles', whole) },
    { what: 'graph as of a day, the first time', paths: ['graph?asOf=2016-08-01'] },
    { what: 'graph as of a day, then', paths: repeated('graph?asOf=2016-08-01', whole) },
    { what: 'what changed between two days', paths: repeated('diff?from=2016-07-01&to=2016-08-01', whole) },
  ];
}

export const answersHeader = [
  '| question | asked | first, ms | p50, ms | p95, ms | largest, kB |',
  '|---|---|---|---|---|---|',
];

/** A line for each kind of question, asked one after the other. Errors: an answer that is none. */
export async function measureAnswers(address: string, graph: GraphView, times: number): Promise<string[]> {
  const lines: string[] = [];
  for (const { what, paths } of questionsOn(graph, times)) {
    const taken: number[] = [];
    let largest = 0;
    for (const path of paths) {
      taken.push(
        await time(async () => {
          const response = await fetch(`${address}/api/${path}`);
          const body = await response.arrayBuffer();
          if (!response.ok) throw new Error(`${path}: ${response.status} ${new TextDecoder().decode(body)}`);
          largest = Math.max(largest, body.byteLength);
        }),
      );
    }
    const [first = Number.NaN] = taken;
    const cells = [first, percentile(taken, 0.5), percentile(taken, 0.95)].map((ms) => ms.toFixed(ms < 10 ? 1 : 0));
    lines.push(`| ${[what, paths.length, ...cells, (largest / 1000).toFixed(0)].join(' | ')} |`);
  }
  return lines;
}
