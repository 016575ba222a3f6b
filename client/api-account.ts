// The requests of signing in, tokens and accounts; beside api.ts, so that the first view does not wait for them.
import type {
  AccountChange,
  AccountList,
  MadeToken,
  NewAccount,
  NewTokenInput,
  PasswordBody,
  SessionView,
  SignInBody,
  TokenList,
} from '../server/schema/accounts.ts';
import { at, get, send } from './api.ts';

export const accountApi = {
  session: () => get<SessionView>('session'),
  signIn: (body: SignInBody) => send<unknown>('POST', 'session', body),
  signOut: (everywhere: boolean) =>
    send<unknown>('DELETE', 'session', undefined, undefined, { everywhere: String(everywhere) }),
  changePassword: (body: PasswordBody) => send<unknown>('PUT', 'session/password', body),
  tokens: (signal?: AbortSignal) => get<TokenList>('tokens', {}, signal),
  makeToken: (body: NewTokenInput) => send<MadeToken>('POST', 'tokens', body),
  endToken: (key: string) => send<unknown>('DELETE', `tokens/${at(key)}`),
  accounts: (signal?: AbortSignal) => get<AccountList>('accounts', {}, signal),
  addAccount: (body: NewAccount) => send<unknown>('POST', 'accounts', body),
  changeAccount: (name: string, body: AccountChange) => send<unknown>('PUT', `accounts/${at(name)}`, body),
  removeAccount: (name: string) => send<unknown>('DELETE', `accounts/${at(name)}`),
};
