// The command line's view of the audit log, and the removal of its old entries.
import { beginOf, pruneAudit, readAudit } from '../audit/log.ts';
import { BadConfig } from '../config.ts';
import { type AuditEntry, AuditQuery } from '../schema/audit.ts';
import type { OpenedStore } from '../store/open.ts';

type WithStore = <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>;

export interface AuditFlags {
  who: string | undefined;
  what: string | undefined;
  from: string | undefined;
  to: string | undefined;
  pruneBefore: string | undefined;
}

function checked(fields: Record<string, string | undefined>): AuditQuery {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const parsed = AuditQuery.safeParse({ ...given, limit: '500' });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadConfig(`--${issue?.path.join('.')}: ${issue?.message}.`);
}

/** The log of accounts, which is kept beside the database. */
export interface AccountsLog {
  entries(): Promise<AuditEntry[]>;
  /** Takes out those of before a moment, an ISO time; gives how many. */
  prune(before: string): Promise<number>;
}

/** One line for each entry, the latest first; or with `pruneBefore` how many older ones were taken out. */
export async function auditCommand(
  { pruneBefore, ...fields }: AuditFlags,
  accounts: AccountsLog,
  withStore: WithStore,
): Promise<string> {
  if (pruneBefore !== undefined) {
    const { from: day = '' } = checked({ from: pruneBefore });
    const inDatabase = await withStore((store) => pruneAudit(store, day));
    const taken = inDatabase + (await accounts.prune(beginOf(day)));
    return `${taken} entries of before ${day} are out of the audit log.`;
  }
  const query = checked({ ...fields });
  return withStore(async (store) => {
    const others = await accounts.entries();
    const lines: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { entries, next } = await readAudit(store, { ...query, ...(cursor && { cursor }) }, others);
      for (const { on, who, via, action, address, subjects } of entries)
        lines.push([on, who ?? `(${via})`, action, address ?? '', subjects.join(' ')].join('\t').trimEnd());
      cursor = next;
    }
    return lines.length === 0 ? 'The audit log has no such entry.' : lines.join('\n');
  });
}
