// Where web hooks may lead, and how their addresses are sealed.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadConfig, readConfig } from '../../../server/config.ts';
import { seal, unseal } from '../../../server/watches/hooks/seal.ts';
import { checkedHook, send } from '../../../server/watches/hooks/send.ts';
import type { HookSettings } from '../../../server/watches/hooks/settings.ts';
import { signatureOf } from '../../../server/watches/hooks/sign.ts';

const open: HookSettings = { hosts: 'any', isPrivateAllowed: false, secret: 's'.repeat(32) };
const message = { id: 'one', event: 'change' as const, body: '{}' };

describe('the address of a web hook', () => {
  it.each([
    ['https://harbour.example/hook?token=1'],
    ['http://harbour.example:80/'],
    ['https://8.8.8.8/'],
    ['https://[2606:4700::1111]/'],
  ])('%s may be asked', (address) => {
    expect(checkedHook(address, open).href).toContain('/');
  });

  it.each([
    ['file:///etc/passwd', 'Nothing is sent to file: addresses'],
    ['https://ada:secret@harbour.example/', 'a user or a password'],
    ['https://harbour.example:8443/', 'Port 8443'],
    ['http://127.0.0.1/', 'not on the public internet'],
    ['http://2130706433/', 'not on the public internet'],
    ['http://0x7f.1/', 'not on the public internet'],
    ['http://10.1.2.3/', 'not on the public internet'],
    ['http://169.254.169.254/latest', 'not on the public internet'],
    ['http://[::1]/', 'not on the public internet'],
    ['http://[::ffff:127.0.0.1]/', 'not on the public internet'],
    ['no address', 'no web address'],
  ])('%s may not', (address, reason) => {
    expect(() => checkedHook(address, open)).toThrow(reason);
  });

  it('is one of the hosts that the operator lists', () => {
    const listed = { ...open, hosts: ['hooks.example', '*.harbour.example'] };
    expect(checkedHook('https://hooks.example/a', listed).host).toBe('hooks.example');
    expect(checkedHook('https://a.harbour.example/', listed).host).toBe('a.harbour.example');
    for (const other of ['https://harbour.example/', 'https://evilharbour.example/', 'https://a.hooks.example/'])
      expect(() => checkedHook(other, listed)).toThrow('lets nothing be sent');
  });
});

describe('sending', () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(200).end();
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));
  const port = () => (server.address() as AddressInfo).port;

  it('connects to no local address under any name, and to one where the operator lets it', async () => {
    // Checked as a name, the port too: what it leads to is found out when it is asked.
    const ports = { ...open, hosts: 'any' as const };
    const hook = { address: `http://localhost:80/`, secret: 'x' };
    expect(await send(hook, message, ports, 5000)).toContain('not on the public internet');
    expect(asked).toBe(0);
    const local = { address: `http://localhost:${port()}/`, secret: 'x' };
    expect(await send(local, message, { ...open, isPrivateAllowed: true }, 5000)).toBeNull();
    expect(asked).toBe(1);
  });

  it('says that nobody answered in time', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    expect(await send({ address, secret: 'x' }, message, { ...open, isPrivateAllowed: true }, 200)).toContain(
      'did not answer within 0.2 s',
    );
    silent.closeAllConnections();
    await new Promise((done) => silent.close(done));
  });
});

it('is sealed for one watch under one secret', () => {
  const hook = { address: 'https://harbour.example/h', secret: 'whsec_a' };
  const sealed = seal(hook, 'watch:a', open.secret);
  expect(sealed).not.toContain('harbour');
  expect(seal(hook, 'watch:a', open.secret)).not.toBe(sealed);
  expect(unseal(sealed, 'watch:a', open.secret)).toEqual(hook);
  expect(unseal(sealed, 'watch:b', open.secret)).toBeNull();
  expect(unseal(sealed, 'watch:a', 'o'.repeat(32))).toBeNull();
  for (const bad of ['', '1.', '1.AAAA', `${sealed.slice(0, -4)}AAAA`, sealed.slice(2)])
    expect(unseal(bad, 'watch:a', open.secret)).toBeNull();
});

it('signs as documented', () => {
  // echo -n '1700000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_a
  expect(signatureOf('whsec_a', '{"a":1}', 1_700_000_000)).toMatch(/^t=1700000000,v1=[0-9a-f]{64}$/);
});

it('are off, and need a secret that the settings never show', () => {
  expect(readConfig({}).hooks).toBeUndefined();
  expect(() => readConfig({ HEARSAY_WEBHOOKS: 'any' })).toThrow('HEARSAY_WEBHOOK_SECRET');
  const short = 'short-secret';
  try {
    readConfig({ HEARSAY_WEBHOOKS: 'any', HEARSAY_WEBHOOK_SECRET: short });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(BadConfig);
    expect(String(error)).not.toContain(short);
  }
  const given = { HEARSAY_WEBHOOKS: 'hooks.example', HEARSAY_WEBHOOK_SECRET: open.secret };
  expect(readConfig(given).hooks).toEqual({ ...open, hosts: ['hooks.example'] });
  expect(readConfig({ ...given, HEARSAY_WEBHOOK_PRIVATE: 'yes' }).hooks?.isPrivateAllowed).toBe(true);
});
