// Signing in and out over HTTP: what a session's cookie is, what ends it, and what nobody learns by trying.
import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, changeAccount, removeAccount } from '../../../server/accounts/people.ts';
import { AuditLog } from '../../../server/schema/audit.ts';
import type { Note } from '../../../server/schema/note.ts';
import {
  cookieFrom,
  cookieOf,
  fromPage,
  type Guarded,
  guarded,
  passwordOf,
  problem,
  signInAs,
  tokenOf,
} from './serve.ts';

const hour = 3_600_000;
const timeout = 120_000;
let server: Guarded;
let other: Guarded;
beforeAll(async () => {
  server = await guarded();
  // A second server over the same accounts, and the same database.
  other = await guarded({ accounts: { file: server.settings.file }, store: server.store });
}, timeout);
afterAll(async () => {
  await other?.close();
  await server?.close();
});

const as = (cookie: string | undefined, more: Record<string, string> = {}) => ({
  ...(cookie && { cookie }),
  ...fromPage,
  ...more,
});
const meta = (headers: Record<string, string>, { api } = server) => api.get('/api/meta', headers);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a session', { timeout }, () => {
  it('is a cookie that scripts cannot read and no other site sends', async () => {
    const response = await signInAs(server.api, 'editor', passwordOf('editor'));
    const [set = ''] = response.headers.getSetCookie();
    expect(set).toMatch(/^hearsay=[\w-]{43}; /);
    expect(set).toContain('; HttpOnly');
    expect(set).toContain('; SameSite=Strict');
    expect(set).toContain('; Path=/');
    expect(set).not.toContain('; Secure');
    expect(await response.text()).not.toContain(set.slice(8, 51));
    const answer = (await (await meta(as(cookieFrom(response)))).json()) as { account: unknown };
    expect(answer.account).toEqual({ name: 'editor', role: 'editor', via: 'page' });
  });

  it('is kept as a hash, in a file for its owner alone', async () => {
    const secret = (await cookieOf(server.api, 'reader')).replace('hearsay=', '');
    const token = await tokenOf(server.file, 'reader');
    const text = readFileSync(server.settings.file, 'utf8');
    for (const word of [secret, token, passwordOf('reader')]) expect(text).not.toContain(word);
    expect(statSync(server.settings.file).mode & 0o777).toBe(0o600);
  });

  it('gets a secret of its own at sign-in: one that was there before is not taken over, and ends', async () => {
    const planted = 'hearsay=A234567890123456789012345678901234567890123';
    const response = await signInAs(server.api, 'reader', passwordOf('reader'), { cookie: planted });
    expect(cookieFrom(response)).not.toBe(planted);
    expect((await meta(as(planted))).status).toBe(401);
    const first = cookieFrom(response) ?? '';
    const again = cookieFrom(await signInAs(server.api, 'reader', passwordOf('reader'), { cookie: first }));
    expect(again).not.toBe(first);
    expect((await meta(as(first))).status).toBe(401);
    expect((await meta(as(again))).status).toBe(200);
  });

  it('ends when it idles, and with use at its most', async () => {
    const cookie = await cookieOf(server.api, 'reader');
    const began = server.clock.now;
    server.clock.now += 13 * hour;
    expect((await meta(as(cookie))).status).toBe(401);
    server.clock.now = began;
    for (let hours = 0; hours < 7 * 24; hours += 8) {
      server.clock.now = began + hours * hour;
      expect((await meta(as(cookie))).status, `${hours} h`).toBe(200);
    }
    server.clock.now = began + (7 * 24 + 1) * hour;
    expect((await meta(as(cookie))).status).toBe(401);
    server.clock.now = began;
  });

  it('ends by signing out: the one, or everywhere', async () => {
    const [one, two] = [await cookieOf(server.api, 'reader'), await cookieOf(server.api, 'reader')];
    const three = await cookieOf(server.api, 'reader');
    const out = await server.api.send('DELETE', '/api/session', undefined, as(one));
    expect(out.headers.getSetCookie()[0]).toMatch(/^hearsay=;.*Expires=Thu, 01 Jan 1970/);
    expect((await meta(as(one))).status).toBe(401);
    expect((await meta(as(two))).status).toBe(200);
    await server.api.send('DELETE', '/api/session?everywhere=true', undefined, as(two));
    expect((await meta(as(three))).status).toBe(401);
  });

  it('is known to every server over the same accounts, and ended there at once', async () => {
    const cookie = await cookieOf(server.api, 'editor');
    expect((await meta(as(cookie), other)).status).toBe(200);
    await other.api.send('DELETE', '/api/session', undefined, as(cookie));
    expect((await meta(as(cookie))).status).toBe(401);
  });
});

describe('what ends somebody’s rights ends sessions and tokens at once', { timeout }, () => {
  const ways: [string, (name: string) => Promise<unknown>][] = [
    ['another role', (name) => changeAccount(server.file, name, { role: 'reader' })],
    ['another password', (name) => changeAccount(server.file, name, { password: 'quite another word' })],
    ['no password', (name) => changeAccount(server.file, name, { password: null })],
    ['removal', (name) => removeAccount(server.file, name)],
    [
      'an admin’s change in the page',
      async (name) => {
        const cookie = await cookieOf(server.api, 'admin');
        const answer = await server.api.send('PUT', `/api/accounts/${name}`, { role: 'reader' }, as(cookie));
        expect(answer.status).toBe(200);
      },
    ],
  ];
  it.each(ways)('%s', async (title, change) => {
    const name = `Ada ${ways.findIndex(([one]) => one === title)}`;
    await addAccount(server.file, { name, role: 'editor', password: passwordOf(name) });
    const cookie = await cookieOf(server.api, name.toUpperCase(), passwordOf(name));
    const token = await tokenOf(server.file, name, 'reader');
    for (const headers of [as(cookie), bearer(token)]) expect((await meta(headers)).status).toBe(200);
    await change(name);
    for (const headers of [as(cookie), bearer(token)]) expect((await meta(headers)).status).toBe(401);
  });

  it('the own password, which takes the old one, and the page stays signed in', async () => {
    await addAccount(server.file, { name: 'Bo', role: 'reader', password: passwordOf('Bo') });
    const [here, there] = [
      await cookieOf(server.api, 'Bo', passwordOf('Bo')),
      await cookieOf(server.api, 'Bo', passwordOf('Bo')),
    ];
    const put = (body: object) => server.api.send('PUT', '/api/session/password', body, as(here));
    const wrong = await put({ old: 'not the old one', new: 'a new one for Bo' });
    expect(await problem(wrong)).toMatchObject({ status: 401, code: 'sign-in-failed' });
    expect((await put({ old: passwordOf('Bo'), new: 'short' })).status).toBe(400);
    const changed = await put({ old: passwordOf('Bo'), new: 'a new one for Bo' });
    expect(changed.status).toBe(200);
    for (const cookie of [here, there]) expect((await meta(as(cookie))).status).toBe(401);
    expect((await meta(as(cookieFrom(changed)))).status).toBe(200);
    expect((await signInAs(server.api, 'Bo', passwordOf('Bo'))).status).toBe(401);
    expect((await signInAs(server.api, 'Bo', 'a new one for Bo')).status).toBe(200);
  });

  it('but the only admin stays', async () => {
    await expect(removeAccount(server.file, 'admin')).rejects.toThrow('is the only admin');
    await expect(changeAccount(server.file, 'admin', { role: 'editor' })).rejects.toThrow('is the only admin');
  });
});

describe('a token', { timeout }, () => {
  it('may what its role may, never more than its owner, and makes no others', async () => {
    const cookie = await cookieOf(server.api, 'editor');
    const make = (role: string) => server.api.send('POST', '/api/tokens', { name: 'Feed', role, days: 2 }, as(cookie));
    expect(await problem(await make('admin'))).toMatchObject({ status: 403, code: 'not-allowed' });
    const made = (await (await make('reader')).json()) as { token: string; key: string };
    expect(made.token).toMatch(/^hearsay_[\w-]{43}$/);
    expect((await meta(bearer(made.token))).status).toBe(200);
    const list = await (await server.api.get('/api/tokens', as(cookie))).text();
    expect(list).toContain(made.key);
    expect(list).not.toContain(made.token);
    const json = { 'content-type': 'application/json', ...bearer(made.token) };
    const write = await server.api.send('POST', '/api/merges', {}, json);
    expect(await problem(write)).toMatchObject({ status: 403, code: 'not-allowed' });
    const more = await server.api.send('POST', '/api/tokens', { name: 'B', role: 'reader' }, json);
    expect(more.status).toBe(403);
    server.clock.now += 49 * hour;
    expect((await meta(bearer(made.token))).status).toBe(401);
    server.clock.now -= 49 * hour;
    expect((await server.api.send('DELETE', `/api/tokens/${made.key}`, undefined, as(cookie))).status).toBe(200);
    expect((await meta(bearer(made.token))).status).toBe(401);
  });

  it('that is none is no sign-in, whatever cookie comes with it', async () => {
    const cookie = await cookieOf(server.api, 'editor');
    const told = await problem(await meta({ ...as(cookie), ...bearer('hearsay_made-up') }));
    expect(told).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(told.detail).toContain('Make a new one');
  });
});

describe('signing in', { timeout }, () => {
  it('says the same of an unknown name, of a wrong password and of an account without one', async () => {
    await addAccount(server.file, { name: 'Proxied', role: 'reader', password: null });
    const answers = [];
    for (const name of ['nobody', 'reader', 'Proxied']) {
      const response = await signInAs(server.api, name, 'a wrong password');
      const headers = [...response.headers].filter(([one]) => !/^(date|x-request-id)$/.test(one));
      answers.push([response.status, headers, await response.text()]);
    }
    expect(answers[0]?.[0]).toBe(401);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('has to wait after five failures, longer after each, alike for a name that nobody has', async () => {
    for (const name of ['nobody at all', 'editor']) {
      for (let times = 0; times < 5; times++)
        expect((await signInAs(server.api, name, 'a wrong password')).status).toBe(401);
      const waits: number[] = [];
      for (let times = 0; times < 3; times++) {
        // The right one is not looked at either.
        const refused = await signInAs(server.api, name.toUpperCase(), passwordOf('editor'));
        expect(refused.status).toBe(429);
        waits.push(Number(refused.headers.get('retry-after')));
        server.clock.now += 1000 * (waits.at(-1) ?? 0);
        expect((await signInAs(server.api, name, 'a wrong password')).status).toBe(401);
      }
      expect(waits).toEqual([1, 2, 4]);
    }
    server.clock.now += 1000 * 8;
    expect((await signInAs(server.api, 'editor', passwordOf('editor'))).status).toBe(200);
    expect((await signInAs(server.api, 'editor', 'a wrong password')).status).toBe(401);
  });
});

describe('a change from elsewhere', { timeout }, () => {
  const body = { name: 'A view', by: 'Ada', view: { query: 'tab=ledger', added: [] } };
  it.each([
    ['of another origin', { origin: 'https://elsewhere.example', 'x-hearsay': '1' }],
    ['that a browser says is cross-site', { 'sec-fetch-site': 'cross-site', 'x-hearsay': '1' }],
    ['of a sibling of this site', { 'sec-fetch-site': 'same-site', 'x-hearsay': '1' }],
    ['without the page’s header', {}],
  ])('%s is refused', async (_title, headers) => {
    const cookie = await cookieOf(server.api, 'editor');
    const sent = { 'content-type': 'application/json', cookie, ...(headers as Record<string, string>) };
    const response = await server.api.send('POST', '/api/views', body, sent);
    expect(response.status).toBe(403);
    expect(await (await server.api.get('/api/views', as(cookie))).json()).toEqual({ views: [] });
  });

  it('signs nobody in', async () => {
    const response = await signInAs(server.api, 'editor', passwordOf('editor'), {
      origin: 'https://elsewhere.example',
    });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('goes by a token without any of that', async () => {
    const headers = { 'content-type': 'application/json', ...bearer(await tokenOf(server.file, 'editor')) };
    const made = (await (await server.api.send('POST', '/api/views', body, headers)).json()) as { key: string };
    expect(made.key).toMatch(/^view:/);
    await server.api.send('DELETE', `/api/views/${made.key}`, undefined, headers);
  });
});

it('nobody acts under another’s name', { timeout }, async () => {
  const cookie = await cookieOf(server.api, 'editor');
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await server.api.send(method, path, body, as(cookie));
    const text = await response.text();
    expect(response.status, text).toBe(200);
    return JSON.parse(text);
  };
  const view = { query: 'tab=ledger', added: [] };
  expect(await send('POST', '/api/views', { name: 'Mine', by: 'Somebody else', view })).toMatchObject({ by: 'editor' });
  expect(await send('POST', '/api/views', { name: 'Ours', view })).toMatchObject({ by: 'editor' });
  const document = {
    format: 'hearsay-entities/1',
    entities: [{ key: 'country:norland', type: 'Country', name: 'Norland' }],
  };
  await send('POST', '/api/articles', document);
  const subject = 'country:norland';
  const { note } = (await send('POST', '/api/notes', { subject, text: 'A note.', by: 'Ada' })) as { note: Note };
  expect(note.by).toBe('editor');
  await send('DELETE', `/api/notes/${note.key}?version=1`);
  expect(await send('POST', '/api/notes/restored', note)).toMatchObject({ note });
  await send('DELETE', `/api/notes/${note.key}?version=1`);
  const forged = await send('POST', '/api/notes/restored', { ...note, by: 'Ada', text: 'What Ada never said.' });
  expect(forged.note).toMatchObject({ by: 'Ada', editedBy: 'editor', version: 2 });
});

it('has what was changed of accounts in the audit log, among the rest, by whom and by which request', {
  timeout,
}, async () => {
  const admin = as(await cookieOf(server.api, 'admin'));
  const password = passwordOf('Cy');
  const send = async (method: string, path: string, body?: unknown, headers = admin) => {
    const response = await server.api.send(method, path, body, headers);
    expect(response.status, await response.clone().text()).toBe(200);
    return response;
  };
  const log = async (query: string): Promise<AuditLog> =>
    AuditLog.parse(await (await server.api.get(`/api/audit?${query}`, admin)).json());
  await send('POST', '/api/accounts', { name: 'Cy', role: 'reader', password });
  await send('PUT', '/api/accounts/Cy', { role: 'editor' });
  const cy = as(await cookieOf(server.api, 'Cy', password));
  await send('POST', '/api/views', { name: 'Of Cy', view: { query: 'tab=ledger', added: [] } }, cy);
  await send('PUT', '/api/session/password', { old: password, new: `${password} and more` }, cy);
  const removed = await send('DELETE', '/api/accounts/Cy');
  const { entries } = await log('what=account:cy');
  expect(entries.map(({ who, via, action, address }) => [who, via, action, address])).toEqual([
    ['admin', 'page', 'Removes the account', 'DELETE /api/accounts/Cy'],
    ['Cy', 'page', 'Sets another password of their own', 'PUT /api/session/password'],
    ['admin', 'page', 'Changes the role from reader to editor', 'PUT /api/accounts/Cy'],
    ['admin', 'page', 'Adds the account, as reader', 'POST /api/accounts'],
  ]);
  expect(entries[0]?.request).toBe(removed.headers.get('x-request-id'));
  expect(JSON.stringify(entries)).not.toContain(password);
  // Both logs in one order, a page at a time.
  const pages: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: AuditLog = await log(`limit=2&who=Cy${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
    pages.push(...page.entries.map(({ address }) => address ?? ''));
    next = page.next;
  }
  expect(pages).toEqual(['PUT /api/session/password', 'POST /api/views']);
  expect((await log('what=account:cy&to=2020-01-01')).entries).toEqual([]);
});
