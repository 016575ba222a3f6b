// The accounts file: its form, and how it is read strictly. Of passwords, sessions and tokens it holds hashes alone.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Role } from '../schema/accounts.ts';

export const accountsFormat = 'hearsay-accounts/1';

const AccountRow = z.strictObject({
  name: z.string(),
  role: Role,
  /** In the PHC form of server/accounts/passwords.ts; null: through the proxy alone. */
  password: z.string().nullable(),
  since: z.string(),
});
export type AccountRow = z.infer<typeof AccountRow>;

/** Times in ms since 1970. */
const SessionRow = z.strictObject({ hash: z.string(), account: z.string(), began: z.number(), seen: z.number() });
export type SessionRow = z.infer<typeof SessionRow>;

const TokenRow = z.strictObject({
  key: z.string(),
  hash: z.string(),
  account: z.string(),
  name: z.string(),
  role: Role,
  made: z.string(),
  expires: z.string(),
  used: z.string().nullable(),
});
export type TokenRow = z.infer<typeof TokenRow>;

/** Who did what with an account: what the audit log has of it. */
const LogRow = z.strictObject({
  entry: z.string(),
  on: z.string(),
  who: z.string().nullable(),
  via: z.string(),
  request: z.string().nullable(),
  action: z.string(),
  address: z.string().nullable(),
  account: z.string(),
});

export const AccountsDocument = z.strictObject({
  format: z.literal(accountsFormat),
  accounts: z.array(AccountRow),
  sessions: z.array(SessionRow),
  tokens: z.array(TokenRow),
  log: z.array(LogRow).default([]),
});
export type AccountsDocument = z.infer<typeof AccountsDocument>;

export const nobody = (): AccountsDocument => ({
  format: accountsFormat,
  accounts: [],
  sessions: [],
  tokens: [],
  log: [],
});

/** 503: who somebody is cannot be told, so nobody is let in. The path is for whoever runs the server. */
export class AccountsUnavailable extends AppError {
  readonly reason: string;

  constructor(file: string, reason: string, cause?: unknown) {
    super(503, 'accounts-unavailable', 'The accounts cannot be read or written.', {
      detail: 'Nobody can be let in until they can. Whoever runs the server finds the reason in its log.',
      retryAfter: 30,
      cause: cause ?? reason,
    });
    this.reason = `The accounts file ${file} ${reason}`;
  }
}

/** Errors: AccountsUnavailable, which says what is wrong and what to do. */
export function parseAccounts(file: string, text: string): AccountsDocument {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AccountsUnavailable(file, 'is not well-formed JSON: put a copy of it back.');
  }
  const parsed = AccountsDocument.safeParse(json);
  if (parsed.success) return parsed.data;
  const { format } = (json ?? {}) as { format?: unknown };
  if (typeof format === 'string' && /^hearsay-accounts\/\d+$/.test(format) && format !== accountsFormat)
    throw new AccountsUnavailable(file, `is of another version (${format}): use the Hearsay that wrote it.`);
  const [issue] = parsed.error.issues;
  throw new AccountsUnavailable(
    file,
    `is not as Hearsay writes it, at /${issue?.path.join('/')} (${issue?.message}): put a copy of it back.`,
  );
}
