// Lists the merges and splits that stand, each with what has to be taken back before it.
import { requireHearsay } from '../curation/subject.ts';
import { redirects } from '../evidence/operations.ts';
import type { OperationView } from '../schema/identity.ts';
import type { Store } from '../store/port.ts';
import { restingOn, standingOf } from './standing.ts';

/** The latest first. Throws NotFound where the database is not Hearsay's. */
export async function listOperations(store: Pick<Store, 'read' | 'capabilities'>): Promise<OperationView[]> {
  requireHearsay(store);
  const { rows, operations } = await standingOf(store);
  const now = redirects(operations);
  return [...rows].reverse().map((row) => {
    const { key, kind, from, into, fromName, intoName, by, why, on } = row;
    return {
      ...{ key, kind, by, why, on },
      from: { key: from, name: fromName },
      into: { key: into, name: intoName },
      now: kind === 'merge' ? (now.get(from) ?? into) : into,
      restingOn: restingOn(row, rows).map((one) => one.key),
    };
  });
}
