// How much the graph weighs on its way to the page, and how long reading it takes: in columns against plain JSON.
import { gzipSync } from 'node:zlib';
import { GraphReader } from '../../client/graph/columns.ts';
import { columnsType } from '../../server/schema/columns.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { medianOf } from './measure.ts';

const runs = 15;

async function text(address: string, accept: string): Promise<string> {
  const response = await fetch(`${address}/api/graph?view=explorer`, { headers: { accept } });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.text();
}

function read(lines: string): GraphView {
  const reader = new GraphReader();
  for (const line of lines.split('\n')) if (line !== '') reader.add(line);
  if (!reader.graph) throw new Error('The graph in columns has no end.');
  return reader.graph;
}

/** A line of the table, and the graph itself. */
export async function measureWire(name: string, address: string): Promise<{ line: string; graph: GraphView }> {
  const [columns, plain] = [await text(address, columnsType), await text(address, 'application/json')];
  const times = { columns: [] as number[], plain: [] as number[] };
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    read(columns);
    const between = performance.now();
    JSON.parse(plain);
    times.columns.push(between - start);
    times.plain.push(performance.now() - between);
  }
  const kb = (body: string) =>
    `${(Buffer.byteLength(body) / 1000).toFixed(0)} kB (${(gzipSync(body).length / 1000).toFixed(0)})`;
  const ms = (list: number[]) => `${medianOf(list).toFixed(1)} ms`;
  const share = Buffer.byteLength(columns) / Buffer.byteLength(plain);
  return {
    line: `| ${name} | ${kb(columns)} | ${kb(plain)} | ${share.toFixed(2)} | ${ms(times.columns)} | ${ms(times.plain)} |`,
    graph: read(columns),
  };
}
export const wireHeader = [
  '| graph | in columns (gzip) | plain JSON (gzip) | ratio | reading the columns | reading the JSON |',
  '|---|---|---|---|---|---|',
];
