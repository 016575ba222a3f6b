// A store that counts its statements and times them, for seeing what an import spends its time on.
import type { OpenedStore } from '../server/store/open.ts';
import type { Transaction } from '../server/store/port.ts';
import type { BenchTypes } from './statements.ts';

type Store = OpenedStore<BenchTypes>;

export class Watched {
  readonly store: Store;
  readonly #of = new Map<string, { times: number; ms: number }>();

  constructor(store: Store) {
    const timed =
      (kind: string, run: (name: never, parameters: never) => Promise<unknown>) =>
      (name: never, parameters: never): Promise<unknown> =>
        this.#time(`${kind} ${name}`, () => run(name, parameters));
    const watch = (tx: Transaction<BenchTypes>): Transaction<BenchTypes> =>
      ({ read: timed('read', tx.read), write: timed('write', tx.write) }) as Transaction<BenchTypes>;
    this.store = {
      ...store,
      capabilities: store.capabilities,
      read: timed('read', store.read) as Store['read'],
      flush: () => this.#time('flush', () => store.flush()),
      transaction: (work, options) =>
        this.#time('transactions', () => store.transaction((tx) => work(watch(tx)), options)),
    } as Store;
  }

  async #time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      const sum = this.#of.get(name) ?? { times: 0, ms: 0 };
      this.#of.set(name, { times: sum.times + 1, ms: sum.ms + performance.now() - begun });
    }
  }

  /** What took most first. */
  lines(): string[] {
    const all = [...this.#of].sort(([, a], [, b]) => b.ms - a.ms);
    return all.map(([name, { times, ms }]) => `${ms.toFixed(0).padStart(8)} ms ${String(times).padStart(7)} × ${name}`);
  }
}
