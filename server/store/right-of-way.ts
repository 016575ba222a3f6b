// Reads that belong together and were disturbed by a write once have the right of way over the next one of this process.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds that one write waits at most. */
const patience = 2000;

/** Where many read and somebody always writes, neither waits for ever: a write waits for those that are at it when it comes. */
export class RightOfWay {
  readonly #reading = new Set<Promise<unknown>>();
  readonly #within = new AsyncLocalStorage<true>();

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
    await Promise.race([all, wait(patience, undefined, { signal: enough.signal }).catch(() => {})]);
    enough.abort();
  }
}
