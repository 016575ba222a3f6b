// What never becomes a request is answered as a problem: addresses that are too long, bytes that are no HTTP.
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressOf, listen } from '../../../server/listen.ts';

let server: Server;
let address: string;
beforeAll(async () => {
  server = await listen((_request, response) => response.end('fine'), '127.0.0.1', 0, true);
  address = addressOf(server, '127.0.0.1');
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Everything the server says to these bytes, each lot sent when the one before is answered. */
async function said(first: string, ...further: string[]): Promise<string> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  let text = '';
  socket.on('data', (data) => {
    text += data.toString();
    const next = further.shift();
    if (next !== undefined) setTimeout(() => socket.write(next), 20);
  });
  socket.write(first);
  await once(socket, 'close');
  return text;
}

it('an address over the limit is 431 with a problem that names the limit and the way out', async () => {
  const response = await fetch(`${address}api/graph?without=${'article:a,'.repeat(2000)}`);
  expect(response.status).toBe(431);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({
    status: 431,
    code: 'too-large',
    detail: expect.stringMatching(/16384 bytes.*\/api\/cases/),
  });
  expect(await (await fetch(address)).text()).toBe('fine');
});

it('so it is on a connection that was answered before', async () => {
  const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
  const text = await said(request, `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`);
  expect(text).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*fineHTTP\/1\.1 431 [\s\S]*"code":"too-large"/);
});

it('bytes that are no HTTP are 400 with a problem', async () => {
  const text = await said('NONSENSE\r\n\r\n');
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toContain('HTTP/1.1 400 Bad Request');
  expect(Number(/Content-Length: (\d+)/.exec(head)?.[1])).toBe(Buffer.byteLength(body));
  expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'invalid-request' });
});
