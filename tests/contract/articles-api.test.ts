// Taking articles in and out over HTTP: whole or not at all, the same twice changes nothing, faults are told by place.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/schema/problem.ts';
import type {
  ArticleView,
  Evidence,
  GraphView,
  ImportReport,
  Meta,
  NodeDetail,
  SearchResult,
} from '../../server/schema/view.ts';
import { bundledApi, testConfig } from './api.ts';
import { describeEngines } from './engines.ts';

type Json = { [name: string]: unknown };
const markup = '<img src=x onerror=alert(1)>';
const text = 'Lilliput rejects the treaty, the minister told the Gazette.';
const textHash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote });

/** A small good document, made anew for each test. */
const document = (): Json & { assertions: Json[]; claims: Json[]; entities: Json[] } => ({
  format: 'hearsay-claims/1',
  article: {
    key: 'article:gazette-1',
    title: markup,
    outlet: 'outlet:gazette',
    textHash,
    text,
    dateBasis: 'stated',
    publishedFrom: '2024-11-01',
  },
  entities: [
    { type: 'Country', key: 'country:lilliput', name: 'Lilliput', mentions: [spanOf('Lilliput')] },
    { type: 'Outlet', key: 'outlet:gazette', name: 'The Gazette' },
    { type: 'Person', key: 'person:minister', name: markup },
    { type: 'Plan', key: 'plan:treaty', name: 'The treaty' },
  ],
  sources: [{ id: 'minister', kind: 'named', actor: 'person:minister', descriptor: 'the minister' }],
  claims: [
    {
      id: 'c1',
      kind: 'stance',
      holder: 'country:lilliput',
      target: 'plan:treaty',
      stance: 'opposes',
      text: 'Lilliput opposes the treaty.',
    },
  ],
  assertions: [
    {
      id: 'a1',
      claim: 'c1',
      wording: 'rejects',
      span: spanOf('rejects the treaty'),
      attributedTo: [{ source: 'minister' }],
    },
  ],
  relations: [
    {
      type: 'HOLDS_OFFICE',
      start: 'person:minister',
      end: 'country:lilliput',
      title: 'Minister',
      span: spanOf('the minister'),
    },
  ],
});

describeEngines('taking articles in and out', (engine) => {
  const api = bundledApi(engine);

  const post = (body: unknown, query = '') => api.send('POST', `/api/articles${query}`, body);
  const counts = async () => {
    const { labels, types } = await api.json<Meta>('/api/meta');
    return { labels, types };
  };

  it('tries, takes in, takes in again and takes out, and is then where it was', async () => {
    const before = await counts();
    const tried = (await (await post(document(), '?dryRun=true')).json()) as ImportReport;
    expect(tried).toMatchObject({ dryRun: true, outcome: 'created', article: 'article:gazette-1' });
    expect(await counts()).toEqual(before);

    const taken = (await (await post(document())).json()) as ImportReport;
    expect(taken).toEqual({ ...tried, dryRun: false });
    const after = await counts();
    expect(after).not.toEqual(before);

    expect(await (await post(document())).json()).toMatchObject({ outcome: 'unchanged', created: {}, relations: 0 });
    expect(await counts()).toEqual(after);

    const removed = await api.send('DELETE', '/api/articles/article:gazette-1', undefined, {});
    expect(removed.status).toBe(200);
    expect(await counts()).toEqual(before);
    const again = await api.send('DELETE', '/api/articles/article:gazette-1', undefined, {});
    expect(again.status).toBe(404);
  });

  it('shows what was taken in at once, and markup in it as plain text', async () => {
    expect((await post(document())).status).toBe(200);
    const edge = 'OPPOSES~country:lilliput~plan:treaty';
    const graph = await api.json<GraphView>('/api/graph');
    expect(graph.edges.map(({ key }) => key)).toContain(edge);
    const evidence = await api.json<Evidence>(`/api/edges/${encodeURIComponent(edge)}/evidence`);
    expect(evidence.assertions[0]?.chains).toEqual([
      [
        { key: 'article:gazette-1', label: 'Article', name: 'The Gazette', how: null, sourceKind: null },
        { key: 'person:minister', label: 'Actor', name: markup, how: 'the minister', sourceKind: 'named' },
      ],
    ]);
    const office = `HOLDS_OFFICE~person:minister~country:lilliput`;
    const { places } = await api.json<Evidence>(`/api/edges/${encodeURIComponent(office)}/evidence`);
    expect(places).toMatchObject([{ ...spanOf('the minister'), article: { key: 'article:gazette-1' } }]);

    const node = await api.get('/api/nodes/person:minister');
    expect(node.headers.get('content-type')).toContain('application/json');
    expect(node.headers.get('x-content-type-options')).toBe('nosniff');
    expect(((await node.json()) as NodeDetail).node.name).toBe(markup);
    expect((await api.json<SearchResult>('/api/search?q=onerror')).rows[0]?.name).toBe(markup);
    const article = await api.json<ArticleView>('/api/articles/article:gazette-1');
    expect(article.article.title).toBe(markup);
    expect(article.text).toBe(text);
    expect((await api.send('DELETE', '/api/articles/article:gazette-1', undefined, {})).status).toBe(200);
  });

  it('keeps text out of graph, search and node, and gives it with the article', async () => {
    await post(document());
    for (const path of [
      '/api/graph?view=all',
      '/api/nodes/article:gazette-1',
      '/api/search?q=onerror',
      '/api/articles',
    ]) {
      expect(await (await api.get(path)).text(), path).not.toContain('told the Gazette');
    }
    await api.send('DELETE', '/api/articles/article:gazette-1', undefined, {});
  });

  describe('refuses whole, with the place and the reason,', () => {
    const faults: [string, (good: ReturnType<typeof document>) => void, string, RegExp][] = [
      [
        'a span that is not its quote',
        (bad) => Object.assign(bad.assertions[0] ?? {}, { span: { start: 0, end: 5, quote: 'Blefu' } }),
        '/assertions/0/span',
        /text|words/,
      ],
      [
        'a span of another length',
        (bad) => Object.assign(bad.assertions[0] ?? {}, { span: { start: 0, end: 9, quote: 'Lilliput' } }),
        '/assertions/0/span/end',
        /code points/,
      ],
      [
        'an unknown stance',
        (bad) => Object.assign(bad.claims[0] ?? {}, { stance: 'against' }),
        '/claims/0/stance',
        /supports/,
      ],
      [
        'a dangling key',
        (bad) => Object.assign(bad.claims[0] ?? {}, { holder: 'country:blefuscu' }),
        '/claims/0/holder',
        /country:blefuscu/,
      ],
      [
        'a dangling local id',
        (bad) => Object.assign(bad.assertions[0] ?? {}, { claim: 'c2' }),
        '/assertions/0/claim',
        /c2/,
      ],
      ['an unknown member', (bad) => Object.assign(bad, { claimz: [] }), '/claimz', /no member/],
    ];
    it.each(faults)('%s', async (_, spoil, pointer, reason) => {
      const before = await counts();
      const bad = document();
      spoil(bad);
      const response = await post(bad);
      const problem = (await response.json()) as Problem;
      expect(response.status).toBe(422);
      expect(problem.code).toBe('invalid-document');
      const fault = problem.errors?.find((error) => error.pointer?.startsWith(pointer) && reason.test(error.reason));
      expect(fault, JSON.stringify(problem.errors)).toBeDefined();
      expect(await counts()).toEqual(before);
    });
  });

  describe('refuses before reading', () => {
    it.each([
      ['text that is not JSON', '{"format":', { 'content-type': 'application/json' }, 400, 'invalid-request'],
      [
        'bytes that are no UTF-8',
        new Blob([Uint8Array.from([0x22, 0x4f, 0x72, 0x62, 0xe1, 0x6e, 0x22])]),
        { 'content-type': 'application/json' },
        400,
        'invalid-request',
      ],
      ['nothing', '', { 'content-type': 'application/json' }, 400, 'invalid-request'],
      ['a list', '[]', { 'content-type': 'application/json' }, 422, 'invalid-document'],
      ['a number', '7', { 'content-type': 'application/json' }, 422, 'invalid-document'],
      ['another type', '{}', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
      ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
      [
        'an unknown encoding',
        '{}',
        { 'content-type': 'application/json; charset=klingon' },
        415,
        'unsupported-media-type',
      ],
      [
        'more than the limit',
        `"${'x'.repeat(testConfig.documentBytes)}"`,
        { 'content-type': 'application/json' },
        413,
        'too-large',
      ],
      [
        'deep nesting',
        '['.repeat(100_000) + ']'.repeat(100_000),
        { 'content-type': 'application/json' },
        422,
        'invalid-document',
      ],
      [
        'a page of another origin',
        '{}',
        { 'content-type': 'application/json', origin: 'http://evil.example' },
        403,
        'invalid-request',
      ],
    ])('%s', async (_, body, headers, status, code) => {
      const response = await api.send('POST', '/api/articles', body, headers as Record<string, string>);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ status, code });
    });
  });

  it('takes the same report from two senders at once without harm', async () => {
    const before = await counts();
    const report = readFileSync(new URL('../../data/reports/kyiv-post-2024-10-24.json', import.meta.url), 'utf8');
    await api.send('DELETE', '/api/articles/article:kyiv-post-2024-10-24', undefined, {});
    const responses = await Promise.all([post(report), post(report), post(report)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    const outcomes = await Promise.all(responses.map(async (one) => ((await one.json()) as ImportReport).outcome));
    expect(outcomes.sort()).toEqual(['created', 'unchanged', 'unchanged']);
    expect(await counts()).toEqual(before);
  });
});
