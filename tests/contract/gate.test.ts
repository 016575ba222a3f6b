// The gate before real engines: what it lets through runs and is answered alike, and Neo4j's READ mode refuses the writes by itself.
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundled } from '../../server/bundled.ts';
import { type Accepted, Gate } from '../../server/query/gate.ts';
import { typedParameters } from '../../server/query/parameters.ts';
import type { TypedValue } from '../../server/schema/cypher.ts';
import { type EngineSettings, type OpenedStore, openStore } from '../../server/store/open.ts';
import { changing } from '../server/query/gate-attacks.ts';
import { lookalikes } from '../server/query/gate-lookalikes.ts';
import { engines } from './engines.ts';
import { subset, writes, written } from './gate-subset.ts';

const names = ['neo4j', 'embedded'] as const;
type Name = (typeof names)[number];
const skipped = engines.map((engine) => engine.skipped).find((reason) => reason !== undefined);
const title = (text: string): string => (skipped === undefined ? text : `${text} (skipped: ${skipped})`);

const gates: Record<Name, Gate> = {
  neo4j: new Gate({ dialect: 'neo4j' }),
  embedded: new Gate({ dialect: 'embedded' }),
};
const stores: Partial<Record<Name, OpenedStore>> = {};
let bolt: Extract<EngineSettings, { kind: 'neo4j' }> | undefined;

beforeAll(async () => {
  if (skipped !== undefined) return;
  for (const engine of engines) {
    const settings = await engine.settings();
    if (settings.kind === 'neo4j') bolt = settings;
    const store = await openStore(settings);
    stores[engine.name] = store;
    await loadBundled(store, false);
  }
}, 300_000);
afterAll(async () => {
  for (const name of names) await gates[name].close();
  for (const name of names) await stores[name]?.close();
});

/** An entity's numbers are the engine's own, and labels have no order. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).filter(([key]) => !/element_id$/.test(key));
  return Object.fromEntries(
    entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, key === '_labels' ? [...(inner as string[])].sort() : shown(inner)]),
  );
}

interface Answer {
  columns: readonly string[];
  rows: string[];
}

async function answer(
  name: Name,
  statement: string,
  parameters: Record<string, unknown>,
  mode: 'read' | 'write' = 'read',
): Promise<Answer> {
  const store = stores[name];
  if (!store) throw new Error(`${name} is not open.`);
  const verdict = await gates[name].check(statement, { mode });
  if (!verdict.accepted) throw new Error(`${name}: ${verdict.faults.map(({ message }) => message).join(' ')}`);
  expect(gates[name].checkParameters(verdict, parameters)).toEqual([]);
  return run(name, store, verdict, parameters);
}

async function run(name: Name, store: OpenedStore, verdict: Accepted, given: Record<string, unknown>): Promise<Answer> {
  const { columns, batches } = await store.query(verdict.text, typedParameters(given, name), {
    access: verdict.writes ? 'write' : 'read',
    timeoutMs: 60_000,
    rowLimit: 100_000,
    form: 'typed',
    explains: verdict.explains,
  });
  const rows: string[] = [];
  for await (const { lines } of batches) {
    for (const line of lines.split('\n').filter((one) => one !== '')) {
      rows.push(JSON.stringify(shown(JSON.parse(line) as TypedValue[])));
    }
  }
  const named = columns.length === verdict.columns.length || verdict.explains === 'plan';
  return { columns: named ? verdict.columns : columns, rows: rows.sort() };
}

describe.skipIf(skipped !== undefined)(title('what is let through runs on both engines, with the same answer'), () => {
  for (const [statement, parameters = {}] of [...lookalikes, ...subset]) {
    it(statement.slice(0, 140), { timeout: 90_000 }, async () => {
      const expected = await answer('neo4j', statement, parameters);
      expect(await answer('embedded', statement, parameters)).toEqual(expected);
    });
  }
});

describe.skipIf(skipped !== undefined)(title('what is let through to write leaves the same behind'), () => {
  for (const [statement, parameters = {}] of writes) {
    it(statement.slice(0, 140), { timeout: 90_000 }, async () => {
      const expected = await answer('neo4j', statement, parameters, 'write');
      expect(await answer('embedded', statement, parameters, 'write')).toEqual(expected);
      expect(await answer('embedded', written, {})).toEqual(await answer('neo4j', written, {}));
    });
  }
});

describe.skipIf(skipped !== undefined)(title('Neo4j under READ, without the gate'), () => {
  let driver: Driver;
  beforeAll(() => {
    const { uri = '', user = 'neo4j', password } = bolt ?? {};
    driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic(user, password));
  });
  afterAll(() => driver?.close());

  const read = async (text: string, parameters: Record<string, unknown> = {}): Promise<unknown[]> => {
    const session = driver.session({
      defaultAccessMode: 'READ',
      ...(bolt?.database ? { database: bolt.database } : {}),
    });
    try {
      const { records } = await session.run(text, parameters);
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  const state = async (): Promise<string> => {
    const counts = await read(
      'MATCH (n) RETURN count(n) AS nodes, sum(size(keys(n))) AS keys, sum(size(labels(n))) AS labels',
    );
    const relations = await read('MATCH ()-[r]->() RETURN count(r) AS relations, sum(size(keys(r))) AS keys');
    const schema = [...(await read('SHOW INDEXES YIELD name')), ...(await read('SHOW CONSTRAINTS YIELD name'))];
    return JSON.stringify([counts, relations, schema], (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  };

  it('changes nothing by any of the attempts', { timeout: 300_000 }, async () => {
    const before = await state();
    const ran: string[] = [];
    for (const statement of changing) {
      await read(statement, { p: 'x', label: 'X' }).then(
        () => ran.push(statement),
        () => undefined,
      );
    }
    expect(await state()).toBe(before);
    // Those that ran read only: what they would change they did not find, or they change nothing.
    expect(ran).toEqual(['CALL { MATCH (n) RETURN n } IN 4 CONCURRENT TRANSACTIONS RETURN n']);
  });
});
