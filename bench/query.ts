// POST /api/query against the bare driver's executeRead, the client's reading of the lines included, for statements seen before.
import { Gate } from '../server/query/gate.ts';
import type { Bare } from './bare.ts';
import { compare, row, type Spread, time } from './measure.ts';

interface Question {
  what: string;
  statement: string;
  /** At most so many times the bare driver's median, on Neo4j. */
  most: number;
  /** Of the runs, this share: the large answer takes long. */
  share: number;
}

const questions: readonly Question[] = [
  {
    what: 'POST /api/query, a point look-up',
    statement: 'MATCH (n:Record {key: $key}) RETURN n.key AS key, n.name AS name, n.aliases AS aliases',
    most: 1.6,
    share: 1,
  },
  {
    what: 'POST /api/query, two hops, 500 rows',
    statement:
      'MATCH (a:Record {key: $key})-[]-(b:Record)-[]-(c:Record) RETURN DISTINCT c.key AS key, c.name AS name ORDER BY key LIMIT 500',
    most: 1.6,
    share: 1,
  },
  {
    what: 'POST /api/query, 100,000 rows',
    statement: 'MATCH (a:Record)-[r]-(b:Record) RETURN a.key AS source, type(r) AS type, b.key AS target LIMIT 100000',
    most: 2.3,
    share: 0.2,
  },
];

/** What a client does that wants the values: every line read, every value taken out of its type. */
async function ask(api: string, statement: string, parameters: object): Promise<unknown[][]> {
  const response = await fetch(`${api}/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ statement, parameters }),
  });
  const lines = (await response.text()).split('\n');
  if (!response.ok) throw new Error(lines.join('\n'));
  const rows: unknown[][] = [];
  for (let at = 1; at < lines.length - 2; at++) {
    const values = JSON.parse(lines[at] ?? '') as { _value: unknown }[];
    rows.push(values.map(({ _value }) => _value));
  }
  const end = JSON.parse(lines.at(-2) ?? '') as { summary?: { rows: number } };
  if (end.summary?.rows !== rows.length) throw new Error(`Not all rows came: ${lines.at(-2)}`);
  return rows;
}

/** Milliseconds until the gate lets a statement through that it has not seen. */
async function gateLine(engine: string, dialect: 'embedded' | 'neo4j'): Promise<string> {
  const gate = new Gate({ dialect });
  const check = (n: number) =>
    gate.check(
      `MATCH (a:Record {key: $key})-[r]-(b:Record) WHERE b.key <> 'x${n}' RETURN b.key AS key, type(r) AS type`,
      {
        mode: 'read',
      },
    );
  const first = await time(() => check(0));
  const times: number[] = [];
  for (let n = 1; n <= 30; n++) times.push(await time(() => check(n)));
  await gate.close();
  const median = times.sort((a, b) => a - b)[15] ?? Number.NaN;
  return `The gate takes ${median.toFixed(1)} ms for a new statement on ${engine} (${first.toFixed(0)} ms for the first, which loads the grammar).`;
}

/** The lines of the table; a ratio above the limit on Neo4j throws, unless the run is only to show that it works. */
export async function queryLines(
  engine: string,
  api: string,
  bare: Bare,
  { runs, key, strict }: { runs: number; key: string; strict: boolean },
): Promise<{ table: string[]; notes: string[] }> {
  const table: string[] = [];
  const over: string[] = [];
  for (const { what, statement, most, share } of questions) {
    const ours = await ask(api, statement, { key });
    const theirs = await bare.read(statement, { key });
    if (ours.length !== theirs.length)
      throw new Error(`${what}: ${ours.length} rows, and ${theirs.length} from the driver.`);
    const measured: { ours: Spread; bare: Spread } = await compare(
      Math.max(3, Math.round(runs * share)),
      () => ask(api, statement, { key }),
      () => bare.read(statement, { key }),
    );
    table.push(row(what.replace('100,000', ours.length.toLocaleString('en')), engine, measured));
    const ratio = measured.ours.median / measured.bare.median;
    if (ratio > most) over.push(`${what}: ${ratio.toFixed(2)}, at most ${most}`);
  }
  if (strict && engine === 'Neo4j' && over.length > 0) throw new Error(`Too slow: ${over.join('; ')}.`);
  return { table, notes: [await gateLine(engine, engine === 'Neo4j' ? 'neo4j' : 'embedded')] };
}
