// What whoever runs the server asks of it: whether it is ready, what it counts, and what one client may ask in a minute.

import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type Api, serve, testConfig } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';

describeEngines('operation', (engine) => {
  let store: OpenedStore;
  const open: Api[] = [];
  const served = async (config: { metrics?: boolean; rateLimit?: number }): Promise<Api> => {
    const log = pino({ level: 'silent' });
    const api = await serve(store, {}, createApp({ store, log, config: { ...testConfig, ...config } }));
    open.push(api);
    return api;
  };
  beforeAll(async () => {
    store = await openEmpty(engine);
  });
  afterAll(async () => {
    for (const api of open) await api.close();
    await store?.close();
  });
  const mark = (properties: object) => store.write('schema/marker-set', { properties });

  it('is ready, and says which part is not, with a time to ask again', { timeout: 120_000 }, async () => {
    const api = await served({});
    expect(await api.json('/api/ready')).toEqual({ status: 'ready', engine: engine.name });
    for (const [properties, reason] of [
      [{ derivedStale: true }, /yet to be derived/],
      [{ derivedStale: false, restoring: '2026-01-01T00:00:00Z' }, /being restored/],
    ] as const) {
      await mark(properties);
      // On Neo4j another server may be at it, until nothing was written for ten seconds.
      await expect.poll(async () => (await api.get('/api/ready')).status, { timeout: 60_000, interval: 500 }).toBe(503);
      const answer = await api.get('/api/ready');
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.text()).toMatch(reason);
      expect((await api.get('/api/health')).status).toBe(200);
    }
    await mark({ restoring: null });
    expect((await api.get('/api/ready')).status).toBe(200);
  });

  it('counts requests by route and what is asked of the database, where that is switched on', {
    timeout: 120_000,
  }, async () => {
    expect((await (await served({})).get('/metrics')).status).toBe(404);
    const api = await served({ metrics: true });
    for (const key of ['country:a', 'country:b']) await api.get(`/api/nodes/${key}`);
    await api.send('PUT', '/api/cases/case:m', { name: 'M', articles: [] });
    const answer = await api.get('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    const value = (line: RegExp): number => Number(line.exec(text)?.[1] ?? Number.NaN);
    expect(
      value(/^hearsay_http_request_duration_seconds_count\{.*route="\/api\/nodes\/\{key\}",status="404".*\} (\d+)$/m),
    ).toBe(2);
    expect(value(/^hearsay_http_requests_under_way\{route="GET \/metrics"\} (\d+)$/m)).toBe(1);
    expect(value(/^hearsay_store_duration_seconds_count\{kind="transaction",outcome="done"\} (\d+)$/m)).toBeGreaterThan(
      0,
    );
    expect(value(/^nodejs_eventloop_lag_seconds (\S+)$/m)).toBeGreaterThanOrEqual(0);
    expect(text).not.toContain('country:a');
    if (engine.name === 'embedded') {
      expect(value(/^hearsay_engine_restarts_total (\d+)$/m)).toBe(0);
      expect(value(/^hearsay_engine_resident_bytes (\S+)$/m)).toBeGreaterThan(1_000_000);
    } else expect(text).not.toContain('hearsay_engine_');
  });

  it('answers 429 with the time to wait to who asks too much, and goes on for the page’s files and the watch', {
    timeout: 120_000,
  }, async () => {
    const api = await served({ rateLimit: 5 });
    for (let number = 0; number < 5; number++) expect((await api.get('/api/notes')).status).toBe(200);
    const refused = await api.get('/api/notes');
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await api.get('/api/notes', { 'x-forwarded-for': '198.51.100.7' })).status).toBe(429);
    for (const path of ['/api/health', '/api/ready']) expect((await api.get(path)).status).toBe(200);
    expect((await (await served({ rateLimit: 0 })).get('/api/notes')).status).toBe(200);
  });
});
