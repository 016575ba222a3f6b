// Accounts over HTTP: who is signed in, roles, passwords and personal tokens; never what is kept to check them.
import { z } from 'zod';

/** What somebody may do; each includes those before it. */
export const roles = ['reader', 'editor', 'admin'] as const;
export const Role = z.enum(roles, { error: 'must be reader, editor or admin' });
export type Role = z.infer<typeof Role>;

export const accountLimits = { name: 80, leastPassword: 12, password: 200, tokenDays: 366, sessions: 50, tokens: 50 };

/** No comma among them: a proxy that was sent the header twice joins the two by one. */
export const AccountName = z
  .string()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ._@+'-]{0,78}[\p{L}\p{N}\p{M}])?$/u, {
    error: "must be of 1 to 80 letters, digits and blanks . _ @ + ' -, with a letter or digit at both ends",
  })
  .describe('The name of an account; case makes no difference.');

export const Password = z
  .string()
  .min(accountLimits.leastPassword, { error: `must be of at least ${accountLimits.leastPassword} characters` })
  .max(accountLimits.password, { error: `must be of at most ${accountLimits.password} characters` });

export const Account = z.object({
  name: z.string(),
  role: Role,
  via: z
    .enum(['page', 'token', 'proxy'])
    .describe('By signing in here, by a personal token, or by a proxy that signs people in.'),
});
export type Account = z.infer<typeof Account>;

export const SessionView = z.object({
  accounts: z.boolean().describe('Whether this server asks who somebody is.'),
  account: Account.nullable().describe('Who is signed in.'),
  none: z.boolean().describe('Whether nobody has an account yet.'),
});
export type SessionView = z.infer<typeof SessionView>;

/** Of a name and a password nothing is said before both are known to be right. */
export const SignInBody = z.strictObject({ name: z.string().max(1000), password: z.string().max(1000) });
export type SignInBody = z.infer<typeof SignInBody>;

export const SignOutQuery = z.strictObject({
  everywhere: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true')
    .describe('true also ends all other sessions of the account.'),
});

export const PasswordBody = z.strictObject({ old: z.string().max(1000), new: Password });
export type PasswordBody = z.infer<typeof PasswordBody>;

export const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('What it is for.'),
  role: Role.describe('Not above the account’s.'),
  days: z.int().min(1).max(accountLimits.tokenDays).default(90).describe('After so many days it is no longer taken.'),
});
export type NewToken = z.infer<typeof NewToken>;
export type NewTokenInput = z.input<typeof NewToken>;

export const TokenView = z.object({
  key: z.string(),
  name: z.string(),
  role: Role,
  made: z.string(),
  expires: z.string(),
  used: z.string().nullable().describe('The day when it was last used.'),
});
export type TokenView = z.infer<typeof TokenView>;
export const TokenList = z.object({ tokens: z.array(TokenView) });
export type TokenList = z.infer<typeof TokenList>;
export const MadeToken = TokenView.extend({ token: z.string().describe('Told this once: only its hash is kept.') });
export type MadeToken = z.infer<typeof MadeToken>;
export const TokenParams = z.strictObject({ key: z.string().describe('The key of a token, as in the list.') });

export const NewAccount = z.strictObject({
  name: AccountName,
  role: Role,
  password: Password.nullable().describe('null: signs in through the proxy alone.'),
});
export type NewAccount = z.infer<typeof NewAccount>;
export const AccountChange = z.strictObject({ role: Role.optional(), password: Password.nullable().optional() });
export type AccountChange = z.infer<typeof AccountChange>;
export const AccountParams = z.strictObject({ name: z.string().describe('The name of an account.') });

export const AccountView = z.object({
  name: z.string(),
  role: Role,
  since: z.string(),
  password: z.boolean().describe('Whether it has one; else it signs in through the proxy alone.'),
  sessions: z.int(),
  tokens: z.int(),
});
export type AccountView = z.infer<typeof AccountView>;
export const AccountList = z.object({ accounts: z.array(AccountView) });
export type AccountList = z.infer<typeof AccountList>;
export const Done = z.object({ done: z.literal(true) });
