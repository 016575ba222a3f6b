// An answer that nobody takes is ended; one that is taken slowly comes whole, and one that is made slowly too.
import { once } from 'node:events';
import { get, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressOf, listen } from '../../../server/listen.ts';

const patienceMs = 3000;
const length = 60_000_000;
let server: Server;
let address: string;
beforeAll(async () => {
  const answer = Buffer.alloc(length, 'x');
  server = await listen(
    (request, response) => {
      if (request.url === '/late') setTimeout(() => response.end('late'), 2 * patienceMs);
      else response.end(answer);
    },
    '127.0.0.1',
    0,
    true,
    patienceMs,
  );
  address = addressOf(server, '127.0.0.1');
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const opened = async (path: string): Promise<IncomingMessage> => {
  const [response] = await once(get(address + path, { agent: false }), 'response');
  return response as IncomingMessage;
};

it('an answer of which nothing is taken is ended, and cannot be taken for whole', { timeout: 60_000 }, async () => {
  const response = await opened('');
  const connections = () => promisify(server.getConnections.bind(server))();
  await expect.poll(connections, { timeout: 30_000 }).toBe(0);
  await expect(response.toArray()).rejects.toThrow('aborted');
});

it('one that is taken slowly comes whole', { timeout: 60_000 }, async () => {
  const began = Date.now();
  let bytes = 0;
  for await (const part of await opened('')) {
    bytes += (part as Buffer).length;
    if (Date.now() - began < 2 * patienceMs) await wait(10);
  }
  expect(bytes).toBe(length);
  expect(Date.now() - began).toBeGreaterThan(patienceMs);
});

it('one that is made slowly is waited for', { timeout: 60_000 }, async () => {
  const parts = await (await opened('late')).toArray();
  expect(Buffer.concat(parts).toString()).toBe('late');
});
