// Everything in a database, schema included, in a form that can be compared: as its owner sees it.
import { type EngineSettings, openEngine } from '../../server/store/open.ts';
import type { Value } from '../../server/store/port.ts';
import { loadStatements } from '../../server/store/statements.ts';

const everything = [
  'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id',
  'MATCH (a)-[r]->(b) RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS a, elementId(b) AS b, properties(r) AS properties ORDER BY id',
];
const schemaOf = {
  neo4j: ['SHOW CONSTRAINTS YIELD *', 'SHOW INDEXES YIELD id, name, type, labelsOrTypes, properties, options'],
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

/** Runs Cypher with its parameters on the database, as its owner would. */
export async function ownerWrites(
  settings: EngineSettings,
  writes: readonly (readonly [text: string, parameters: Record<string, Value>])[],
): Promise<void> {
  const engine = await openEngine(settings, loadStatements(settings.kind));
  try {
    for (const [text, parameters] of writes) await engine.transaction((tx) => tx.run(text, parameters));
  } finally {
    await engine.close();
  }
}
