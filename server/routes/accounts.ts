// Accounts as admins see them: who there is, what each may do, and taking somebody in or out.
import { addAccount, changeAccount, removeAccount, viewOf } from '../accounts/people.ts';
import { NotFound } from '../errors.ts';
import { AccountChange, AccountList, AccountParams, AccountView, Done, NewAccount } from '../schema/accounts.ts';
import { parseBody } from './body.ts';
import { type Context, route } from './declare.ts';

const writing = ['not-found', 'conflict', 'too-large', 'unsupported-media-type'] as const;

/** Errors: NotFound where this server asks nobody who they are. */
export function doorOf({ door }: Pick<Context, 'door'>) {
  if (door === undefined)
    throw new NotFound('This server has no accounts.', {
      detail: 'Whoever runs it switches them on with HEARSAY_ACCOUNTS=on: see docs/accounts.md.',
    });
  return door;
}

export const accountRoutes = [
  route({
    method: 'get',
    path: '/api/accounts',
    needs: 'admin',
    summary: 'All accounts with their roles',
    description: 'None where this server has no accounts.',
    response: AccountList,
    async handle({ door }) {
      const document = await door?.file.read();
      return { accounts: document?.accounts.map((account) => viewOf(document, account)) ?? [] };
    },
  }),
  route({
    method: 'post',
    path: '/api/accounts',
    needs: 'admin',
    summary: 'Adds an account',
    body: NewAccount,
    response: AccountView,
    problems: writing,
    handle: async (context, { body }) => addAccount(doorOf(context).file, parseBody(NewAccount, body)),
  }),
  route({
    method: 'put',
    path: '/api/accounts/{name}',
    needs: 'admin',
    summary: 'Gives an account another role or password',
    description: 'All its sessions and tokens end with that.',
    params: AccountParams,
    body: AccountChange,
    response: AccountView,
    problems: writing,
    handle: async (context, { params, body }) =>
      changeAccount(doorOf(context).file, params.name, parseBody(AccountChange, body)),
  }),
  route({
    method: 'delete',
    path: '/api/accounts/{name}',
    needs: 'admin',
    summary: 'Removes an account with its sessions and tokens',
    description: 'What it did stays under its name.',
    params: AccountParams,
    response: Done,
    problems: ['not-found', 'conflict'],
    async handle(context, { params }) {
      await removeAccount(doorOf(context).file, params.name);
      return { done: true as const };
    },
  }),
];
