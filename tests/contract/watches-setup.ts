// What the tests of watches share: an application that looks in the background, fast, and a receiver of web hooks.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { Gate } from '../../server/query/gate.ts';
import { defaultQuerySettings } from '../../server/query/limits.ts';
import { QueryRunner } from '../../server/query/run.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { WatchHead, WatchList, WatchView } from '../../server/schema/watch.ts';
import type { Store } from '../../server/store/port.ts';
import type { HookSettings } from '../../server/watches/hooks/settings.ts';
import { Watching, type WatchingParts } from '../../server/watches/watching.ts';
import { type Api, serve, testConfig } from './api.ts';
import { of } from './curation.ts';
import type { TestEngine } from './engines.ts';
import { Ground } from './ingest-setup.ts';

/** A busy machine is slow. */
export const timeout = 400_000;
const patience = { timeout: 200_000, interval: 50 };

export const hooks: HookSettings = { hosts: 'any', isPrivateAllowed: true, secret: 's'.repeat(32) };
export const fast = { tickMs: 20, quietMs: 50, rest: 0, waits: [100, 100, 100, 100], leaseMs: 1000, timeoutMs: 5000 };

export class WatchGround extends Ground {
  #api: Api | undefined;
  #gate: Gate | undefined;
  #watching: Watching | undefined;

  constructor(engine: TestEngine) {
    super(engine);
    beforeAll(async () => {
      this.#gate = new Gate({ dialect: this.store.capabilities.engine });
      this.#watching = this.another();
      const log = pino({ level: 'silent' });
      const [store, watching, gate] = [this.plain, this.#watching, this.#gate];
      const app = createApp({ store, log, config: testConfig, gate, watching });
      this.#api = await serve(store, {}, app);
      this.#watching.start();
    }, timeout);
    afterAll(async () => {
      await this.#watching?.stop();
      await this.#api?.close();
      await this.#gate?.close();
    }, timeout);
  }

  /** The store without the statements of tests. */
  get plain(): Store {
    return this.store as unknown as Store;
  }

  get api(): Api {
    if (this.#api === undefined) throw new Error('The application is served only while tests run.');
    return this.#api;
  }

  /** Something else that looks at watches, over this store or another one; to be started and stopped by who asks. */
  another(parts: Partial<WatchingParts> = {}): Watching {
    const store = parts.store ?? this.plain;
    const gate = this.#gate ?? new Gate({ dialect: store.capabilities.engine });
    const queries = new QueryRunner(store, gate, defaultQuerySettings);
    return new Watching({ store, queries, log: pino({ level: 'silent' }), hooks, times: fast, ...parts });
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.api.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  async refused(method: string, path: string, body?: unknown): Promise<Problem> {
    const response = await this.api.send(method, path, body);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    return (await response.json()) as Problem;
  }

  watch(watches: unknown, title?: string): Promise<WatchView> {
    return this.send('POST', '/api/watches', { watches, by: 'Ada', ...(title === undefined ? {} : { title }) });
  }

  /** Imports by HTTP, as people do, so that the audit log has it. */
  async take(document: unknown): Promise<void> {
    await this.send('POST', '/api/articles', document);
  }

  list = (): Promise<WatchList> => this.api.json('/api/watches');
  open = (key: string): Promise<WatchView> => this.api.json(`/api/watches/${of(key)}`);

  /** The watch as soon as `that` holds of it. */
  async until(key: string, that: (watch: WatchView) => void | Promise<void>): Promise<WatchView> {
    return vi.waitFor(async () => {
      const watch = await this.open(key);
      await that(watch);
      return watch;
    }, patience);
  }

  /** The watch looked at as the database is now. */
  looked = (key: string): Promise<WatchView> => this.send('POST', `/api/watches/${of(key)}/check`, {});

  changes = (key: string, number: number): Promise<WatchView> =>
    this.until(key, ({ changes }) => void expect(changes).toBe(number));
}

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  json: {
    delivery: string;
    event: string;
    watch: Pick<WatchHead, 'key' | 'title'>;
    change?: WatchView['history'][number];
  };
}

/** A web hook's receiver: what came, and what it answers next. */
export class Receiver {
  readonly received: Received[] = [];
  /** Answers in turn; after them 204. */
  answers: ((received: Received) => { status: number; headers?: Record<string, string> } | 'hang')[] = [];
  #server: Server | undefined;
  #port = 0;

  constructor() {
    beforeAll(() => this.start());
    afterEach(() => {
      this.received.length = 0;
      this.answers = [];
    });
    afterAll(() => this.stop());
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/hook?token=of-the-receivers`;
  }

  /** Where it was before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const one: Received = { headers: request.headers, body, json: JSON.parse(body) };
        const answer = this.answers.shift()?.(one) ?? { status: 204 };
        this.received.push(one);
        if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end();
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** What came, when so many came. */
  async got(number: number): Promise<Received[]> {
    await vi.waitFor(() => expect(this.received).toHaveLength(number), patience);
    return this.received;
  }
}
