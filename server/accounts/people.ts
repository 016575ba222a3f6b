// Who has an account: added, changed and removed. What ends somebody's rights ends their sessions and tokens with it.
import { Conflict, NotFound } from '../errors.ts';
import type { AccountChange, AccountView, NewAccount } from '../schema/accounts.ts';
import { nearest, nearestCount } from '../schema/nearest.ts';
import type { AccountsFile } from './file.ts';
import type { AccountRow, AccountsDocument } from './form.ts';
import { note } from './log.ts';
import { hashPassword } from './passwords.ts';

/** Names that differ in case, or in how a character is put together, are one. */
export const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

export const accountNamed = (document: AccountsDocument, name: string): AccountRow | undefined =>
  document.accounts.find((account) => folded(account.name) === folded(name));

function known(document: AccountsDocument, name: string): AccountRow {
  const found = accountNamed(document, name);
  if (found) return found;
  const names = document.accounts.map((account) => account.name);
  throw new NotFound(`There is no account "${name.slice(0, 100)}".`, {
    nearest: nearest(name, names, nearestCount).map((near) => ({ key: near, name: near })),
  });
}

/** Errors: Conflict where nobody could add accounts, or give anybody rights, any more. */
function keepAnAdmin(document: AccountsDocument, without: AccountRow): void {
  if (without.role !== 'admin') return;
  if (document.accounts.some((account) => account !== without && account.role === 'admin')) return;
  throw new Conflict(`${without.name} is the only admin.`, { detail: 'Make somebody else an admin first.' });
}

/** Ends all sessions and tokens of an account. */
export function endAll(document: AccountsDocument, account: string): void {
  document.sessions = document.sessions.filter((session) => session.account !== account);
  document.tokens = document.tokens.filter((token) => token.account !== account);
}

export const viewOf = (document: AccountsDocument, { name, role, since, password }: AccountRow): AccountView => ({
  name,
  role,
  since,
  password: password !== null,
  sessions: document.sessions.filter((session) => session.account === name).length,
  tokens: document.tokens.filter((token) => token.account === name).length,
});

/** Errors: Conflict where somebody has that name; those of the file. */
export async function addAccount(file: AccountsFile, account: NewAccount): Promise<AccountView> {
  const password = account.password === null ? null : await hashPassword(account.password);
  return file.change((document) => {
    const there = accountNamed(document, account.name);
    if (there) throw new Conflict(`There is an account "${there.name}" already.`, { detail: 'Take another name.' });
    const row = { name: account.name, role: account.role, password, since: new Date().toISOString() };
    document.accounts.push(row);
    note(document, row.name, `Adds the account, as ${row.role}${password === null ? ', without a password' : ''}`);
    return viewOf(document, row);
  });
}

/** Another role or password; where either differs, all sessions and tokens of the account end. Errors: NotFound; Conflict. */
export async function changeAccount(
  file: AccountsFile,
  name: string,
  { role, password }: AccountChange,
): Promise<AccountView> {
  const hash = typeof password === 'string' ? await hashPassword(password) : password;
  return file.change((document) => {
    const row = known(document, name);
    if (role !== undefined && role !== row.role) {
      keepAnAdmin(document, row);
      note(document, row.name, `Changes the role from ${row.role} to ${role}`);
      row.role = role;
      endAll(document, row.name);
    }
    if (hash !== undefined) {
      note(document, row.name, hash === null ? 'Takes the password away' : 'Sets another password');
      row.password = hash;
      endAll(document, row.name);
    }
    return viewOf(document, row);
  });
}

/** Errors: NotFound; Conflict for the only admin. */
export function removeAccount(file: AccountsFile, name: string): Promise<string> {
  return file.change((document) => {
    const row = known(document, name);
    keepAnAdmin(document, row);
    endAll(document, row.name);
    document.accounts = document.accounts.filter((account) => account !== row);
    note(document, row.name, 'Removes the account');
    return row.name;
  });
}
