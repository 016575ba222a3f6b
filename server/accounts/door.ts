// The door: who a request is from, by a token, a trusted proxy's header or a session, and whether it may come in.
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { AppError, NotAllowed, NotSignedIn } from '../errors.ts';
import { AccountName, Role } from '../schema/accounts.ts';
import type { AuditEntry } from '../schema/audit.ts';
import { mayActAs, type Who } from '../who.ts';
import { AccountsFile } from './file.ts';
import { entriesOf } from './log.ts';
import { accountNamed } from './people.ts';
import { hashOf } from './secrets.ts';
import { Sessions } from './sessions.ts';
import { Throttle } from './throttle.ts';
import { ownerOf, tokenPrefix } from './tokens.ts';

export interface AccountSettings {
  /** The path of the accounts file. */
  file: string;
  /** In which a proxy of `trust proxy` names who it signed in; undefined: no proxy does. */
  header: string | undefined;
  /** In which it gives their role; undefined: the account has it. */
  roleHeader: string | undefined;
  /** Whether cookies are for TLS alone; auto: where the request came over it. */
  secureCookies: 'auto' | 'yes' | 'no';
  /** How long a session lasts without a request, and at most, in ms. */
  idleMs: number;
  mostMs: number;
}

/** Somebody who was let in. */
export interface Visitor {
  who: Who;
  /** The hash of their session's secret, where a session let them in. */
  session: string | null;
}

/** A page elsewhere cannot send it without asking first, which is never granted. */
export const pageHeader = 'x-hearsay';

const bearer = (request: Request): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** A header's bytes as UTF-8, which Node gives as Latin-1. */
function headerText(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? Buffer.from(value, 'latin1').toString('utf8').trim() || undefined : undefined;
}

export class Door {
  readonly file: AccountsFile;
  readonly sessions: Sessions;
  readonly now: () => number;
  readonly #settings: AccountSettings;

  constructor(settings: AccountSettings, log: Logger, now: () => number = Date.now) {
    this.#settings = settings;
    this.now = now;
    this.file = new AccountsFile(settings.file);
    const warn = (err: unknown) => log.warn({ err }, 'That a session is in use could not be noted');
    const lifetimes = { idle: settings.idleMs, most: settings.mostMs };
    this.sessions = new Sessions(this.file, new Throttle(now), lifetimes, { now, warn });
  }

  /** Who it is from; undefined where nobody is signed in. Errors: NotSignedIn for a token that is none; NotAllowed. */
  async visitorOf(request: Request, id: string): Promise<Visitor | undefined> {
    const token = bearer(request);
    const fromProxy = this.#named(request);
    // What a proxy signs in by itself it may pass on: that is not for here.
    if (token !== undefined && (token.startsWith(tokenPrefix) || fromProxy === undefined)) {
      const owner = await ownerOf(this.file, token, this.now());
      if (owner === undefined)
        throw new NotSignedIn('The token is not, or no longer, valid.', {
          detail: 'Make a new one in the page, under your name, or with npm run hearsay -- users tokens.',
        });
      return { who: { name: owner.account.name, role: owner.role, via: 'token', request: id }, session: null };
    }
    if (fromProxy !== undefined) return { who: await this.#proxied(request, fromProxy, id), session: null };
    const session = this.sessionIn(request);
    const account = session === null ? undefined : await this.sessions.accountOf(session);
    return account && { who: { name: account.name, role: account.role, via: 'page', request: id }, session };
  }

  /** Errors: NotSignedIn; NotAllowed where the role does not go so far; 403 for a change from another page. */
  admit(visitor: Visitor | undefined, needed: Role, request: Request): void {
    if (visitor === undefined)
      throw new NotSignedIn('Nobody is signed in.', {
        detail: 'Sign in at the page, or send a personal token: "Authorization: Bearer hearsay_…".',
      });
    const { name, role, via } = visitor.who;
    if (!mayActAs(role, needed))
      throw new NotAllowed(`This is for ${needed === 'editor' ? 'editors' : 'admins'}, and ${name} is ${role} here.`, {
        detail:
          via === 'token'
            ? 'Use a token of a higher role, where your account has it.'
            : 'An admin can change the role.',
      });
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (via !== 'token' && changes && request.headers[pageHeader] === undefined)
      throw new AppError(403, 'invalid-request', 'This did not come from a page of this server.', {
        detail: 'Reload the page. A program sends a personal token in place of a cookie, or the header "X-Hearsay: 1".',
      });
  }

  /** What was changed of accounts and tokens, for the audit log. */
  async log(): Promise<AuditEntry[]> {
    return entriesOf(await this.file.read());
  }

  /** The hash of the session's secret that the request brings, whether or not there is such a session. */
  sessionIn(request: Request): string | null {
    const secret = cookieOf(request, this.#cookieName(request));
    return secret === undefined ? null : hashOf(secret);
  }

  /** Sends the secret of a session as a cookie; null takes it away. */
  giveCookie(request: Request, response: Response, secret: string | null): void {
    const options = { httpOnly: true, sameSite: 'strict', secure: this.#isSecure(request), path: '/' } as const;
    const name = this.#cookieName(request);
    if (secret === null) response.clearCookie(name, options);
    else response.cookie(name, secret, { ...options, maxAge: this.#settings.mostMs });
  }

  /** Express knows of TLS by what trusted proxies say, and by no one else. */
  #isSecure(request: Request): boolean {
    const { secureCookies } = this.#settings;
    return secureCookies === 'auto' ? request.secure : secureCookies === 'yes';
  }

  /** The prefix makes browsers hold it to this host and to TLS. */
  #cookieName(request: Request): string {
    return this.#isSecure(request) ? '__Host-hearsay' : 'hearsay';
  }

  /** The name that a trusted proxy gives; from any other address the header is not looked at. */
  #named(request: Request): string | undefined {
    const { header } = this.#settings;
    if (header === undefined) return undefined;
    const trusted = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
    const peer = request.socket.remoteAddress;
    return peer !== undefined && trusted(peer, 0) ? headerText(request.headers[header]) : undefined;
  }

  async #proxied(request: Request, given: string, id: string): Promise<Who> {
    if (!AccountName.safeParse(given).success)
      throw new NotAllowed('The proxy gives a name that no account can have.', {
        detail: 'It must send one name in its header, and take away what others send in it.',
      });
    const { roleHeader } = this.#settings;
    const account = accountNamed(await this.file.read(), given);
    const name = account?.name ?? given;
    const said = roleHeader && Role.safeParse(headerText(request.headers[roleHeader])?.toLowerCase());
    const role = said ? said.data : account?.role;
    if (role === undefined)
      throw new NotAllowed(
        roleHeader ? `The proxy gives no role for ${name}.` : `The proxy signed in ${name}, who has no account here.`,
        {
          detail: roleHeader
            ? 'Its header for roles must say reader, editor or admin.'
            : 'An admin can add one of that name.',
        },
      );
    return { name, role, via: 'proxy', request: id };
  }
}
