// Lists the merges and splits that stand, each with what has to be taken back before it.
import { requireHearsay } from '../curation/subject.ts';
import { redirects } from '../evidence/operations.ts';
import type { OperationView } from '../schema/identity.ts';
import type { Store } from '../store/port.ts';
import { restingOn, standingOf } from './standing.ts';
import { undoingOf } from './undoing.ts';

/** The latest first. Throws NotFound where the database is not Hearsay's. */
export async function listOperations(store: Pick<Store, 'read' | 'capabilities'>): Promise<OperationView[]> {
  requireHearsay(store);
  const { rows, operations } = await standingOf(store);
  const now = redirects(operations);
  const views: OperationView[] = [];
  for (const row of [...rows].reverse()) {
    const { key, kind, from, into, fromName, intoName, by, why, on } = row;
    const resting = restingOn(row, await undoingOf(store, key), rows);
    views.push({
      ...{ key, kind, by, why, on },
      from: { key: from, name: fromName },
      into: { key: into, name: intoName },
      now: kind === 'merge' ? (now.get(from) ?? into) : into,
      restingOn: resting.map((one) => one.key),
    });
  }
  return views;
}
