// What every answer carries and what is refused before a route is reached; and an engine that is gone.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { openStore } from '../../server/store/open.ts';
import { tempFolder } from '../temp.ts';
import { type Api, serve, serveStore, testConfig } from './api.ts';
import { describeEngines, openEmpty, type TestEngine } from './engines.ts';

/** A request whose Host header is not the address; fetch would not allow it. */
function asHost(api: Api, host: string): Promise<{ status: number; body: string }> {
  const { port, hostname } = new URL(api.address);
  return new Promise((resolve, reject) => {
    const sent = request({ port, hostname, path: '/api/health', headers: { host } }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

describeEngines('the app', (engine) => {
  let api: Api;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ api, close } = await serveStore(await openEmpty(engine)));
  });
  afterAll(() => close?.());

  it('answers an empty database with empty lists', async () => {
    expect(await api.json('/api/graph')).toEqual({ nodes: [], edges: [], truncated: false });
    expect(await api.json('/api/graph?view=all&asOf=2024')).toEqual({ nodes: [], edges: [], truncated: false });
    expect(await api.json('/api/search?q=x')).toEqual({ rows: [] });
    expect(await api.json('/api/articles')).toEqual({ articles: [] });
    expect(await (await api.get('/api/nodes/country:hu')).json()).toMatchObject({ status: 404, nearest: [] });
  });

  it('lets nothing but its own scripts and styles run, and says so with every answer', async () => {
    for (const path of ['/api/health', '/api/nodes/x', '/api/docs', '/nowhere.txt']) {
      const { headers } = await api.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';style-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toMatch(/https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect((await api.get('/api/health')).headers.get('cache-control')).toBe('no-store');
  });

  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:1', '[::1]:80', 'graph.example:443'])(
    'goes by the name %s',
    async (host) => {
      expect((await asHost(api, host)).status).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example:3000', '10.0.0.1'])(
    'does not go by the name "%s"',
    async (host) => {
      const { status, body } = await asHost(api, host);
      expect(status).toBe(421);
      expect(JSON.parse(body)).toMatchObject({ status: 421, code: 'invalid-request' });
    },
  );

  it.each([
    ['GET', '/api', 404],
    ['GET', '/api/no-such', 404],
    ['GET', '/api/nodes', 405],
    ['GET', '/api/graph/', 404],
    ['GET', '/nowhere.txt', 404],
    ['PUT', '/api/meta', 405],
    ['POST', '/api/graph', 405],
    ['DELETE', '/api/articles', 405],
    ['PATCH', '/api/articles/article:x', 405],
  ])('%s %s is a problem with status %i', async (method, path, status) => {
    const response = await api.send(method, path, undefined, {});
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status, type: expect.stringContaining('urn:hearsay:problem:') });
    if (status === 405) expect(response.headers.get('allow')).toMatch(/GET|POST|DELETE/);
  });
});

describe('the client’s files', () => {
  const folder = tempFolder();
  const script = `export const words = '${'the same again '.repeat(1000)}';`;
  let api: Api;
  let close: () => Promise<void>;
  beforeAll(async () => {
    mkdirSync(join(folder, 'client', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'client', 'index.html'), '<!doctype html><title>Hearsay</title>');
    writeFileSync(join(folder, 'client', 'assets', 'index-abc123.js'), 'export {};');
    writeFileSync(join(folder, 'client', 'assets', 'index-large.js'), script);
    writeFileSync(join(folder, 'client', 'assets', 'font-abc123.woff2'), script);
    writeFileSync(join(folder, 'client', 'assets', 'packed-abc123.js'), script);
    writeFileSync(join(folder, 'client', 'assets', 'packed-abc123.js.br'), brotliCompressSync(`${script}// packed`));
    const store = await openStore({ kind: 'embedded', folder: tempFolder() });
    const clientFolder = join(folder, 'client');
    const app = createApp({ store, log: pino({ level: 'silent' }), config: testConfig, clientFolder });
    ({ api, close } = await serveStore(store, app));
  });
  afterAll(() => close?.());

  it('are the page at its one address, asked anew each time', async () => {
    for (const path of ['/', '/?view=evidence']) {
      const response = await api.get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Hearsay</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('are no page at another address, which leads to the one', async () => {
    const response = await api.get('/articles/one');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<a href="/">');
  });

  it('with a hash in their name are kept for ever', async () => {
    const response = await api.get('/assets/index-abc123.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect((await api.get('/assets/gone.js')).status).toBe(404);
  });

  it('are given as they were packed when they were built, to whom takes that', async () => {
    const path = '/assets/packed-abc123.js';
    const packed = await api.get(path, { 'accept-encoding': 'gzip, br' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('content-type')).toContain('javascript');
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(await packed.text()).toBe(`${script}// packed`);
    expect(await (await api.get(path, { 'accept-encoding': 'gzip' })).text()).toBe(script);
    expect(await (await api.get(path, { 'accept-encoding': 'identity' })).text()).toBe(script);
  });

  it('that went with a new build while the server runs are a problem that can be read', async () => {
    const files = ['gone-abc123.js', 'gone-abc123.js.br'].map((name) => join(folder, 'client', 'assets', name));
    for (const file of files) writeFileSync(file, file.endsWith('.br') ? brotliCompressSync(script) : script);
    const clientFolder = join(folder, 'client');
    const store = await openStore({ kind: 'embedded', folder: tempFolder() });
    const app = createApp({ store, log: pino({ level: 'silent' }), config: testConfig, clientFolder });
    const { api: running, close: stop } = await serveStore(store, app);
    const ask = (headers: Record<string, string> = {}) =>
      running.get('/assets/gone-abc123.js', { 'accept-encoding': 'gzip, br', ...headers });
    expect((await ask()).headers.get('content-encoding')).toBe('br');
    const beyond = await ask({ range: 'bytes=900000-' });
    expect([beyond.status, beyond.headers.get('content-encoding')]).toEqual([416, null]);
    expect(await beyond.json()).toMatchObject({ status: 416 });
    for (const file of files) rmSync(file);
    const gone = await ask();
    expect([gone.status, gone.headers.get('content-encoding')]).toEqual([404, null]);
    expect(gone.headers.get('content-type')).toContain('application/problem+json');
    expect(await gone.json()).toMatchObject({ status: 404, code: 'not-found' });
    await stop();
  });

  it('are packed for the way where that makes them smaller, and only where the reader can unpack them', async () => {
    const of = async (path: string, accept: string) => {
      const response = await api.get(path, { 'accept-encoding': accept });
      expect(await response.text()).toBe(script);
      return response.headers.get('content-encoding');
    };
    expect(await of('/assets/index-large.js', 'gzip, br')).toBe('br');
    expect(await of('/assets/index-large.js', 'gzip')).toBe('gzip');
    expect(await of('/assets/index-large.js', 'identity')).toBeNull();
    expect(await of('/assets/font-abc123.woff2', 'gzip, br')).toBeNull();
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '//etc/passwd',
  ])('are no way out of their folder: %s', async (path) => {
    expect(await (await api.get(path)).text()).not.toMatch(/secret|root:/);
  });
});

/** A way to the engine that can be cut: only a connection to Neo4j goes over the network. */
async function throughProxy(
  engine: TestEngine,
): Promise<{ store: Awaited<ReturnType<typeof openStore>>; cut(): Promise<void> }> {
  const settings = await engine.settings();
  if (settings.kind === 'embedded') {
    const store = await openStore(settings);
    return { store, cut: () => store.close() };
  }
  const { hostname, port } = new URL(settings.uri.replace(/^\w+:/, 'http:'));
  const sockets = new Set<Socket>();
  const proxy: Server = createServer((socket) => {
    const onward = connect(Number(port || 7687), hostname);
    for (const one of [socket, onward]) sockets.add(one.on('error', () => one.destroy()));
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const store = await openStore({
    ...settings,
    uri: `bolt://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
  });
  return {
    store,
    async cut() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

describeEngines('an engine that is gone', (engine) => {
  it('is 503 with a time to try again, and no word of the driver’s', async () => {
    const { store, cut } = await throughProxy(engine);
    const api = await serve(store);
    expect((await api.get('/api/health')).status).toBe(200);
    await cut();
    expect((await api.get('/api/health')).status).toBe(200);
    for (const path of ['/api/ready', '/api/meta', '/api/nodes/country:hu', '/api/search?q=x', '/api/graph']) {
      const response = await api.get(path);
      expect(response.status, path).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'engine-unavailable' });
      expect(text).not.toMatch(/ECONN|Neo4jError|\n\s+at |driver/i);
    }
    await api.close();
    await store.close();
  });
});
