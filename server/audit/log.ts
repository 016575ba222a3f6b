// Reads the audit log a page at a time, and takes old entries out of it.
import { NotFound } from '../errors.ts';
import type { AuditLog, AuditQuery } from '../schema/audit.ts';
import type { Store } from '../store/port.ts';

/** The entries asked for, the latest first, and where to go on. Throws NotFound for a database of another model. */
export async function readAudit(
  store: Pick<Store, 'read' | 'capabilities'>,
  { who = '', what = '', from = '', to, cursor = '', limit }: AuditQuery,
): Promise<AuditLog> {
  if (store.capabilities.model !== 'hearsay')
    throw new NotFound('This database has no audit log: it holds somebody else’s data.');
  const rows = await store.read('read/audit/entries', {
    who,
    what: what.toLowerCase(),
    from,
    before: to === undefined ? '' : new Date(Date.parse(to) + 86_400_000).toISOString(),
    after: cursor,
    limit: limit + 1,
  });
  const entries = rows
    .slice(0, limit)
    .map(({ writes, ...row }) => ({ ...row, writes: JSON.parse(writes) as Record<string, number> }));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.entry ?? null) : null };
}

/** Takes out the entries of before a day, in UTC; gives how many. That it was done is an entry of its own. */
export async function pruneAudit(store: Pick<Store, 'transaction'>, day: string): Promise<number> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const [row] = await tx.write('write/audit/prune', { before: new Date(Date.parse(day)).toISOString() });
    return row?.taken ?? 0;
  });
}
