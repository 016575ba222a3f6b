// Articles over HTTP: the file is the body, its media type or its name says what it is.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArticleReport, LinkedReport } from '../../server/schema/article-text.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { docx, pdf } from '../article-files.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';

describeEngines('POST /api/imports/articles', (engine) => {
  let store: OpenedStore;
  let api: Api;
  beforeAll(async () => {
    store = await openEmpty(engine);
    api = await serve(store, { documentBytes: 100_000 });
  });
  afterAll(async () => {
    await api.close();
    await store.close();
  });
  const post = (body: string | Uint8Array, type: string, query = '') =>
    api.send('POST', `/api/imports/articles?${query}`, new Blob([body as BlobPart], { type }), {
      'content-type': type,
    });
  const report = async (...args: Parameters<typeof post>) => {
    const response = await post(...args);
    expect(response.status).toBe(200);
    return (await response.json()) as ArticleReport;
  };
  const problem = async (...args: Parameters<typeof post>) => (await (await post(...args)).json()) as Problem;

  it('tries, holds, and finds nothing to do', async () => {
    const page =
      '<html lang="en"><head><title>The bridge</title></head><body><p>Norland opposes it 🇳🇴.</p></body></html>';
    const tried = await report(page, 'text/html', 'dryRun=true');
    expect(tried).toMatchObject({
      dryRun: true,
      outcome: 'created',
      article: expect.stringMatching(/^article:the-bridge-[0-9a-f]{8}$/),
    });
    expect(tried.read).toMatchObject({ title: 'The bridge', lang: 'en', length: [...'Norland opposes it 🇳🇴.'].length });
    expect(await report(page, 'text/html; charset=utf-8')).toMatchObject({ outcome: 'created' });
    expect(await report(page, 'text/html')).toMatchObject({ outcome: 'unchanged' });
    const held = await api.json<{ text?: string }>(`/api/articles/${tried.article}`);
    expect(JSON.stringify(held)).toContain('Norland opposes it');
  }, 120_000);

  it.each([
    ['text/plain', 'Plain words.'],
    ['text/markdown', '# Marked words'],
    ['application/pdf', pdf([[['Words of a PDF.']]])],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx(['Words of Word.'])],
  ])('reads %s', async (type, body) => {
    expect((await report(body, type)).read.length).toBeGreaterThan(5);
  });

  it('takes the kind from the name where the type says nothing, and the encoding from either', async () => {
    expect((await report('# Named', 'application/octet-stream', 'name=a.md')).read.title).toBe('Named');
    const latin = Buffer.from('Orb\xe1n', 'latin1');
    expect((await report(latin, 'text/plain; charset=iso-8859-1')).read.length).toBe(5);
    expect(await report(latin, 'text/plain', 'encoding=windows-1252')).toMatchObject({ outcome: 'unchanged' });
    const told = await problem('x', 'application/octet-stream', 'name=a.exe');
    expect(told).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ field: 'name' }] });
  });

  it('tells what it cannot read', async () => {
    const told = await problem(Buffer.from('Good.\nOrb\xe1n', 'latin1'), 'text/plain', 'name=a.txt');
    expect(told).toMatchObject({ status: 422, code: 'invalid-document', errors: [{ file: 'a.txt', line: 2 }] });
    expect(await problem('x'.repeat(100_001), 'text/plain')).toMatchObject({ status: 413, code: 'too-large' });
    expect(await problem('x', 'image/png')).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    expect(await problem(pdf([[]]), 'application/pdf')).toMatchObject({
      status: 422,
      errors: [{ reason: expect.stringMatching(/no text/) }],
    });
  });

  it('takes nothing that a page of another origin sends, though it may send plain text unasked', async () => {
    const headers = { 'content-type': 'text/plain', origin: 'https://elsewhere.example' };
    expect((await api.send('POST', '/api/imports/articles', 'Words.', headers)).status).toBe(403);
  });

  it('fetches no web address unless that is allowed', async () => {
    const told = await api.send('POST', '/api/imports/address', { url: 'https://harbour.example/' });
    expect(await told.json()).toMatchObject({
      status: 403,
      code: 'fetch-refused',
      detail: expect.stringMatching(/HEARSAY_FETCH/),
    });
    const none = await api.send('POST', '/api/imports/address', { address: 'x' });
    expect(none.status).toBe(400);
  });

  it('takes in fact-checks, and gives them out so that they come in again', async () => {
    const review = {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://checks.example/bridge',
      datePublished: '2026-03-03',
      author: { '@type': 'Organization', name: 'Harbour Checks' },
      claimReviewed: 'Norland has paid for the bridge twice.',
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Ada Brook' },
        appearance: [{ url: 'https://harbour.example/speech' }],
      },
      reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
    };
    const linked = (body: string, type: string) =>
      api.send('POST', '/api/imports/linked', body, { 'content-type': type });
    const first = (await (await linked(JSON.stringify(review), 'application/ld+json')).json()) as LinkedReport;
    expect(first.documents).toMatchObject([{ outcome: 'created', article: 'article:checks-example-bridge' }]);
    const line = await linked(`${JSON.stringify(review)}\n`, 'application/x-ndjson');
    expect(await line.json()).toMatchObject({ documents: [{ outcome: 'unchanged' }] });

    const response = await api.get('/api/claim-reviews');
    expect(response.headers.get('content-type')).toMatch(/^application\/ld\+json/);
    const graph = (await response.json()) as { '@graph': Record<string, unknown>[] };
    const [found] = graph['@graph'].filter((one) => one['@type'] === 'ClaimReview');
    expect(found).toMatchObject({
      url: review.url,
      datePublished: '2026-03-03',
      author: { name: 'Harbour Checks' },
      claimReviewed: review.claimReviewed,
      itemReviewed: {
        author: { '@type': 'Person', name: 'Ada Brook' },
        appearance: [{ url: 'https://harbour.example/speech' }],
      },
      reviewRating: { ratingValue: 1, bestRating: 5, alternateName: 'False' },
    });
    const again = (await (await linked(JSON.stringify(graph), 'application/ld+json')).json()) as LinkedReport;
    expect(again.documents).toMatchObject([{ outcome: 'unchanged', article: 'article:checks-example-bridge' }]);
    const bad = await linked(JSON.stringify({ ...review, datePublished: '2026-02-31' }), 'application/ld+json');
    expect(await bad.json()).toMatchObject({ status: 422, errors: [{ field: '/datePublished' }] });
  });
});
