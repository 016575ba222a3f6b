// The derived edges in the database: writes what differs, deletes what nothing supports any more.
import { edgeId } from '../provenance/edges.ts';
import type { DerivedEdge, DerivedEdgeId, DerivedType } from '../schema/evidence.ts';
import { batches, compare, groupBy } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Transaction } from '../store/port.ts';

const linkStatement = {
  OPPOSES: 'derive/link/opposes',
  SUPPORTS: 'derive/link/supports',
  NONCOMMITTAL_ON: 'derive/link/noncommittal-on',
  DEFERS_ON: 'derive/link/defers-on',
  REPORTS: 'derive/link/reports',
  QUOTES: 'derive/link/quotes',
  CITES: 'derive/link/cites',
} as const satisfies Record<DerivedType, string>;

/** An edge as it is stored; one of an earlier version has other properties. */
export type StoredEdge = Rows<'derive/stored-stances'>[number];

async function writeEdges(tx: Transaction, edges: readonly DerivedEdge[]): Promise<void> {
  const asked: Promise<unknown>[] = [];
  for (const [type, group] of groupBy(edges, (edge) => edge.type)) {
    for (const batch of batches(group)) {
      const rows = batch.map(({ source, target, properties }) => ({ source, target, properties }));
      asked.push(tx.write(linkStatement[type], { rows }));
    }
  }
  await Promise.all(asked);
}

export async function deleteEdges(tx: Transaction, edges: readonly DerivedEdgeId[]): Promise<void> {
  for (const batch of batches(edges)) {
    await tx.write('derive/delete-links', {
      rows: batch.map(({ type, source, target }) => ({ type, source, target })),
    });
  }
}

const textOf = (properties: object): string =>
  JSON.stringify(Object.entries(properties).sort(([a], [b]) => compare(a, b)));

/** Leaves the wanted edges in the place of the stored ones. What is the same is not touched. */
export async function replaceEdges(
  tx: Transaction,
  stored: readonly StoredEdge[],
  wanted: readonly DerivedEdge[],
): Promise<void> {
  const before = new Map(stored.map((edge) => [edgeId(edge), edge]));
  const changed = wanted.filter((edge) => {
    const old = before.get(edgeId(edge));
    return old === undefined || textOf(old.properties) !== textOf(edge.properties);
  });
  const same = new Set(wanted.map(edgeId));
  for (const edge of changed) same.delete(edgeId(edge));
  // Edges are created, never merged: looking for one at a hub takes as long as the hub is large.
  await deleteEdges(
    tx,
    stored.filter((edge) => !same.has(edgeId(edge))),
  );
  await writeEdges(tx, changed);
}
