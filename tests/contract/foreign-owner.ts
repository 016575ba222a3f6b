// Somebody else's database as its owner sees it: what it is filled with, and everything in it in a form that can be compared.
import { type EngineSettings, openEngine } from '../../server/store/open.ts';
import type { Value } from '../../server/store/port.ts';
import { loadStatements } from '../../server/store/statements.ts';

const everything = [
  'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id',
  'MATCH (a)-[r]->(b) RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS a, elementId(b) AS b, properties(r) AS properties ORDER BY id',
];
const schemaOf = {
  neo4j: [
    'SHOW CONSTRAINTS YIELD *',
    'SHOW INDEXES YIELD id, name, type, labelsOrTypes, properties, options',
    'CALL db.labels() YIELD label RETURN label',
    'CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey',
  ],
  embedded: ['SHOW CONSTRAINTS', 'SHOW INDEXES'],
} as const;

/** The database must not be open elsewhere where it is the embedded one. */
export async function everythingIn(settings: EngineSettings): Promise<unknown[]> {
  const engine = await openEngine(settings, loadStatements(settings.kind));
  try {
    const rows: unknown[] = [];
    for (const text of everything) rows.push(await engine.read(text, {}));
    // In no order of their own.
    for (const text of schemaOf[settings.kind])
      rows.push((await engine.read(text, {})).map((row) => Object.values(row).map(String).sort().join(' ')).sort());
    return rows;
  } finally {
    await engine.close();
  }
}

/** What one statement answers the owner. */
export async function ownerReads(settings: EngineSettings, text: string): Promise<Record<string, unknown>[]> {
  const engine = await openEngine(settings, loadStatements(settings.kind));
  try {
    return await engine.read(text, {});
  } finally {
    await engine.close();
  }
}

/** Runs statements, one alone or with its parameters, each in a transaction of its own, as the owner would. */
export async function ownerWrites(
  settings: EngineSettings,
  writes: Iterable<string | readonly [text: string, parameters: Record<string, Value>]>,
): Promise<void> {
  const engine = await openEngine(settings, loadStatements(settings.kind));
  try {
    for (const write of writes) {
      const [text, parameters] = typeof write === 'string' ? [write, {}] : write;
      await engine.transaction((tx) => tx.run(text, parameters));
    }
  } finally {
    await engine.close();
  }
}
