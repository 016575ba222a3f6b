// Web addresses: which may be asked, and what real servers on this machine may do about it, good and ill.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type AppError, FetchFailed, FetchRefused } from '../../../../../server/errors.ts';
import { checksOf, fetchAddress } from '../../../../../server/ingest/readers/address/fetch.ts';
import { isPublicAddress } from '../../../../../server/ingest/readers/address/public.ts';
import { readAddress } from '../../../../../server/ingest/readers/address/read.ts';
import { type Checks, checkedUrl } from '../../../../../server/ingest/readers/address/request.ts';
import { Workshop } from '../../../../../server/ingest/readers/article/workshop.ts';

const closing: (() => void)[] = [];
const workshop = new Workshop();
afterAll(async () => {
  for (const close of closing) close();
  await workshop.close();
});

/** A server on this machine; gives its address. */
async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
/** As for a server that may fetch anything, but that this machine's own address is taken for a public one. */
const here: Checks = {
  isAllowedAddress: (address) => address === '127.0.0.1',
  isAllowedPort: () => true,
  isAllowedHost: () => true,
};
const real = checksOf({ hosts: 'any' });
const limits = { mostBytes: 10_000, timeMs: 2000 };
const failure = async (attempt: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FetchRefused || error instanceof FetchFailed)) throw error ?? new Error('It was fetched.');
  return error;
};
const page =
  '<html><head><title>The bridge</title><link rel="canonical" href="https://elsewhere.example/x"></head><body><p>Norland opposes it.</p></body></html>';
const html = { 'content-type': 'text/html; charset=utf-8' };

it.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07::1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const local =
  '127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.255 ' +
  '0.0.0.0 224.0.0.1 239.255.255.250 255.255.255.255 240.0.0.1 198.18.0.1 192.0.2.1 :: ::1 ::ffff:127.0.0.1 ' +
  '::ffff:93.184.215.14 ::127.0.0.1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 64:ff9b::7f00:1 2001::1 2001:db8::1 ' +
  '2002:7f00:1:: localhost 2130706433';
it.each(local.split(' '))('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  ['ftp://example.org/', /ftp: is not fetched/],
  ['file:///etc/passwd', /file: is not fetched/],
  ['https://ada:secret@example.org/', /a user or a password/],
  ['https://example.org:8443/', /Port 8443/],
  ['http://example.org:22/', /Port 22/],
  ['http://127.0.0.1/', /not on the public internet/],
  ['http://2130706433/', /not on the public internet/],
  ['http://0x7f.1/', /not on the public internet/],
  ['http://[::1]/', /not on the public internet/],
  ['http://[::ffff:127.0.0.1]/', /not on the public internet/],
  ['http://169.254.169.254/latest/meta-data', /not on the public internet/],
  ['not an address', /no web address/],
])('%s is refused before anything is asked', (address, reason) => {
  expect(() => checkedUrl(address, real)).toThrow(reason);
});

it('hosts are those that the operator lists', () => {
  const { isAllowedHost } = checksOf({ hosts: ['news.example', '*.press.example'] });
  const hosts = ['news.example', 'www.news.example', 'a.press.example', 'press.example', 'evilpress.example'];
  expect(hosts.filter(isAllowedHost)).toEqual(['news.example', 'a.press.example']);
});

it('a name that leads to this machine is refused by the check that servers have', async () => {
  const told = await failure(fetchAddress('http://localhost/', real, limits));
  expect(told).toMatchObject({
    status: 403,
    code: 'fetch-refused',
    message: expect.stringMatching(/not on the public internet/),
  });
});

describe('a page', () => {
  it('is fetched and read, its address the one it was fetched from', async () => {
    const address = await served((_request, response) => response.writeHead(200, html).end(page));
    const { article } = await readAddress(`${address}/bridge`, here, limits, workshop);
    expect(article).toMatchObject({ text: 'Norland opposes it.', title: 'The bridge', url: `${address}/bridge` });
  });

  it('is not fetched where the operator allows nothing', async () => {
    const told = await failure(readAddress('https://example.org/', undefined, limits, workshop));
    expect(told.details.detail).toMatch(/HEARSAY_FETCH/);
  });

  it('is followed to where it moved, and each step is checked anew', async () => {
    const address = await served((request, response) => {
      if (request.url === '/new') response.writeHead(200, html).end(page);
      else response.writeHead(301, { location: '/new' }).end();
    });
    expect((await fetchAddress(`${address}/old`, here, limits)).url).toBe(`${address}/new`);
    const inward = await served((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
    );
    expect(await failure(fetchAddress(inward, here, limits))).toBeInstanceOf(FetchRefused);
    const around = await served((_request, response) => response.writeHead(302, { location: '/again' }).end());
    expect((await failure(fetchAddress(around, here, limits))).message).toMatch(/leads on more than 5 times/);
  });

  it('tells its archived copy, and a copy its original', async () => {
    const link = '<https://archive.example/2026/https://harbour.example/b>; rel="memento"; datetime="x"';
    const address = await served((request, response) => {
      const memento = {
        ...html,
        'memento-datetime': 'Mon, 02 Mar 2026 00:00:00 GMT',
        link: '<https://harbour.example/b>; rel="original"',
      };
      response.writeHead(200, request.url === '/copy' ? memento : { ...html, link }).end(page);
    });
    expect(await fetchAddress(address, here, limits)).toMatchObject({
      url: `${address}/`,
      archivedUrl: 'https://archive.example/2026/https://harbour.example/b',
    });
    expect(await fetchAddress(`${address}/copy`, here, limits)).toMatchObject({
      url: 'https://harbour.example/b',
      archivedUrl: `${address}/copy`,
    });
  });

  it.each([
    [
      'too large, as it says',
      { 'content-length': '20000', ...html },
      'x'.repeat(20_000),
      /larger than this server takes/,
    ],
    ['too large, as it turns out', html, 'x'.repeat(20_000), /larger than this server takes/],
    ['a picture', { 'content-type': 'image/png' }, 'x', /sends image\/png, which is no article/],
    [
      'packed',
      { ...html, 'content-encoding': 'gzip' },
      gzipSync('x'.repeat(100_000)),
      /sends the page packed \(gzip\)/,
    ],
  ])('is refused where it is %s', async (_, headers, body, reason) => {
    const address = await served((_request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });
    expect((await failure(fetchAddress(address, here, limits))).message).toMatch(reason);
  });

  it('is given up when it trickles in, is not there, or ends half-way', async () => {
    const slow = await served((_request, response) => {
      response.writeHead(200, html).write('x');
      const timer = setInterval(() => response.write('x'), 50);
      response.once('close', () => clearInterval(timer));
    });
    expect((await failure(fetchAddress(slow, here, { ...limits, timeMs: 300 }))).message).toMatch(/within 0.3 s/);
    const gone = await served((_request, response) => response.writeHead(404, html).end('gone'));
    expect((await failure(fetchAddress(gone, here, limits))).message).toMatch(/answered 404/);
    const half = await served((_request, response) => {
      response.writeHead(200, { ...html, 'content-length': '100' }).write('x');
      setTimeout(() => response.destroy(), 50);
    });
    expect(await failure(fetchAddress(half, here, limits))).toBeInstanceOf(FetchFailed);
  });
});
