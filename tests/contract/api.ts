// The real application over a real engine, listening on a port of its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../server/app.ts';
import { loadBundled } from '../../server/bundled.ts';
import type { QuerySettings } from '../../server/schema/cypher.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { openEmpty, type TestEngine } from './engines.ts';

export interface Api {
  address: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The parsed answer; throws with the problem where it is none of 2xx. */
  json<T>(path: string): Promise<T>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export const testConfig = { host: '127.0.0.1', hosts: ['graph.example'], graphNodes: 2000, documentBytes: 1024 * 1024 };

/** The ways to ask a server at an address. */
export const apiAt = (address: string, close: () => Promise<void> = async () => {}): Api => ({
  address,
  get: (path, headers = {}) => fetch(address + path, { headers }),
  async json<T>(path: string): Promise<T> {
    const response = await fetch(address + path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  },
  send: (method, path, body, headers = { 'content-type': 'application/json' }) =>
    fetch(address + path, {
      method,
      headers,
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body) }),
    }),
  close,
});

/** Serves the store by an app of the test's configuration, or by the given one. */
export async function serve(
  store: Store,
  config: Partial<typeof testConfig> & { query?: QuerySettings } = {},
  app = createApp({ store, log: pino({ level: 'silent' }), config: { ...testConfig, ...config } }),
): Promise<Api> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return apiAt(address, async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

export interface Served {
  store: OpenedStore;
  api: Api;
  /** Ends the server, then the store. */
  close(): Promise<void>;
}

/** An app over a store that is closed with it. */
export async function serveStore(store: OpenedStore, app?: Parameters<typeof serve>[2]): Promise<Served> {
  const api = await serve(store, {}, app);
  return {
    store,
    api,
    async close() {
      await api.close();
      await store.close();
    },
  };
}

/** An app over an empty database of the engine, filled with the bundled reports. */
export async function serveBundled(engine: TestEngine): Promise<Served> {
  const store = await openEmpty(engine);
  await loadBundled(store, false);
  return serveStore(store);
}

/** The bundled reports served to the tests of one block, from before its first to after its last. */
export function bundledApi(engine: TestEngine): Api {
  let served: Awaited<ReturnType<typeof serveBundled>> | undefined;
  beforeAll(async () => {
    served = await serveBundled(engine);
  });
  afterAll(() => served?.close());
  // The tests are declared before anything is served: each asks for what is there when it runs.
  return new Proxy({} as Api, { get: (_, name) => served?.api[name as keyof Api] });
}
