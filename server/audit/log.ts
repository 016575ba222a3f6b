// Reads the audit log a page at a time, and takes old entries out of it.
import { NotFound } from '../errors.ts';
import type { AuditEntry, AuditLog, AuditQuery } from '../schema/audit.ts';
import type { Store } from '../store/port.ts';

/** What is asked of the entries, as the database is asked for them. */
interface Asked {
  who: string;
  /** In small letters. */
  what: string;
  from: string;
  before: string;
  after: string;
}

/** Whether an entry that is kept elsewhere is asked for: as cypher/read/audit/entries.cypher decides of its own. */
function isAsked(entry: AuditEntry, { who, what, from, before, after }: Asked): boolean {
  if ((who !== '' && entry.who !== who) || entry.on < from) return false;
  if ((before !== '' && entry.on >= before) || (after !== '' && entry.entry >= after)) return false;
  return [entry.action, entry.address ?? '', ...entry.subjects].join('\n').toLowerCase().includes(what);
}

/**
 * The entries asked for, the latest first, and where to go on; with `others`, which are kept elsewhere (of accounts).
 * Throws NotFound for a database of another model where there are no others.
 */
export async function readAudit(
  store: Pick<Store, 'read' | 'capabilities'>,
  { who = '', what = '', from = '', to, cursor = '', limit }: AuditQuery,
  others: readonly AuditEntry[] = [],
): Promise<AuditLog> {
  const isOurs = store.capabilities.model === 'hearsay';
  if (!isOurs && others.length === 0)
    throw new NotFound('This database has no audit log: it holds somebody else’s data.');
  const before = to === undefined ? '' : new Date(Date.parse(to) + 86_400_000).toISOString();
  const asked: Asked = { who, what: what.toLowerCase(), from, before, after: cursor };
  const rows = isOurs ? await store.read('read/audit/entries', { ...asked, limit: limit + 1 }) : [];
  const found = [
    ...rows.map(({ writes, ...row }) => ({ ...row, writes: JSON.parse(writes) as Record<string, number> })),
    ...others.filter((entry) => isAsked(entry, asked)),
  ].sort((a, b) => (a.entry < b.entry ? 1 : -1));
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.entry ?? null) : null };
}

/** The moment at which a day begins, in UTC, as entries have it. */
export const beginOf = (day: string): string => new Date(Date.parse(day)).toISOString();

/** Takes out the entries of before a day, in UTC; gives how many. That it was done is an entry of its own, where any went. */
export async function pruneAudit(store: Pick<Store, 'transaction'>, day: string): Promise<number> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const before = beginOf(day);
    const any = { who: '', what: '', from: '', after: '' };
    if ((await tx.read('read/audit/entries', { ...any, before, limit: 1 })).length === 0) return 0;
    const [row] = await tx.write('write/audit/prune', { before });
    return row?.taken ?? 0;
  });
}
