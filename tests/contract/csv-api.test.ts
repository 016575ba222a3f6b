// CSV over HTTP: one request with the file as its body and the mapping in the address; limits and faults as problems.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';
import type { CsvReport } from '../../server/schema/csv-mapping.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';

const example = (name: string): string => readFileSync(join(projectRoot, 'docs', 'examples', name), 'utf8');
const votes = example('votes.csv');
const mapping = encodeURIComponent(example('votes.mapping.json'));
const csv = { 'content-type': 'text/csv' };

describeEngines('POST /api/imports/csv', (engine) => {
  let store: OpenedStore;
  let api: Api;
  beforeAll(async () => {
    store = await openEmpty(engine);
    api = await serve(store, { documentBytes: 200_000 });
  });
  afterAll(async () => {
    await api.close();
    await store.close();
  });
  const post = (body: string | Blob, query = `mapping=${mapping}`, headers: Record<string, string> = csv) =>
    api.send('POST', `/api/imports/csv?${query}`, body, headers);
  const problem = async (response: Promise<Response>): Promise<Problem> => (await (await response).json()) as Problem;

  it('tries, writes, and finds nothing to do', async () => {
    const tried = (await (await post(votes, `mapping=${mapping}&dryRun=true`)).json()) as CsvReport;
    expect(tried).toMatchObject({ dryRun: true, rows: 5, articles: { created: 2 } });
    const done = await post(votes, undefined, { 'content-type': 'text/csv; charset=utf-8' });
    expect(done.status).toBe(200);
    expect(await done.json()).toMatchObject({ dryRun: false, assertions: 4, articles: { created: 2 } });
    expect(await (await post(votes)).json()).toMatchObject({ articles: { created: 0, unchanged: 2 } });
    // The first statements of an engine that has just begun take long.
  }, 120_000);

  it('tells faults of the file with their lines', async () => {
    const told = await problem(post(votes.replace('Nay', 'Perhaps')));
    expect(told).toMatchObject({
      status: 422,
      code: 'invalid-document',
      title: 'The file has a fault; nothing of it was written.',
    });
    expect(told.errors?.[0]).toMatchObject({ line: 3, column: 'vote', value: 'Perhaps' });
  });

  it.each<[string, () => Promise<Response>, number, RegExp]>([
    ['no mapping', () => post(votes, ''), 400, /mapping: is required/],
    ['a mapping that is no JSON', () => post(votes, 'mapping=%7B'), 400, /must be a mapping as URL-encoded JSON/],
    [
      'a mapping with a fault',
      () => post(votes, `mapping=${encodeURIComponent('{"format":"hearsay-csv/1"}')}`),
      422,
      /The mapping has a fault/,
    ],
    ['a wrong parameter', () => post(votes, `mapping=${mapping}&dry=true`), 400, /dry: is no parameter/],
    ['JSON', () => post('{}', undefined, { 'content-type': 'application/json' }), 415, /must be text\/csv/],
    [
      'a packed body',
      () => post(votes, undefined, { ...csv, 'content-encoding': 'gzip' }),
      415,
      /encoding that is not taken/,
    ],
    ['nothing', () => post(''), 400, /The body is empty/],
    [
      'a body over the limit',
      () => post(`${votes}${'Ada Brook,Harbour Act,Yea,2026-03-02\n'.repeat(6000)}`),
      413,
      /larger than this server takes/,
    ],
  ])('refuses %s', async (_, send, status, reason) => {
    const told = await problem(send());
    expect([told.status, told.title]).toEqual([status, expect.stringMatching(reason)]);
  });

  it('stops a body of unknown length at the limit, and answers', async () => {
    let left = 100;
    const header = 'member,bill,vote,held on\n';
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        left -= 1;
        if (left === 0) controller.close();
        else
          controller.enqueue(
            new TextEncoder().encode(left === 99 ? header : 'Ada Brook,Harbour Act,Yea,2026-03-02\n'.repeat(300)),
          );
      },
    });
    const init = { method: 'POST', headers: csv, body: endless, duplex: 'half' } as RequestInit;
    const response = await fetch(`${api.address}/api/imports/csv?mapping=${mapping}`, init);
    expect(response.status).toBe(413);
  });

  it('is described, with the schema of a mapping', async () => {
    const described = await api.json<{ paths: Record<string, { post?: { requestBody?: { content: object } } }> }>(
      '/openapi.json',
    );
    expect(Object.keys(described.paths['/api/imports/csv']?.post?.requestBody?.content ?? {})).toEqual(['text/csv']);
    expect(await api.json('/api/schema/csv-mapping.json')).toMatchObject({ title: 'Hearsay mapping for a CSV file' });
  });
});
