// A real server with accounts over a real database, and the ways in: a session's cookie, or a token.
import { request } from 'node:http';
import { join } from 'node:path';
import pino from 'pino';
import type { AccountSettings } from '../../../server/accounts/door.ts';
import { AccountsFile } from '../../../server/accounts/file.ts';
import { addAccount } from '../../../server/accounts/people.ts';
import { makeToken } from '../../../server/accounts/tokens.ts';
import { createApp } from '../../../server/app.ts';
import { type Role, roles } from '../../../server/schema/accounts.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/port.ts';
import { type Api, serve, testConfig } from '../../contract/api.ts';
import { tempFolder } from '../../temp.ts';

export const passwordOf = (name: string): string => `${name} of the harbour 7`;
const hour = 3_600_000;

export interface Guarded {
  api: Api;
  file: AccountsFile;
  settings: AccountSettings;
  store: Store;
  clock: { now: number };
  close(): Promise<void>;
}

export interface Given {
  accounts?: Partial<AccountSettings>;
  proxies?: readonly string[];
  writes?: boolean;
  store?: Store;
}

/** Accounts named as their roles. The clock stands until a test moves it. */
export async function guarded({ accounts, proxies = [], writes = false, store }: Given = {}): Promise<Guarded> {
  const opened = store === undefined ? await openStore({ kind: 'embedded', folder: tempFolder() }) : undefined;
  const there = store ?? opened;
  if (there === undefined) throw new Error('No store');
  const clock = { now: Date.now() };
  const settings: AccountSettings = {
    file: join(tempFolder(), 'accounts.json'),
    header: undefined,
    roleHeader: undefined,
    secureCookies: 'auto',
    idleMs: 12 * hour,
    mostMs: 7 * 24 * hour,
    ...accounts,
  };
  const file = new AccountsFile(settings.file);
  const names = (await file.read()).accounts.map(({ name }) => name);
  for (const role of roles)
    if (!names.includes(role)) await addAccount(file, { name: role, role, password: passwordOf(role) });
  const query = { writes, timeoutMs: 30_000, rows: 1000, concurrency: 3, memoryMb: 1024 };
  const config = { ...testConfig, query, accounts: settings, proxies };
  const app = createApp({ store: there, log: pino({ level: 'silent' }), config, now: () => clock.now });
  const api = await serve(there, {}, app);
  return {
    api,
    file,
    settings,
    store: there,
    clock,
    async close() {
      await api.close();
      await opened?.close();
    },
  };
}

export const json = { 'content-type': 'application/json' };
/** As the page sends it. */
export const fromPage = { ...json, 'x-hearsay': '1', 'sec-fetch-site': 'same-origin' };

export const signInAs = (api: Api, name: string, password: string, headers: Record<string, string> = {}) =>
  api.send('POST', '/api/session', { name, password }, { ...json, ...headers });

/** "name=value" of the cookie that an answer sets; undefined where it sets none. */
export const cookieFrom = (response: Response): string | undefined =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? undefined;

/** Signs in and gives the cookie. */
export async function cookieOf(api: Api, name: string, password = passwordOf(name)): Promise<string> {
  const response = await signInAs(api, name, password);
  const cookie = cookieFrom(response);
  if (!response.ok || cookie === undefined) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  return cookie;
}

export const tokenOf = async (file: AccountsFile, name: string, role: Role = name as Role): Promise<string> =>
  (await makeToken(file, name, { name: 'A script', role, days: 30 }, Date.now())).token;

export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
}
export const problem = async (response: Response): Promise<Problem> => (await response.json()) as Problem;

/** A request from a certain address of this machine, with headers that fetch would not send. */
export function requestFrom(
  localAddress: string,
  address: string,
  headers: Record<string, string | string[]>,
): Promise<{ status: number; body: { code?: string; account?: unknown; title?: string } }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { localAddress, headers }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
