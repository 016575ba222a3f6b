// Personal tokens for the API: told once, kept as hashes, for some days, and never with more rights than their owner has.
import { randomUUID } from 'node:crypto';
import { Conflict, NotAllowed, NotFound } from '../errors.ts';
import { accountLimits, type MadeToken, type NewToken, type Role, roles, type TokenView } from '../schema/accounts.ts';
import type { AccountsFile } from './file.ts';
import type { AccountRow, TokenRow } from './form.ts';
import { note } from './log.ts';
import { accountNamed } from './people.ts';
import { hashOf, newSecret } from './secrets.ts';

/** So that one is known for what it is, where it was left in a file. */
export const tokenPrefix = 'hearsay_';
const dayMs = 86_400_000;
const lesser = (one: Role, other: Role): Role => (roles.indexOf(one) < roles.indexOf(other) ? one : other);

const viewOf = ({ key, name, role, made, expires, used }: TokenRow): TokenView => ({
  key,
  name,
  role,
  made,
  expires,
  used,
});

/** Of one account; none of an account that there is not. */
export async function listTokens(file: AccountsFile, owner: string): Promise<TokenView[]> {
  const document = await file.read();
  const account = accountNamed(document, owner);
  return document.tokens.filter((token) => token.account === account?.name).map(viewOf);
}

/** Errors: NotFound without the account; NotAllowed for a role above the owner's; Conflict where there are too many. */
export function makeToken(file: AccountsFile, owner: string, given: NewToken, now: number): Promise<MadeToken> {
  const token = `${tokenPrefix}${newSecret()}`;
  return file.change((document) => {
    const account = accountNamed(document, owner);
    if (account === undefined)
      throw new NotFound(`There is no account "${owner}" here.`, { detail: 'A token belongs to an account.' });
    if (lesser(given.role, account.role) !== given.role)
      throw new NotAllowed(`A token of ${account.name} may be ${account.role} at most.`);
    document.tokens = document.tokens.filter(({ expires }) => Date.parse(expires) > now);
    if (document.tokens.filter((one) => one.account === account.name).length >= accountLimits.tokens)
      throw new Conflict(`${account.name} has ${accountLimits.tokens} tokens.`, { detail: 'End one of them first.' });
    const row: TokenRow = {
      key: `token:${randomUUID()}`,
      hash: hashOf(token),
      account: account.name,
      name: given.name,
      role: given.role,
      made: new Date(now).toISOString(),
      expires: new Date(now + given.days * dayMs).toISOString(),
      used: null,
    };
    document.tokens.push(row);
    note(document, row.account, `Makes the token "${row.name}", as ${row.role}, until ${row.expires.slice(0, 10)}`);
    return { ...viewOf(row), token };
  });
}

/** Errors: NotFound where that account has no such token. */
export function endToken(file: AccountsFile, owner: string, key: string): Promise<void> {
  return file.change((document) => {
    const account = accountNamed(document, owner);
    const ended = document.tokens.find((token) => token.key === key && token.account === account?.name);
    if (ended === undefined)
      throw new NotFound('There is no such token.', { detail: 'It may have been ended already.' });
    document.tokens = document.tokens.filter((token) => token !== ended);
    note(document, ended.account, `Ends the token "${ended.name}"`);
  });
}

/** Whose token it is and what it may; undefined where it is none, or past its day. */
export async function ownerOf(
  file: AccountsFile,
  token: string,
  now: number,
): Promise<{ account: AccountRow; role: Role } | undefined> {
  const document = await file.read();
  const hash = hashOf(token);
  const row = document.tokens.find((one) => one.hash === hash);
  if (row === undefined || Date.parse(row.expires) <= now) return undefined;
  const account = document.accounts.find(({ name }) => name === row.account);
  if (account === undefined) return undefined;
  const today = new Date(now).toISOString().slice(0, 10);
  if (row.used !== today)
    await file.change(({ tokens }) => {
      const used = tokens.find((one) => one.hash === hash);
      if (used) used.used = today;
    });
  return { account, role: lesser(row.role, account.role) };
}
