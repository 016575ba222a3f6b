// What this process knows of the states of a database: the newest it heard of, and what its own writes changed from one to
// the next. What another process wrote it does not know, and says so.
import { RightOfWay } from './right-of-way.ts';
import type { Written, WrittenKeys } from './written-keys.ts';

/** Revisions, and keys of records, of which it is kept what was written. */
const [mostRevisions, mostKeys] = [200, 100_000];

const mayHaveWritten = (keys: WrittenKeys): boolean => keys.unknown || sizeOf(keys) > 0;
const sizeOf = ({ records, gone }: Written): number => records.size + gone.size;

export class Journal {
  readonly #read: () => Promise<number>;
  readonly #isAlone: boolean;
  readonly #written = new Map<number, Written>();
  #keys = 0;
  /** Transactions of this process that have begun and not ended. */
  readonly #open = new Map<WrittenKeys, Promise<void>>();
  /** The newest revision, where nobody else can count another. */
  #newest: number | undefined;
  /** Who goes first, of its reads and its writes. */
  readonly way = new RightOfWay();
  /** Transactions of this process that counted none. */
  #uncounted = 0;
  /** Those of them that may have changed records: what is read before one says nothing of what is there after it. */
  gaps = 0;
  #commits = 0;
  #asking: Promise<number> | undefined;
  #next: Promise<number> | undefined;

  /** `read` asks the database for its revision; `isAlone`: nobody but this process can write to it. */
  constructor(read: () => Promise<number>, isAlone: boolean) {
    this.#read = read;
    this.#isAlone = isAlone;
  }

  /**
   * A name for the state of the database: while it is the same, nothing has been written. It is of no earlier moment than
   * the question, so whoever was told that something is written gets another name than before.
   */
  async state(): Promise<string> {
    return `${await this.revision()}.${this.#uncounted}`;
  }

  /** How many writes were counted, as of no earlier moment than the question. */
  async revision(): Promise<number> {
    // While a commit is under way only the database knows whether it is through.
    const isCommitting = [...this.#open.keys()].some(({ ends }) => ends);
    if (this.#newest !== undefined && !isCommitting) return this.#newest;
    const commits = this.#commits;
    const revision = await this.#ask();
    if (this.#isAlone && this.#commits === commits) this.#newest = revision;
    return Math.max(revision, this.#newest ?? 0);
  }

  /** What was written from one revision to another; undefined where this process did not write all of it. */
  async between(from: number, to: number): Promise<Written | undefined> {
    const records = new Set<string>();
    const gone = new Set<string>();
    for (let revision = from + 1; revision <= to; revision++) {
      // Another connection may see a commit before the one that made it is told.
      for (const [{ counted }, ended] of this.#open)
        if (counted !== undefined && counted.first <= revision && revision <= counted.last) await ended;
      const written = this.#written.get(revision);
      if (written === undefined) return undefined;
      for (const key of written.records) records.add(key);
      for (const key of written.gone) gone.add(key);
    }
    return from <= to ? { records, gone } : undefined;
  }

  /** Runs a transaction, once reads that have the right of way are through; `work` gives its result and what its last attempt wrote. */
  async following<R>(work: (begin: (keys: WrittenKeys) => void) => Promise<R>): Promise<R> {
    await this.way.give();
    let last: WrittenKeys | undefined;
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const leave = (): void => {
      if (last !== undefined) this.#open.delete(last);
    };
    try {
      const result = await work((keys) => {
        leave();
        last = keys;
        this.#open.set(keys, ended);
      });
      if (last !== undefined) this.#committed(last);
      return result;
    } catch (error) {
      // It may have been committed all the same: a connection can break when the answer is on its way.
      this.#forget();
      if (last !== undefined && last.counted === undefined && mayHaveWritten(last)) this.gaps += 1;
      throw error;
    } finally {
      leave();
      end();
    }
  }

  #committed(keys: WrittenKeys): void {
    this.#commits += 1;
    const { counted, unknown } = keys;
    if (counted === undefined) {
      this.#uncounted += 1;
      if (mayHaveWritten(keys)) this.gaps += 1;
      return;
    }
    if (this.#isAlone) this.#newest = Math.max(this.#newest ?? 0, counted.last);
    if (unknown) return;
    for (let revision = counted.first; revision <= counted.last; revision++) {
      this.#written.set(revision, keys);
      this.#keys += sizeOf(keys);
    }
    for (const [revision, oldest] of this.#written) {
      if (this.#written.size <= mostRevisions && this.#keys <= mostKeys) break;
      this.#written.delete(revision);
      this.#keys -= sizeOf(oldest);
    }
  }

  /** The database is asked again. */
  #forget(): void {
    this.#commits += 1;
    this.#newest = undefined;
  }

  /** Of all that ask while the database is being asked, one asks next. */
  #ask(): Promise<number> {
    if (this.#asking === undefined) {
      this.#asking = this.#read().finally(() => {
        this.#asking = undefined;
      });
      return this.#asking;
    }
    this.#next ??= this.#asking
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.#ask();
      });
    return this.#next;
  }
}
