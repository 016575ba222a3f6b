// Who is slow is waited for, who says nothing at all is not.

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { greets, Silence, Silent } from '../../../server/store/neo4j-silence.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterAll(() => {
  for (const one of [...sockets]) one.destroy();
  for (const server of servers) server.close();
});

/** The address of a server that answers so. */
async function at(answer: (socket: Socket, said: Buffer) => void): Promise<string> {
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    socket.once('data', (said) => answer(socket, said));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const silenceAt = (uri: string, patienceMs: number) => {
  const told: string[] = [];
  const silence = new Silence({
    ask: () => greets(uri, patienceMs / 2),
    lookMs: 50,
    patienceMs,
    onSilent: () => told.push('silent'),
  });
  return { silence, told };
};

it('whoever speaks Bolt greets back', async () => {
  let greeting: Buffer = Buffer.alloc(0);
  const uri = await at((socket, said) => {
    greeting = said;
    socket.write(Buffer.of(0, 0, 8, 5));
  });
  expect(await greets(uri, 10_000)).toBe(true);
  expect(greeting).toHaveLength(20);
  expect(greeting.subarray(0, 4)).toEqual(Buffer.of(0x60, 0x60, 0xb0, 0x17));
});

it('nobody does where nothing listens, where it is closed, and where nothing is said', async () => {
  expect(await greets('bolt://127.0.0.1:1', 10_000)).toBe(false);
  expect(await greets(await at((socket) => socket.destroy()), 10_000)).toBe(false);
  expect(await greets(await at(() => {}), 100)).toBe(false);
});

it('what is slow is waited for while the database answers anybody', async () => {
  let asked = 0;
  const told: string[] = [];
  const silence = new Silence({
    ask: async () => {
      asked += 1;
      return true;
    },
    lookMs: 10,
    patienceMs: 20,
    onSilent: () => told.push('silent'),
  });
  let finish = (_: string): void => {};
  const slow = silence.during(
    new Promise<string>((resolve) => {
      finish = resolve;
    }),
  );
  // Often enough that it would have been taken for gone, had it not answered each time.
  await expect.poll(() => asked, { timeout: 60_000, interval: 10 }).toBeGreaterThan(5);
  await wait(50);
  finish('late');
  expect(await slow).toBe('late');
  expect(told).toEqual([]);
});

it('all who wait are told of a silence, and those after them of the next', async () => {
  const { silence, told } = silenceAt(await at(() => {}), 300);
  for (let round = 1; round <= 2; round++) {
    const calls = [silence.during(new Promise(() => {})), silence.during(new Promise(() => {}))];
    for (const call of calls) await expect(call).rejects.toBeInstanceOf(Silent);
    expect(told).toHaveLength(round);
  }
  await expect(silence.during(Promise.reject(new Error('its own')))).rejects.toThrow('its own');
});
