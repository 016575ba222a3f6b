// Writes what an import wrote once more through a bare driver, in plain UNWIND batches: the yardstick for imports.
import type { OpenedStore } from '../server/store/open.ts';
import { loadStatements } from '../server/store/statements.ts';
import type { Bare } from './bare.ts';
import type { BenchTypes } from './statements.ts';

type Batch = { text: string; parameters: { rows: Record<string, unknown>[] } };
export interface Written {
  nodes: number;
  relations: number;
  batches: Batch[];
}
const batchSize = 1000;

function batchesBy<T>(
  items: readonly T[],
  group: (item: T) => string,
  text: (group: string) => string,
  toRow: (item: T) => Record<string, unknown>,
): Batch[] {
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const item of items) {
    const rows = groups.get(group(item)) ?? [];
    groups.set(group(item), rows);
    rows.push(toRow(item));
  }
  return [...groups].flatMap(([name, rows]) =>
    Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, i) => ({
      text: text(name),
      parameters: { rows: rows.slice(i * batchSize, (i + 1) * batchSize) },
    })),
  );
}

/** Reads all back, and gives the bare database the same constraints and indexes: it is to be searched in the same ways. */
export async function prepareBare(store: OpenedStore<BenchTypes>, bare: Bare): Promise<Written> {
  const statements = loadStatements(bare.dialect);
  const steps = [...statements.keys()].filter((name) => /^schema\/v\d+-/.test(name)).sort();
  for (const name of steps) await bare.write([{ text: statements.get(name)?.text ?? '', parameters: {} }]);
  await bare.prepareIndexes();
  const nodes = await store.read('bench/all-nodes', {});
  const relations = await store.read('bench/all-relations', {});
  const labels = (node: { labels: string[] }) => node.labels.toSorted().join(':');
  return {
    nodes: nodes.length,
    relations: relations.length,
    batches: [
      ...batchesBy(
        nodes,
        labels,
        (names) => `UNWIND $rows AS row MERGE (n:Record {key: row.key}) SET n:${names} SET n += row.properties`,
        ({ key, properties }) => ({ key, properties }),
      ),
      // CREATE, since nothing is there yet: the least that a loader can do.
      ...batchesBy(
        relations,
        ({ type }) => type,
        (type) =>
          `UNWIND $rows AS row MATCH (a:Record {key: row.source}) MATCH (b:Record {key: row.target}) CREATE (a)-[r:${type}]->(b) SET r += row.properties`,
        ({ source, target, properties }) => ({ source, target, properties }),
      ),
    ],
  };
}

/** One transaction for each batch. */
export async function writeBare(bare: Bare, { batches }: Written): Promise<void> {
  for (const batch of batches) await bare.write([batch]);
}

/** The same, safe from a crash of the machine at the end only. */
export async function writeBareAtOnce(bare: Bare, { batches }: Written): Promise<void> {
  for (const batch of batches) await bare.writeLater([batch]);
  await bare.flush();
}
