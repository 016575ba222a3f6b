// Sessions: begun at sign-in under a new secret, ended by idling, by age, by signing out, or with the account's rights.
import { AppError } from '../errors.ts';
import { accountLimits } from '../schema/accounts.ts';
import type { AccountsFile } from './file.ts';
import type { AccountRow, AccountsDocument, SessionRow } from './form.ts';
import { note } from './log.ts';
import { hashPassword, isOutdated, isPassword } from './passwords.ts';
import { accountNamed, endAll, folded } from './people.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Throttle } from './throttle.ts';

/** In ms. */
export interface Lifetimes {
  idle: number;
  most: number;
}

/** 401: of a name that nobody has, of an account without a password and of a wrong password it is the same. */
export class SignInFailed extends AppError {
  constructor() {
    super(401, 'sign-in-failed', 'The name or the password is wrong.', {
      detail: 'Type both again; whoever runs this server, and any admin, can set a new password.',
    });
  }
}

/** A lost clock is no reason to keep a session: one from the future has ended, too. */
const hasEnded = ({ began, seen }: SessionRow, { idle, most }: Lifetimes, now: number): boolean =>
  now - seen > idle || now - began > most || began > now + 60_000;

/** Adds one, without the secret of any before. The account's oldest go beyond the most it may have. */
function begin(document: AccountsDocument, account: string, lifetimes: Lifetimes, now: number): string {
  const secret = newSecret();
  const live = document.sessions.filter((session) => !hasEnded(session, lifetimes, now));
  const others = live.filter((session) => session.account !== account);
  const own = live.filter((session) => session.account === account).slice(1 - accountLimits.sessions);
  document.sessions = [...others, ...own, { hash: hashOf(secret), account, began: now, seen: now }];
  return secret;
}

export class Sessions {
  readonly #file: AccountsFile;
  readonly #throttle: Throttle;
  readonly #lifetimes: Lifetimes;
  readonly #now: () => number;
  readonly #warn: (error: unknown) => void;

  /** `warn` is told where a session's use could not be noted: it goes on until it has idled for too long. */
  constructor(
    file: AccountsFile,
    throttle: Throttle,
    lifetimes: Lifetimes,
    { now, warn }: { now: () => number; warn: (error: unknown) => void },
  ) {
    this.#file = file;
    this.#throttle = throttle;
    this.#lifetimes = lifetimes;
    this.#now = now;
    this.#warn = warn;
  }

  /** The account whose password it is. Errors: TooManyRequests; SignInFailed. */
  async #checked(name: string, password: string, client: string): Promise<AccountRow> {
    this.#throttle.attempt(folded(name), client);
    const account = accountNamed(await this.#file.read(), name);
    if (!(await isPassword(password, account?.password)) || account === undefined) throw new SignInFailed();
    this.#throttle.succeeded(folded(name), client);
    return account;
  }

  /** A new session in the place of the one before, if any. Gives its secret, for the cookie. */
  async signIn(given: { name: string; password: string }, client: string, before: string | null): Promise<string> {
    const account = await this.#checked(given.name, given.password, client);
    const better = isOutdated(account.password ?? '') ? await hashPassword(given.password) : account.password;
    return this.#file.change((document) => {
      const row = accountNamed(document, account.name);
      // Changed while it was checked: then it is no longer its password.
      if (row?.password !== account.password) throw new SignInFailed();
      row.password = better;
      document.sessions = document.sessions.filter((session) => session.hash !== before);
      return begin(document, row.name, this.#lifetimes, this.#now());
    });
  }

  /** Sets another password, ends all sessions and tokens, and gives the secret of a new session. */
  async changePassword(given: { name: string; old: string; new: string }, client: string): Promise<string> {
    const account = await this.#checked(given.name, given.old, client);
    const hash = await hashPassword(given.new);
    return this.#file.change((document) => {
      const row = accountNamed(document, account.name);
      if (row?.password !== account.password) throw new SignInFailed();
      row.password = hash;
      endAll(document, row.name);
      note(document, row.name, 'Sets another password of their own');
      return begin(document, row.name, this.#lifetimes, this.#now());
    });
  }

  /** Whose session it is; undefined where it is none, or has ended. */
  async accountOf(hash: string): Promise<AccountRow | undefined> {
    const document = await this.#file.read();
    const now = this.#now();
    const session = document.sessions.find((one) => one.hash === hash);
    if (session === undefined || hasEnded(session, this.#lifetimes, now)) return undefined;
    const account = document.accounts.find(({ name }) => name === session.account);
    // Not at every request: it is written to the disk.
    if (account !== undefined && now - session.seen > this.#lifetimes.idle / 20)
      await this.#touch(hash, now).catch(this.#warn);
    return account;
  }

  #touch(hash: string, now: number): Promise<void> {
    return this.#file.change((document) => {
      const session = document.sessions.find((one) => one.hash === hash);
      if (session) session.seen = now;
    });
  }

  /** Whoever asks, nothing is written where there is no such session. */
  async end(hash: string): Promise<void> {
    const { sessions } = await this.#file.read();
    if (!sessions.some((session) => session.hash === hash)) return;
    await this.#file.change((document) => {
      document.sessions = document.sessions.filter((session) => session.hash !== hash);
    });
  }

  endAllOf(name: string): Promise<void> {
    return this.#file.change((document) => {
      document.sessions = document.sessions.filter((session) => session.account !== name);
    });
  }
}
