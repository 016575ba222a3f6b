// What is in the connected database, whatever its model: labels, relation types, properties, constraints and indexes.
import type { DatabaseSchema } from '../../schema/cypher.ts';
import type { Store } from '../../store/port.ts';
import { keptByState, revisionOf } from '../kept.ts';
import { helperLabels } from '../kinds.ts';
import { compare, sortedBy } from '../order.ts';
import { labelCounts, typeCounts } from './counts.ts';
import { ifForbidden } from './forbidden.ts';
import { nodeProperties, relationProperties, sampleSize } from './properties.ts';

type Counted = Omit<DatabaseSchema, 'procedures'>;
type Between = DatabaseSchema['relationTypes'][number]['between'];

/** Relations that are looked at for their ends: on Neo4j of each type, else in all. */
const mostEnds = { neo4j: 10_000, embedded: 500_000 };

/** Between which labels; helper labels, which Hearsay's own nodes have besides, would only repeat it. */
async function ends(store: Store): Promise<Map<string, Between>> {
  const own = store.capabilities.model === 'hearsay';
  const shown = (labels: readonly string[]) => labels.filter((label) => !own || !helperLabels.has(label));
  const counts = new Map<string, Map<string, Between[number]>>();
  for (const row of await store.read('read/database/ends', { limit: mostEnds[store.capabilities.engine] })) {
    const pairs = counts.get(row.type) ?? new Map<string, Between[number]>();
    counts.set(row.type, pairs);
    for (const from of shown(row.from)) {
      for (const to of shown(row.to)) {
        const id = JSON.stringify([from, to]);
        pairs.set(id, { from, to, count: (pairs.get(id)?.count ?? 0) + row.count });
      }
    }
  }
  return new Map(
    [...counts].map(([type, pairs]) => [type, sortedBy([...pairs.values()], (pair) => [pair.from, pair.to])]),
  );
}

const described = (
  rows: readonly { name: string; type: string; label: string | null; on: string | null | undefined }[],
) =>
  sortedBy(rows, (row) => [row.name]).map(({ name, type, label, on }) => ({
    name,
    description: `${type.toLowerCase().replaceAll('_', ' ')} on ${label === null ? 'everything' : `:${label}`}${on ? ` (${on})` : ''}`,
  }));

async function read(store: Store): Promise<Counted> {
  const [labels, types] = await Promise.all([labelCounts(store), typeCounts(store)]);
  const [ofNodes, ofRelations, between, constraints, indexes] = await Promise.all([
    nodeProperties(
      store,
      labels.map(({ label }) => label),
    ),
    relationProperties(
      store,
      types.map(({ type }) => type),
    ),
    ends(store),
    ifForbidden(store.read('read/database/constraints', {}), () => []),
    ifForbidden(store.read('read/database/indexes', {}), () => []),
  ]);
  const all = types.reduce((sum, { count }) => sum + count, 0);
  const largest = Math.max(0, ...labels.map(({ count }) => count), ...types.map(({ count }) => count));
  const endsInAll = store.capabilities.engine === 'embedded' ? all > mostEnds.embedded : largest > mostEnds.neo4j;
  return {
    labels: labels
      .map(({ label, count }) => ({ name: label, count, properties: ofNodes.get(label) ?? [] }))
      .sort((a, b) => compare(a.name, b.name)),
    relationTypes: types
      .map(({ type, count }) => ({
        name: type,
        count,
        properties: ofRelations.get(type) ?? [],
        between: between.get(type) ?? [],
      }))
      .sort((a, b) => compare(a.name, b.name)),
    constraints: described(constraints.map((row) => ({ ...row, on: row.properties }))),
    indexes: described(indexes.map((row) => ({ ...row, on: row.property }))),
    sampled: largest > sampleSize || endsInAll,
  };
}

/** A database that others write to is read anew after so long; of Hearsay's own it is known when it was written to. */
const keptMs = 60_000;
const kept = keptByState(read);

async function stateOf(store: Store): Promise<string> {
  if (store.capabilities.model === 'foreign') return String(Math.floor(Date.now() / keptMs));
  return revisionOf(store);
}

/** After a write through this server: the next question reads the database anew. */
export const forgetSchema = (store: Store): boolean => kept.forget(store);

/** Read once for each state of the database: counts are exact, properties and ends from samples where it is large. */
export const databaseSchema = async (store: Store): Promise<Counted> => kept.of(store, await stateOf(store));
