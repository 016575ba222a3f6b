// What whoever runs the server asks of it: whether it is ready, what it counts, and what one client may ask in a minute.
import { request } from 'node:http';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type Api, serve, testConfig } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';

describeEngines('operation', (engine) => {
  let store: OpenedStore;
  const open: Api[] = [];
  const served = async (config: { metrics?: boolean; rateLimit?: number; atOnce?: number }): Promise<Api> => {
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

  it('counts typed statements and imports while they are under way', { timeout: 240_000 }, async () => {
    const gauges = async (api: Api) => {
      const text = await (await api.get('/metrics')).text();
      const value = (name: string) => Number(new RegExp(`^hearsay_${name} (\\d+)$`, 'm').exec(text)?.[1]);
      return ['typed_statements_running', 'typed_statements_waiting', 'imports_under_way'].map(value);
    };
    const patience = { timeout: 100_000, interval: 20 };
    /** What is counted while three statements of one client wait for a gate whose processes are yet to start. */
    const counted = async (): Promise<{ api: Api; seen: number[][] }> => {
      const api = await served({ metrics: true });
      expect(await gauges(api)).toEqual([0, 0, 0]);
      const ask = (number: number) => api.send('POST', '/api/query', { statement: `RETURN ${number} AS n` });
      const asked = Promise.all([1, 2, 3].map(ask));
      let isOver = false;
      const over = asked.finally(() => {
        isOver = true;
      });
      const seen: number[][] = [];
      while (!isOver) seen.push(await gauges(api));
      for (const answer of await over) expect(answer.status, await answer.text()).toBe(200);
      await expect.poll(() => gauges(api), patience).toEqual([0, 0, 0]);
      return { api, seen };
    };
    // One is read and the others wait; on a busy machine that may be over before anybody looks.
    let { api, seen } = await counted();
    const isSeen = () => seen.some((one) => one.join() === '3,2,0');
    for (let again = 0; again < 4 && !isSeen(); again++) ({ api, seen } = await counted());
    expect(seen).toContainEqual([3, 2, 0]);

    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const sent = request(`${api.address}/api/articles`, { method: 'POST', headers });
    sent.once('error', () => {});
    sent.write('{');
    await expect.poll(() => gauges(api), patience).toEqual([0, 0, 1]);
    sent.destroy();
    await expect.poll(() => gauges(api), patience).toEqual([0, 0, 0]);
  });

  it('answers 503 to who comes when there is as much under way as it takes, and goes on for the watch', {
    timeout: 120_000,
  }, async () => {
    const api = await served({ atOnce: 4, metrics: true });
    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const held = [0, 1].map(() => {
      const sent = request(`${api.address}/api/articles`, { method: 'POST', headers });
      sent.once('error', () => {});
      sent.write('{');
      return sent;
    });
    const status = async () => (await api.get('/api/notes')).status;
    await expect.poll(status, { timeout: 60_000, interval: 20 }).toBe(503);
    const refused = await api.get('/api/notes');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const problem = await refused.json();
    expect(problem).toMatchObject({
      code: 'busy',
      detail: expect.stringContaining('at most 4 requests at once, 2 of one address'),
    });
    for (const path of ['/api/health', '/api/ready', '/metrics']) expect((await api.get(path)).status, path).toBe(200);
    for (const one of held) one.destroy();
    await expect.poll(status, { timeout: 60_000, interval: 20 }).toBe(200);
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
