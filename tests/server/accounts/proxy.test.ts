// A proxy that signs people in: believed at its address alone, and never more than it says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount } from '../../../server/accounts/people.ts';
import { cookieOf, fromPage, type Guarded, guarded, passwordOf, requestFrom, signInAs } from './serve.ts';

const timeout = 120_000;
const proxy = '127.0.0.1';
const elsewhere = '127.0.0.2';
let server: Guarded;
let withRoles: Guarded;
beforeAll(async () => {
  server = await guarded({ proxies: [proxy], accounts: { header: 'x-forwarded-user' } });
  await addAccount(server.file, { name: 'Ünal Ada', role: 'editor', password: null });
  withRoles = await guarded({
    proxies: [proxy],
    accounts: { header: 'x-forwarded-user', roleHeader: 'x-role' },
    store: server.store,
  });
}, timeout);
afterAll(async () => {
  await withRoles?.close();
  await server?.close();
});

const meta = (from: string, headers: Record<string, string | string[]>, { api } = server) =>
  requestFrom(from, `${api.address}/api/meta`, headers);
/** As bytes of UTF-8, the way a proxy sends it. */
const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('the header of a trusted proxy', { timeout }, () => {
  it('signs in who it names, with the role of the account', async () => {
    const { body } = await meta(proxy, { 'x-forwarded-user': bytes('ÜNAL ada') });
    expect(body.account).toEqual({ name: 'Ünal Ada', role: 'editor', via: 'proxy' });
  });

  it('is nothing from any other address, whatever else that claims', async () => {
    for (const more of [{}, { 'x-forwarded-for': proxy }, { forwarded: `for=${proxy}` }, { 'x-real-ip': proxy }])
      expect(await meta(elsewhere, { 'x-forwarded-user': 'admin', ...more })).toMatchObject({ status: 401 });
  });

  it.each([
    ['an unknown name', 'stranger', /has no account here/],
    ['a name sent twice', ['admin', 'reader'], /a name that no account can have/],
    ['a list of names', 'reader, admin', /a name that no account can have/],
  ])('lets %s not in', async (_title, name, told) => {
    const { status, body } = await meta(proxy, { 'x-forwarded-user': name });
    expect(status).toBe(403);
    expect(body.title).toMatch(told);
  });

  it('lets who comes without it sign in here', async () => {
    const cookie = await cookieOf(server.api, 'reader');
    expect((await meta(proxy, { cookie })).body.account).toMatchObject({ name: 'reader', via: 'page' });
    expect((await meta(proxy, {})).status).toBe(401);
  });

  it('is no way around the check of where a change comes from', async () => {
    const body = { name: 'A view', by: 'x', view: { query: 'tab=ledger', added: [] } };
    const headers = { 'content-type': 'application/json', 'x-forwarded-user': 'editor' };
    expect((await server.api.send('POST', '/api/views', body, headers)).status).toBe(403);
    expect((await server.api.send('POST', '/api/views', body, { ...headers, ...fromPage })).status).toBe(200);
  });

  it('gives the role where a header is named for it, and none without', async () => {
    const ask = (headers: Record<string, string>) =>
      meta(proxy, { 'x-forwarded-user': 'Stranger', ...headers }, withRoles);
    expect((await ask({ 'x-role': 'Editor' })).body.account).toEqual({
      name: 'Stranger',
      role: 'editor',
      via: 'proxy',
    });
    expect((await ask({ 'x-role': 'root' })).status).toBe(403);
    expect((await ask({})).status).toBe(403);
    expect((await meta(proxy, { 'x-forwarded-user': 'admin' }, withRoles)).status).toBe(403);
  });
});

describe('TLS before the server', { timeout }, () => {
  const cookies = async (headers: Record<string, string>, { api } = server) =>
    (await signInAs(api, 'reader', passwordOf('reader'), headers)).headers.getSetCookie()[0] ?? '';

  it('makes the cookie one for TLS and this host where a trusted proxy says so', async () => {
    const cookie = await cookies({ 'x-forwarded-proto': 'https' });
    expect(cookie).toMatch(/^__Host-hearsay=[\w-]{43}; .*Path=\/.*; HttpOnly; Secure; SameSite=Strict/);
    const [pair = ''] = cookie.split(';');
    expect((await meta(proxy, { cookie: pair, 'x-forwarded-proto': 'https' })).status).toBe(200);
    // Without the prefix a page of a sibling host could have set it.
    const planted = pair.replace('__Host-', '');
    expect((await meta(proxy, { cookie: planted, 'x-forwarded-proto': 'https' })).status).toBe(401);
  });

  it('is not believed of anybody else', async () => {
    const open = await guarded({ store: server.store, accounts: { file: server.settings.file } });
    expect(await cookies({ 'x-forwarded-proto': 'https' }, open)).not.toContain('Secure');
    await open.close();
    const secure = await guarded({
      store: server.store,
      accounts: { file: server.settings.file, secureCookies: 'yes' },
    });
    expect(await cookies({}, secure)).toMatch(/^__Host-hearsay=.*; Secure/);
    await secure.close();
  });

  it('the address that has to wait is the one that the proxy tells', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let times = 0; times < 5; times++)
      expect((await signInAs(server.api, 'editor', 'a wrong password', from('198.51.100.7'))).status).toBe(401);
    expect((await signInAs(server.api, 'editor', 'a wrong password', from('198.51.100.7'))).status).toBe(429);
    // What the client itself put before it counts for nothing.
    const forged = from('203.0.113.9, 198.51.100.7');
    expect((await signInAs(server.api, 'editor', 'a wrong password', forged)).status).toBe(429);
    expect((await signInAs(server.api, 'editor', 'a wrong password', from('198.51.100.8'))).status).toBe(401);
  });
});
