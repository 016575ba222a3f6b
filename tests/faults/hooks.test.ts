// A server that is killed in the middle of a web hook's delivery: whoever starts next delivers it, under the same id.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WatchView } from '../../server/schema/watch.ts';
import { report } from '../builders.ts';
import { startServer } from '../server/cli/program.ts';
import { tempFolder } from '../temp.ts';

const timeout = 400_000;
/** A busy machine is slow, and an attempt that nobody tells the end of counts as none after half a minute. */
const patience = { timeout: 180_000, interval: 100 };
const says = (source: string) => [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x', source }];

/** Ids as they came; nothing is answered while it holds its answers back. */
const received: string[] = [];
const held: ServerResponse[] = [];
let isHolding = true;
const receiver = createServer((request, response) => {
  request.resume().on('end', () => {
    received.push(String(request.headers['hearsay-delivery']));
    if (isHolding) held.push(response);
    else response.writeHead(204).end();
  });
});
beforeAll(() => new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done)));
afterAll(() => {
  receiver.closeAllConnections();
  return new Promise((done) => receiver.close(done));
});

it('is made up for after kill -9, once the receiver answers', { timeout }, async () => {
  const environment = {
    ...{ HEARSAY_DATA: tempFolder(), PORT: '0', HEARSAY_WEBHOOKS: 'any', HEARSAY_WEBHOOK_PRIVATE: 'yes' },
    HEARSAY_WEBHOOK_SECRET: 'k'.repeat(40),
  };
  const started = await startServer(environment, ['--empty']);
  const ask = async <T>(address: string, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(address + path, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const { address } = started;
  await ask(address, 'POST', '/api/articles', report({ slug: 'first', outlet: 'outlet:one', says: says('person:n') }));
  const watches = { kind: 'edge', edge: 'OPPOSES~country:a~plan:x' };
  const { key } = await ask<WatchView>(address, 'POST', '/api/watches', { by: 'Ada', watches });
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  await ask(address, 'PUT', `/api/watches/${key}/hook`, { address: hook });
  await ask(address, 'POST', '/api/articles', report({ slug: 'second', outlet: 'outlet:two', says: says('person:p') }));
  // The receiver has it, and the server waits to hear so: it is in the middle of the delivery.
  await expect.poll(() => received.length, patience).toBe(1);
  started.child.kill('SIGKILL');
  await started.ended;
  isHolding = false;
  for (const response of held) response.destroy();

  const next = await startServer(environment);
  try {
    await expect.poll(() => received.length, patience).toBeGreaterThan(1);
    const done = async () => (await ask<WatchView>(next.address, 'GET', `/api/watches/${key}`)).hook?.waiting;
    await expect.poll(done, patience).toBe(0);
    const { history, hook: told } = await ask<WatchView>(next.address, 'GET', `/api/watches/${key}`);
    expect(history).toHaveLength(1);
    expect(new Set(received)).toEqual(new Set([history[0]?.id]));
    expect(told).toMatchObject({ deliveredOn: expect.any(String), failure: null });
  } finally {
    next.child.kill('SIGTERM');
    await next.ended;
  }
});
