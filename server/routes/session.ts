// Signing in and out, the own password, and personal tokens.
import { endToken, listTokens, makeToken } from '../accounts/tokens.ts';
import { NotAllowed } from '../errors.ts';
import {
  Done,
  MadeToken,
  NewToken,
  PasswordBody,
  SessionView,
  SignInBody,
  SignOutQuery,
  TokenList,
  TokenParams,
} from '../schema/accounts.ts';
import { whoActs } from '../who.ts';
import { doorOf } from './accounts.ts';
import { parseBody } from './body.ts';
import { type Context, route } from './declare.ts';

const writing = ['not-found', 'too-many-requests', 'too-large', 'unsupported-media-type'] as const;
const done = { done: true as const };

/** The name of who is here in person. Errors: NotAllowed for a token, which is to make no others that outlive it. */
function inPerson(): string {
  const { name, via } = whoActs();
  if (name === null || via === 'token')
    throw new NotAllowed('A token does not do this.', { detail: 'Sign in at the page.' });
  return name;
}

async function view({ door }: Pick<Context, 'door'>): Promise<SessionView> {
  const { name, role, via } = whoActs();
  const account =
    name === null || via === 'command line' || via === 'program' || via === 'open' ? null : { name, role, via };
  return { accounts: door !== undefined, account, none: (await door?.file.read())?.accounts.length === 0 };
}

export const sessionRoutes = [
  route({
    method: 'get',
    path: '/api/session',
    needs: 'anyone',
    summary: 'Who is signed in, and whether this server asks for it',
    response: SessionView,
    handle: (context) => view(context),
  }),
  route({
    method: 'post',
    path: '/api/session',
    needs: 'anyone',
    summary: 'Signs in with a name and a password, for a session in a cookie',
    description:
      'After five failures under one name from one address each further one has to wait longer, with a Retry-After. ' +
      'What is said of an unknown name and of a wrong password is the same.',
    body: SignInBody,
    response: Done,
    problems: ['sign-in-failed', ...writing],
    async handle(context, { body, caller }) {
      const { sessions } = doorOf(context);
      caller.giveCookie(await sessions.signIn(parseBody(SignInBody, body), caller.client, caller.session));
      return done;
    },
  }),
  route({
    method: 'delete',
    path: '/api/session',
    needs: 'anyone',
    summary: 'Signs out: the session ends, or with everywhere=true all sessions of the account',
    query: SignOutQuery,
    response: Done,
    problems: ['not-found'],
    async handle(context, { query, caller }) {
      const { sessions } = doorOf(context);
      const { name, via } = whoActs();
      if (query.everywhere && name !== null && via !== 'token') await sessions.endAllOf(name);
      if (caller.session !== null) await sessions.end(caller.session);
      caller.giveCookie(null);
      return done;
    },
  }),
  route({
    method: 'put',
    path: '/api/session/password',
    needs: 'reader',
    summary: 'Gives the own account another password',
    description: 'All other sessions and all tokens of the account end.',
    body: PasswordBody,
    response: Done,
    problems: ['sign-in-failed', ...writing],
    async handle(context, { body, caller }) {
      const { sessions } = doorOf(context);
      const name = inPerson();
      caller.giveCookie(await sessions.changePassword({ name, ...parseBody(PasswordBody, body) }, caller.client));
      return done;
    },
  }),
  route({
    method: 'get',
    path: '/api/tokens',
    summary: 'The own personal tokens, without what they say',
    response: TokenList,
    async handle({ door }) {
      const { name } = whoActs();
      return { tokens: door === undefined || name === null ? [] : await listTokens(door.file, name) };
    },
  }),
  route({
    method: 'post',
    path: '/api/tokens',
    needs: 'reader',
    summary: 'Makes a personal token for programs that use the API',
    description: 'Sent as "Authorization: Bearer TOKEN", it may what its role may, and never more than the account.',
    body: NewToken,
    response: MadeToken,
    problems: ['conflict', ...writing],
    async handle(context, { body }) {
      const { file, now } = doorOf(context);
      return makeToken(file, inPerson(), parseBody(NewToken, body), now());
    },
  }),
  route({
    method: 'delete',
    path: '/api/tokens/{key}',
    needs: 'reader',
    summary: 'Ends one of the own tokens',
    params: TokenParams,
    response: Done,
    problems: ['not-found'],
    async handle(context, { params }) {
      await endToken(doorOf(context).file, inPerson(), params.key);
      return done;
    },
  }),
];
