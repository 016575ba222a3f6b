// Every route that takes a body, sent one over the limit: refused with the limit and the way out, nothing is written, and
// the connection goes on.
import { readFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../../../server/ingest/document.ts';
import { importDocument } from '../../../server/ingest/import.ts';
import { projectRoot } from '../../../server/root.ts';
import { allRoutes } from '../../../server/routes/all.ts';
import type { Problem } from '../../../server/schema/problem.ts';
import type { StatementTypes } from '../../../server/schema/statements.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/port.ts';
import { report } from '../../builders.ts';
import { type Api, serve } from '../../contract/api.ts';
import { type DumpStore, dump, dumpStatements, type dumpTypes } from '../../contract/dump.ts';
import { tempFolder } from '../../temp.ts';

const limit = 20_000;
const timeout = 60_000;

const taking = allRoutes.filter((route) => route.body !== undefined || route.stream !== undefined);
const example = (name: string): string => readFileSync(join(projectRoot, 'docs', 'examples', name), 'utf8');
const queryOf: Readonly<Record<string, string>> = {
  '/api/imports/csv': `?mapping=${encodeURIComponent(example('votes.mapping.json'))}`,
  '/api/imports/articles': '?name=a.txt',
};

/** Lines that are what the type says, one after the other until there are enough. */
function longOf(type: string): string {
  const [head = '', ...rows] = example('votes.csv').trimEnd().split('\n');
  const person = JSON.stringify({ id: 'ada', schema: 'Person', properties: { name: ['Ada Brook'] } });
  const line = { 'text/csv': rows.join('\n'), 'application/x-ndjson': person }[type] ?? 'The bridge is closed.';
  const lines = Array<string>(Math.ceil((limit * 2) / (line.length + 1))).fill(line);
  return [...(type === 'text/csv' ? [head] : []), ...lines, ''].join('\n');
}

interface Case {
  name: string;
  method: string;
  path: string;
  type: string;
}
const cases: Case[] = taking.flatMap(({ method, path, stream }) =>
  [stream ?? 'application/json'].flat().map((type) => ({
    name: `${method} ${path}${stream === undefined ? '' : ` (${type})`}`,
    method: method.toUpperCase(),
    path: path.replaceAll(/\{\w+\}/g, 'nothing') + (queryOf[path] ?? ''),
    type,
  })),
);

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  problem: Problem;
  /** The port that it came to, which tells connections apart. */
  port: number | undefined;
}

describe('a body over the limit', () => {
  let store: DumpStore;
  let api: Api;
  let before: string[];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  beforeAll(async () => {
    store = await openStore<StatementTypes & typeof dumpTypes>(
      { kind: 'embedded', folder: tempFolder() },
      { extra: dumpStatements },
    );
    const says = [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x' }];
    await importDocument(store, parseDocument(report({ slug: 'first', says }), 'first.json'));
    before = await dump(store);
    api = await serve(store as unknown as Store, { documentBytes: limit });
  }, timeout);
  afterAll(async () => {
    agent.destroy();
    await api?.close();
    await store?.close();
  });

  /** Sends it over the one connection; in pieces the server is not told how long it is. */
  const send = ({ method, path, type }: Case, body: Buffer, headers: Record<string, string>, isWhole: boolean) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request(api.address + path, {
        ...{ agent, method },
        headers: { 'content-type': type, ...headers, ...(isWhole && { 'content-length': String(body.length) }) },
      });
      sent.once('error', reject);
      sent.once('response', (response) => {
        let text = '';
        // Once it is read the connection is the next request's.
        const port = response.socket.localPort;
        response.setEncoding('utf8').on('data', (part) => (text += part));
        response.once('end', () => {
          const { statusCode: status = 0, headers: given } = response;
          const problem = text.startsWith('{') ? JSON.parse(text) : { title: text };
          resolve({ status, headers: given, problem, port });
        });
      });
      for (let at = 0; at < body.length; at += 8192) sent.write(body.subarray(at, at + 8192));
      sent.end();
    });

  it.each(cases)('$name is refused, and nothing is written', { timeout }, async (one) => {
    const isJson = one.type === 'application/json';
    const text = isJson ? JSON.stringify({ by: 'x'.repeat(limit * 2) }) : longOf(one.type);
    const plain = Buffer.from(text);
    const ways: [Buffer, Record<string, string>, boolean][] = [
      [plain, {}, true],
      [plain, {}, false],
      // Packed it is far below the limit.
      ...(isJson ? [[gzipSync(plain), { 'content-encoding': 'gzip' }, true] as (typeof ways)[number]] : []),
    ];
    for (const [body, headers, isWhole] of ways) {
      const { status, headers: given, problem, port } = await send(one, body, headers, isWhole);
      expect(status, JSON.stringify(problem)).toBe(413);
      expect(given['content-type']).toContain('application/problem+json');
      expect(problem).toMatchObject({ code: 'too-large', status: 413 });
      expect(problem.detail).toBe(`At most ${limit} bytes; HEARSAY_DOCUMENT_MB raises it.`);
      const health: Case = { ...one, method: 'GET', path: '/api/health' };
      const next = await send(health, Buffer.alloc(0), {}, true);
      expect([next.status, next.port], 'the same connection').toEqual([200, port]);
    }
    expect(await dump(store)).toEqual(before);
  });

  it('is told of where the routes are described', () => {
    const silent = taking.filter(({ problems = [] }) => !problems.includes('too-large'));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});
