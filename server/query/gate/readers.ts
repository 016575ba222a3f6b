// The statements that wait to be read, and the processes that read them: in order, but of each client one at a time.
import { EngineUnavailable } from '../../errors.ts';
import { Reader, type ReaderLimits } from './reader.ts';
import type { Dialect, Mode, Verdict } from './verdict.ts';

/** Who waits for a verdict, and until when it matters. */
export interface Waiter {
  /** One statement of each is read at a time; absent, it is nobody's. */
  client?: string | undefined;
  /** Aborting it gives up the place in the queue; its reason is the error. */
  signal?: AbortSignal | undefined;
}

interface Waiting extends Waiter {
  text: string;
  dialect: Dialect;
  mode: Mode;
  resolve(verdict: Verdict): void;
  reject(error: unknown): void;
}

/** Statements of two clients at once: one that takes its time does not stand in the way of all. */
const mostReaders = 2;
/** An ordinary statement is read in a tenth of a second: for what waits no longer, no further process is worth its memory. */
const patienceMs = 300;

export class Readers {
  readonly #limits: ReaderLimits;
  readonly #readers: Reader[] = [];
  readonly #queue: Waiting[] = [];
  /** Clients with a statement that is being read, whether or not they still wait for it. */
  readonly #served = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #count = 0;
  #closed = false;

  constructor(limits: ReaderLimits) {
    this.#limits = limits;
  }

  /** Statements that nobody reads yet. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Errors: EngineUnavailable when no process starts, or after close(); the reason of an aborted signal. */
  check(text: string, dialect: Dialect, mode: Mode, { client, signal }: Waiter = {}): Promise<Verdict> {
    if (this.#closed) return Promise.reject(new EngineUnavailable('The server is shutting down.'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { text, dialect, mode, client, signal, resolve, reject };
      // What is being read is read to its end: another process would take longer to start.
      const leave = (): void => {
        const at = this.#queue.indexOf(waiting);
        if (at >= 0) this.#queue.splice(at, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', leave);
      waiting.resolve = (verdict) => {
        settled();
        resolve(verdict);
      };
      waiting.reject = (error) => {
        settled();
        reject(error);
      };
      this.#queue.push(waiting);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#rejectAll(new EngineUnavailable('The server is shutting down.'));
    await Promise.all(this.#readers.map((reader) => reader.close()));
  }

  #rejectAll(error: EngineUnavailable): void {
    for (const { reject } of this.#queue.splice(0)) reject(error);
  }

  #next(mayStart = this.#readers.length === 0): void {
    if (this.#closed) return;
    const at = this.#queue.findIndex(({ client }) => client === undefined || !this.#served.has(client));
    if (at < 0) return;
    const free = this.#readers.find(({ isFree }) => isFree) ?? (mayStart ? this.#add() : undefined);
    if (free) {
      const [waiting] = this.#queue.splice(at, 1);
      void this.#read(free, waiting as Waiting);
      this.#next();
    } else if (this.#readers.length < mostReaders) this.#addLater();
  }

  #add(): Reader {
    const reader = new Reader(this.#limits);
    this.#readers.push(reader);
    return reader;
  }

  #addLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#next(this.#readers.length < mostReaders);
    }, patienceMs);
  }

  async #read(reader: Reader, { client, text, dialect, mode, resolve, reject }: Waiting): Promise<void> {
    if (client !== undefined) this.#served.add(client);
    try {
      resolve(await reader.read({ id: ++this.#count, text, dialect, mode }));
    } catch (error) {
      reject(error);
      // What keeps one from starting keeps the next one, too.
      if (error instanceof EngineUnavailable) this.#rejectAll(error);
    }
    if (client !== undefined) this.#served.delete(client);
    this.#next();
  }
}
