// Reads that belong together and were disturbed by a write once have the right of way over the next one of this process.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** Where many read and somebody always writes, neither waits for ever: a write waits for those that are at it when it comes. */
export class RightOfWay {
  readonly #patienceMs: number;
  readonly #reading = new Set<Promise<unknown>>();
  readonly #within = new AsyncLocalStorage<true>();

  /** `patienceMs`: as long one write waits at most. */
  constructor(patienceMs = 2000) {
    this.#patienceMs = patienceMs;
  }

  /** Runs the reads. A write that comes meanwhile waits until they are through, unless it is they that write. */
  async take<T>(read: () => Promise<T>): Promise<T> {
    const reading = this.#within.run(true, read);
    this.#reading.add(reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(reading);
    }
  }

  /** Resolves when those that have it now are through, or after a while. */
  async give(): Promise<void> {
    if (this.#reading.size === 0 || this.#within.getStore()) return;
    const enough = new AbortController();
    const all = Promise.allSettled([...this.#reading]);
    await Promise.race([all, wait(this.#patienceMs, undefined, { signal: enough.signal }).catch(() => {})]);
    enough.abort();
  }
}
