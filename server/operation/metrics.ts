// What the server counts and times, as text in Prometheus' format.
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store, Vitals } from '../store/port.ts';

const seconds = [0.005, 0.02, 0.1, 0.3, 1, 3, 10, 30, 120];

/** What of the store is timed; what is left passes by. */
const timed = ['read', 'write', 'transaction', 'query', 'searchText'] as const;
type Timed = (typeof timed)[number];

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #underWay: Gauge<'route'>;
  readonly #statements: Histogram<'kind' | 'outcome'>;
  #importing = 0;

  /** With the process's own: memory, processor time, and how late the event loop is. */
  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: 'hearsay_http_request_duration_seconds',
      help: 'Requests answered, by the template of their route.',
      labelNames: ['method', 'route', 'status'],
      buckets: seconds,
      registers,
    });
    this.#underWay = new Gauge({
      name: 'hearsay_http_requests_under_way',
      help: 'Requests not yet answered, by route.',
      labelNames: ['route'],
      registers,
    });
    this.#statements = new Histogram({
      name: 'hearsay_store_duration_seconds',
      help: 'What was asked of the database: reads and writes by name, transactions whole, typed Cypher until its first rows.',
      labelNames: ['kind', 'outcome'],
      buckets: seconds,
      registers,
    });
    this.gauge(
      'hearsay_imports_under_way',
      'Imports whose body is being sent, read or written.',
      () => this.#importing,
    );
  }

  /** A number that is asked for whenever the metrics are. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      ...{ name, help, registers: [this.#registry] },
      collect() {
        this.set(read());
      },
    });
  }

  /** Counts the requests that come to a route, whatever becomes of them; those that import also together. */
  of(route: string): RequestHandler {
    return (request, response, next) => {
      const began = performance.now();
      const { method } = request;
      const imports = method === 'POST' && (route.startsWith('/api/imports/') || route === '/api/articles') ? 1 : 0;
      this.#underWay.inc({ route: `${method} ${route}` });
      this.#importing += imports;
      response.once('close', () => {
        this.#underWay.dec({ route: `${method} ${route}` });
        this.#importing -= imports;
        const labels = { method, route, status: String(response.statusCode) };
        this.#requests.observe(labels, (performance.now() - began) / 1000);
      });
      next();
    };
  }

  /** The store, with what is asked of it timed; and the engine's process, where it is this program's. */
  watching(store: Store): Store {
    const { vitals } = store;
    if (vitals !== undefined) this.#watchEngine(() => vitals.call(store));
    const time = async <T>(kind: Timed, work: () => Promise<T>): Promise<T> => {
      const end = this.#statements.startTimer({ kind });
      try {
        const result = await work();
        end({ outcome: 'done' });
        return result;
      } catch (error) {
        end({ outcome: 'failed' });
        throw error;
      }
    };
    return new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const bound = value.bind(target) as (...given: unknown[]) => Promise<unknown>;
        return (timed as readonly unknown[]).includes(name)
          ? (...given: unknown[]) => time(name as Timed, () => bound(...given))
          : bound;
      },
    });
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #watchEngine(vitals: () => Vitals): void {
    const registers = [this.#registry];
    const help = 'Memory of the embedded engine’s process; -1 where the system does not tell.';
    this.gauge('hearsay_engine_resident_bytes', help, () => vitals().residentBytes ?? -1);
    let told = 0;
    new Counter({
      name: 'hearsay_engine_restarts_total',
      help: 'How often the embedded engine’s process was started again.',
      registers,
      collect() {
        const { restarts } = vitals();
        this.inc(restarts - told);
        told = restarts;
      },
    });
  }
}
