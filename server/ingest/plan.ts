// Compares a document's rows with the database and says what is to be written.

import { inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';
import { contributeEntity, curateEntity, isEntity, mergeEvidence, namesByEntity, sameProperties } from './merge.ts';
import {
  type DocumentRows,
  mergeRelation,
  type NodeRow,
  type Properties,
  type RelationRow,
  relationId,
} from './rows.ts';

export interface Plan {
  nodes: NodeRow[];
  relations: RelationRow[];
  /** New nodes by label. */
  created: Record<string, number>;
  /** New relations. */
  added: number;
  /** Articles that were there and are changed by this, or have another outlet now. */
  changedArticles: string[];
  /** Outlets that were there and have another owner now. */
  changedOutlets: string[];
  /** What was there, other than it is to be. */
  former: DocumentRows;
  /** Whether the rows say anything otherwise that others said before, whose word stays. */
  unsaid: boolean;
}

/** Whether a value that is given is not the one that holds. */
const isUnsaid = (given: Properties, holds: Properties): boolean =>
  Object.entries(given).some(
    ([name, value]) => !Array.isArray(value) && JSON.stringify(holds[name]) !== JSON.stringify(value),
  );

/** What the database has under the keys of the rows; of a held article only that it is one. */
async function existingNodes(tx: Reader, nodes: readonly NodeRow[]): Promise<Map<string, Properties>> {
  const found = new Map<string, Properties>();
  const articles = nodes.filter(({ label }) => label === 'Article').map(({ key }) => key);
  const others = nodes.filter(({ label }) => label !== 'Article').map(({ key }) => key);
  for (const { key, properties } of await inBatches(others, (keys) => tx.read('write/find/records', { keys }))) {
    const { key: _, ...rest } = properties;
    found.set(key, rest);
  }
  for (const { key, stub } of await inBatches(articles, (keys) => tx.read('write/find/articles', { keys }))) {
    const { key: _, ...rest } = stub ?? { held: true };
    found.set(key, rest);
  }
  return found;
}

async function existingRelations(tx: Reader, relations: readonly RelationRow[], known: (key: string) => boolean) {
  // Between a new node and any other there is nothing yet.
  const asked = relations.filter(({ source, target }) => known(source) && known(target));
  const ends = asked.map(({ type, source, target }) => ({ type, source, target }));
  const rows = await inBatches(ends, (batch) => tx.read('write/find/between', { rows: batch }));
  return new Map(rows.map((row) => [relationId(row), row.properties]));
}

/** `own` is the key of the document's article, or null for an entities document. */
export async function planWrites(tx: Reader, rows: DocumentRows, own: string | null): Promise<Plan> {
  const existing = await existingNodes(tx, rows.nodes);
  const names = namesByEntity(rows.relations);
  const plan: Plan = {
    ...{ nodes: [], relations: [], created: {}, added: 0, changedArticles: [], changedOutlets: [] },
    ...{ former: { nodes: [], relations: [] }, unsaid: false },
  };
  const changed = new Set<string>();
  for (const row of rows.nodes) {
    const before = existing.get(row.key);
    const properties = !isEntity(row.label)
      ? mergeEvidence(row, before, own ?? '')
      : own === null
        ? curateEntity(before, row.properties)
        : contributeEntity(before, row.properties, names.get(row.key) ?? []);
    // What articles say of an entity or of a stub is kept with each of them.
    if (before !== undefined && row.label !== 'Article' && !isEntity(row.label))
      plan.unsaid ||= isUnsaid(row.properties, properties);
    if (before === undefined) plan.created[row.label] = (plan.created[row.label] ?? 0) + 1;
    else if (sameProperties(before, properties)) continue;
    else if (row.label === 'Article') changed.add(row.key);
    else if (row.label === 'Outlet' && before.owner !== properties.owner) plan.changedOutlets.push(row.key);
    if (before !== undefined) plan.former.nodes.push({ ...row, properties: before });
    plan.nodes.push({ ...row, properties });
  }
  // An end that is no row of the document's is an entity of the database.
  const isNew = new Set(rows.nodes.filter(({ key }) => !existing.has(key)).map(({ key }) => key));
  const related = await existingRelations(tx, rows.relations, (key) => !isNew.has(key));
  for (const row of rows.relations) {
    const before = related.get(relationId(row));
    const properties = before === undefined ? row.properties : mergeRelation(before, row.properties);
    if (before !== undefined) plan.unsaid ||= isUnsaid(row.properties, properties);
    if (before !== undefined && sameProperties(before, properties)) continue;
    if (before === undefined) {
      plan.added += 1;
      if (row.type === 'PUBLISHED' && !isNew.has(row.target)) changed.add(row.target);
    } else plan.former.relations.push({ ...row, properties: before });
    plan.relations.push({ ...row, properties });
  }
  plan.changedArticles = [...changed];
  return plan;
}
