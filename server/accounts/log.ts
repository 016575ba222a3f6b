// What was changed of accounts and tokens: kept in the accounts file itself, so that change and entry are on the disk together.
import { randomUUID } from 'node:crypto';
import { actionNow } from '../action.ts';
import type { AuditEntry } from '../schema/audit.ts';
import { whoActs } from '../who.ts';
import type { AccountsDocument } from './form.ts';

/** The oldest go beyond them: the file is read and written whole. */
export const mostEntries = 1000;

/** Adds an entry: who does what with an account, now. Without secrets: everybody who may read the log may read it. */
export function note(document: AccountsDocument, account: string, action: string): void {
  const { name: who, via, request } = whoActs();
  const on = new Date().toISOString();
  const address = actionNow()?.address ?? null;
  const row = { entry: `${on}-${randomUUID().slice(0, 8)}`, on, who, via, request, action, address, account };
  document.log = [...document.log, row].slice(-mostEntries);
}

/** As the audit log has the others. */
export const entriesOf = ({ log }: AccountsDocument): AuditEntry[] =>
  log.map(({ account, ...row }) => ({ ...row, subjects: [`account:${account}`], writes: {}, text: null }));

/** Takes out the entries of before a moment, an ISO time; gives how many. */
export function prune(document: AccountsDocument, before: string): number {
  const kept = document.log.filter(({ on }) => on >= before);
  const taken = document.log.length - kept.length;
  document.log = kept;
  return taken;
}
