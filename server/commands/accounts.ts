// The command line's accounts: adding, changing and removing them, and their tokens, with a server running or not.
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { AccountsFile } from '../accounts/file.ts';
import { entriesOf, prune } from '../accounts/log.ts';
import { addAccount, changeAccount, removeAccount, viewOf } from '../accounts/people.ts';
import { endToken, listTokens, makeToken } from '../accounts/tokens.ts';
import { accountsFile, BadConfig } from '../config.ts';
import { InvalidRequest, NotFound } from '../errors.ts';
import { AccountName, NewToken, Password, Role } from '../schema/accounts.ts';
import { askPassword } from './ask-password.ts';
import type { AccountsLog } from './audit.ts';

const usage = `npm run hearsay -- users COMMAND

  list                             lists the accounts with their roles
  add NAME --role ROLE             adds one: reader, editor or admin; asks for the password without showing it, or reads it
                                   from standard input [--no-password for who signs in through a trusted proxy alone]
  role NAME ROLE                   gives it another role; its sessions and tokens end
  password NAME                    gives it another password, asked for as above; its sessions and tokens end
  remove NAME                      removes it with its sessions and tokens; what it did stays under its name
  tokens NAME                      lists its personal tokens
  tokens NAME --make LABEL         makes one, and prints it this once [--role ROLE] [--days 90]
  tokens NAME --end KEY            ends one

The accounts are in HEARSAY_ACCOUNTS_FILE, or accounts.json in HEARSAY_DATA: docs/accounts.md
`;

/** Errors: InvalidRequest that says of what, and what is allowed. */
function checked<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(`${what} ${parsed.error.issues[0]?.message}.`);
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

interface Flags {
  role?: string;
  days?: string;
  make?: string;
  end?: string;
  'no-password'?: boolean;
}

async function list(file: AccountsFile): Promise<string> {
  const document = await file.read();
  if (document.accounts.length === 0) return `Nobody has an account yet (${file.path}).`;
  return document.accounts
    .map((row) => viewOf(document, row))
    .map(
      ({ name, role, password, sessions, tokens }) =>
        `${role.padEnd(6)}  ${name}${password ? '' : ' (no password)'}: ${plural(sessions, 'session')}, ${plural(tokens, 'token')}`,
    )
    .join('\n');
}

async function tokens(file: AccountsFile, name: string, { make, end, role, days }: Flags): Promise<string> {
  if (end !== undefined) {
    await endToken(file, name, end);
    return `${end} is ended.`;
  }
  const { accounts } = await file.read();
  const account = accounts.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (account === undefined) throw new NotFound(`There is no account "${name}".`);
  if (make !== undefined) {
    const given = { name: make, role: role ?? account.role, ...(days === undefined ? {} : { days: Number(days) }) };
    const made = await makeToken(
      file,
      name,
      checked(NewToken, given, 'The token’s label, role or --days:'),
      Date.now(),
    );
    return `${made.token}\nIt is shown this once, may what ${made.role}s may, and ends on ${made.expires.slice(0, 10)}.`;
  }
  const all = await listTokens(file, name);
  if (all.length === 0) return `${account.name} has no tokens.`;
  return all
    .map((token) => {
      const used = token.used === null ? 'never used' : `last used on ${token.used}`;
      return `${token.key}  ${token.role.padEnd(6)}  ends ${token.expires.slice(0, 10)}, ${used}  ${token.name}`;
    })
    .join('\n');
}

/** What was done with accounts and tokens, for the audit log; nothing where there are no accounts. */
export function accountsLog(environment: NodeJS.ProcessEnv): AccountsLog {
  const file = new AccountsFile(accountsFile(environment));
  return {
    entries: async () => entriesOf(await file.read()),
    async prune(before) {
      const { log } = await file.read();
      // Where nothing goes nothing is written: there may be no file.
      return log.some(({ on }) => on < before) ? file.change((document) => prune(document, before)) : 0;
    },
  };
}

/** Errors: BadConfig with the usage; those of what it changes. Gives what to print. */
export async function accountsCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  let parsed: { values: Flags & { help?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        days: { type: 'string' },
        make: { type: 'string' },
        end: { type: 'string' },
        'no-password': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new BadConfig(`${(error as Error).message.split('. ')[0]}.\n\n${usage}`);
  }
  const { values: flags, positionals } = parsed;
  const [command = 'help', name = '', ...rest] = flags.help ? [] : positionals;
  const needed: Readonly<Record<string, number>> = { list: 1, add: 2, role: 3, password: 2, remove: 2, tokens: 2 };
  if (command === 'help') return usage.trimEnd();
  if (needed[command] !== positionals.length) throw new BadConfig(`"users ${command}" is not given so.\n\n${usage}`);
  const file = new AccountsFile(accountsFile(environment));
  const asked = async () => checked(Password, await askPassword(`Password for ${name}: `), 'The password');
  switch (command) {
    case 'add': {
      const who = checked(AccountName, name, 'The name');
      const role = checked(Role, flags.role, '--role');
      const { accounts } = await file.read();
      const password = flags['no-password'] ? null : await asked();
      await addAccount(file, { name: who, role, password });
      return `${who} is ${role}.${accounts.length === 0 ? ` The accounts are in ${file.path}.` : ''}`;
    }
    case 'role': {
      const changed = await changeAccount(file, name, { role: checked(Role, rest[0], 'The role') });
      return `${changed.name} is ${changed.role}.`;
    }
    case 'password': {
      const changed = await changeAccount(file, name, { password: await asked() });
      return `${changed.name} has another password; all sessions and tokens are ended.`;
    }
    case 'remove':
      return `${await removeAccount(file, name)} has no account any more.`;
    case 'tokens':
      return tokens(file, name, flags);
    default:
      return list(file);
  }
}
