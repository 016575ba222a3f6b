// Clients that take nothing, send a byte at a time, stop half way or leave: the server stays small, keeps nothing of theirs
// and goes on for everybody else. The real server, as a process of its own.
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { get, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../builders.ts';
import { chanceOf } from '../fuzz/mutate.ts';
import { tempFolder } from '../temp.ts';
import { startTelling, type Telling } from './telling.ts';

const timeout = 240_000;
/** Enough for a busy machine; each usually comes at once. */
const soon = { timeout: 60_000, interval: 50 };
/** Bodies of requests and answers that are much larger than what the system keeps of a connection. */
const textLength = 2_000_000;
const articles = 8;

/** Words by chance, which packing makes no smaller than about half. */
function textOf(number: number): string {
  const chance = chanceOf(number + 1);
  let text = '';
  while (text.length < textLength) text += `${Math.floor(chance() * 2 ** 52).toString(36)} `;
  return text;
}

const documentOf = (number: number, ending = textOf(number)) =>
  JSON.stringify(
    report({
      slug: `long-${number}`,
      says: [{ holder: 'country:norland', stance: 'opposes', target: 'plan:bridge', source: 'envoy' }],
      withText: true,
      ending,
    }),
  );

/** A server whose temporary files are seen, and ways to ask it. */
async function started(environment: Readonly<Record<string, string>> = {}) {
  const temp = tempFolder();
  const server = await startTelling({ args: ['--empty'], environment: { TMPDIR: temp, ...environment } });
  const { port } = new URL(server.address);
  return {
    server,
    files: (): string[] => readdirSync(temp).filter((name) => name.startsWith('hearsay-')),
    held: async (): Promise<number> =>
      ((await (await fetch(`${server.address}/api/articles`)).json()) as { articles: unknown[] }).articles.length,
    post: (path: string, body: string, type = 'application/json') =>
      fetch(server.address + path, { method: 'POST', headers: { 'content-type': type }, body }),
    /** A connection on which the bytes are sent that are given. */
    async open(text: string): Promise<Socket> {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
      await once(socket, 'connect');
      socket.write(text);
      return socket;
    },
    /** The head of an answer of which nothing more is read; at the end of the test the caller destroys it. */
    unread: (path: string, body?: string): Promise<IncomingMessage> =>
      new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json' };
        const sent =
          body === undefined
            ? get(server.address + path, { agent: false }, resolve)
            : request(server.address + path, { method: 'POST', agent: false, headers }, resolve).end(body);
        sent.once('error', reject);
      }),
  };
}
type Started = Awaited<ReturnType<typeof started>>;

const head = (path: string, type: string, length: number): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;

const mapping = encodeURIComponent(
  JSON.stringify({
    format: 'hearsay-csv/1',
    kind: 'stances',
    holder: { column: 'member', type: 'person' },
    plan: { column: 'bill' },
    stance: { column: 'vote', values: { yes: 'supports', no: 'opposes' } },
    source: { kind: 'document', descriptor: 'Roll call on {bill}' },
    article: { key: 'roll-call-{bill}', title: 'Roll call on {bill}' },
  }),
);
const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');

/** What somebody may send, each of several parts that would stand alone: address, type and body. */
const uploads = [
  ['/api/articles', 'application/json', documentOf(200)],
  [
    `/api/imports/csv?mapping=${mapping}`,
    'text/csv',
    `member,bill,vote\n${many(12_000, (at) => `Ada Brook ${at},Bill ${at % 40},${at % 2 ? 'yes' : 'no'}`)}`,
  ],
  ['/api/imports/linked', 'application/x-ndjson', many(60, (at) => documentOf(300 + at, 'x'.repeat(9000)))],
  ['/api/imports/articles?name=a.txt', 'text/plain', many(9000, (at) => `Norland opposes bridge ${at}.`)],
] as const;

describe('a server with clients who are slow', { timeout }, () => {
  let one: Started;
  let telling: Telling;
  beforeAll(async () => {
    one = await started();
    telling = one.server;
    for (let number = 0; number < articles; number++) {
      const answer = await one.post('/api/articles', documentOf(number));
      expect(answer.status, await answer.text()).toBe(200);
    }
  }, timeout);
  afterAll(() => telling?.stop());

  it('keeps no answer in memory for who takes nothing of it, and lets go of it when they leave', async () => {
    const before = await telling.memory();
    const whole = await (await one.post('/api/export', '{"texts":true}')).text();
    expect(whole.length).toBeGreaterThan(articles * textLength);
    expect(one.files()).toEqual([]);
    const readers = await Promise.all(
      ['/api/export', '/api/backup', '/api/export', '/api/backup', '/api/export'].map((path) =>
        path === '/api/export' ? one.unread(path, '{"texts":true}') : one.unread(path),
      ),
    );
    expect(readers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
    // Each is sent from a file of its own, of one moment.
    expect(one.files()).toHaveLength(5);
    await wait(1000);
    const held = await telling.memory();
    expect(held - before, `${before} MB before, ${held} MB with five unread answers`).toBeLessThan(24);
    // Others are answered, and somebody imports.
    expect((await fetch(`${telling.address}/api/graph?view=all`)).status).toBe(200);
    expect((await one.post('/api/articles', documentOf(100, 'short'))).status).toBe(200);
    // Who is slow and stays gets all of it.
    const [first, ...others] = readers;
    let text = '';
    first?.setEncoding('utf8');
    for await (const part of first ?? []) {
      text += part;
      if (text.length % 7 === 0) await wait(1);
    }
    expect(JSON.parse(text).articles).toEqual(JSON.parse(whole).articles);
    for (const reader of others) reader.destroy();
    await expect.poll(one.files, soon).toEqual([]);
    const after = await telling.memory();
    console.log(
      `five unread answers of ${Math.round(whole.length / 1e6)} MB: server ${before.toFixed(1)} → ${held.toFixed(1)} MB after a collection, ${after.toFixed(1)} MB when they had left`,
    );
    expect(telling.errors()).toBe('');
  });

  it('an upload that stops half way, or is aborted, writes nothing and leaves nothing', async () => {
    const before = await one.held();
    for (const [path, type, body] of uploads) {
      for (const end of ['destroy', 'end'] as const) {
        const socket = await one.open(head(path, type, body.length) + body.slice(0, body.length / 2));
        await wait(300);
        // Nobody waits for it: others are answered, and somebody imports.
        const other = documentOf(101, `${path} ${end}`);
        expect((await one.post('/api/articles', other)).status).toBe(200);
        expect((await fetch(`${telling.address}/api/ready`)).status).toBe(200);
        socket[end]();
        await expect.poll(one.files, soon).toEqual([]);
        socket.destroy();
      }
    }
    const listed = await (await fetch(`${telling.address}/api/articles`)).text();
    expect(listed).not.toMatch(/long-200|roll-call|long-3\d\d|article:a"/);
    expect(await one.held()).toBeGreaterThan(before);
    // Who leaves is no fault of the server's.
    expect(telling.errors()).toBe('');
  });

  it('an upload a byte at a time is taken in like any other', async () => {
    const body = documentOf(102, 'slow');
    const socket = await one.open(head('/api/articles', 'application/json', Buffer.byteLength(body)));
    socket.setNoDelay(true);
    for (const byte of Buffer.from(body)) {
      socket.write(Buffer.of(byte));
      await turn();
    }
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it('who leaves while a file is put together leaves nothing behind, and what was done for them ends', async () => {
    for (const path of ['/api/backup', '/api/export']) {
      const method = path === '/api/backup' ? 'GET' : 'POST';
      const body = method === 'POST' ? '{"texts":true}' : '';
      const sent = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      const socket = await one.open(sent);
      await expect.poll(() => one.files().length, { timeout: 60_000, interval: 5 }).toBe(1);
      socket.destroy();
      await expect.poll(one.files, soon).toEqual([]);
    }
    expect(telling.errors()).toBe('');
  });
});

describe('a server whose patience with clients is short', { timeout }, () => {
  let one: Started;
  beforeAll(async () => {
    const folder = tempFolder();
    const first = await started({ HEARSAY_DATA: folder });
    for (let number = 0; number < articles; number++)
      expect((await first.post('/api/articles', documentOf(number))).status).toBe(200);
    await first.server.stop();
    one = await started({ HEARSAY_DATA: folder, HEARSAY_PATIENCE_SECONDS: '2' });
  }, timeout);
  afterAll(() => one?.server.stop());

  it('tells who sends too slowly, whatever they send, and keeps nothing of it', async () => {
    const before = await one.held();
    const starts = uploads.map(([path, type, body]) => head(path, type, body.length) + body.slice(0, body.length / 2));
    const told = [...starts, 'GET /api/graph HTTP/1.1\r\nHost: 127.'].map(async (start) => {
      const socket = await one.open(start);
      let text = '';
      socket.on('data', (part) => {
        text += part;
      });
      await once(socket, 'close');
      return text;
    });
    for (const text of await Promise.all(told)) {
      expect(text).toMatch(/^HTTP\/1\.1 408 /);
      expect(text).toContain('HEARSAY_PATIENCE_SECONDS');
    }
    await expect.poll(one.files, soon).toEqual([]);
    expect(await one.held()).toBe(before);
    expect(one.server.errors()).toBe('');
  });

  it('ends an answer that nobody takes, and what it was sent from', async () => {
    // One after the other: the first would be ended while the second is still put together.
    for (const open of [() => one.unread('/api/backup'), () => one.unread('/api/export', '{"texts":true}')]) {
      const reader = await open();
      expect(reader.statusCode).toBe(200);
      await expect.poll(one.files, soon).toEqual([]);
      // It is cut off, and cannot be taken for whole.
      await expect(reader.toArray()).rejects.toThrow('aborted');
    }
    expect((await fetch(`${one.server.address}/api/ready`)).status).toBe(200);
  });
});
