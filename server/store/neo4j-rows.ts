// The rows of a typed statement on their way from Neo4j: written as text while they come in, and a slow reader slows the database.
import type { Record as Neo4jRecord, Result, ResultSummary } from 'neo4j-driver';
import { LimitExceeded } from '../errors.ts';
import { narrower } from './deadline.ts';
import type { Typed } from './engine.ts';
import { outcomeOf } from './neo4j-summary.ts';
import { Neo4jText } from './neo4j-typed.ts';
import type { QueryOutcome, RowBatch } from './port.ts';
import { plainText, typedText } from './value-text.ts';

/** As much as is written to a connection at once. */
const batchLength = 64 * 1024;
const batchRows = 1000;
/** Batches that wait to be read before the database is asked to pause; it sends what it was asked for before. */
const mostWaiting = 8;
/**
 * Rows that the database is asked for at first and at most. It sends them all, even to who pauses meanwhile, so no more
 * are asked for than make about so much text, by the largest that came last.
 */
export const firstRows = 10;
const mostRows = 1000;
const askedLength = 1024 * 1024;

/**
 * The driver's own iterator takes twice its time for a row (377 ms of processor time against 109 for 100,000 rows), and
 * its public subscription cannot be paused. This is the subscription that the iterator is built on.
 */
interface Subscription {
  pause(): void;
  resume(): void;
  /** Read anew whenever the driver asks for more. */
  _fetchSize: number;
}
interface Subscribable {
  _subscribe(observer: Observer): Promise<Subscription>;
}
interface Observer {
  onKeys(keys: string[]): void;
  onNext(record: Neo4jRecord): void;
  onCompleted(summary: ResultSummary): void;
  onError(error: unknown): void;
}

/** The rows of a result on their way: written as they come in, kept until they are read. */
export class Rows implements Observer {
  readonly #text: Neo4jText;
  readonly #limit: number;
  readonly #ready: RowBatch[] = [];
  #lines = '';
  #rows = 0;
  #all = 0;
  #columns: string[] = [];
  #summary: ResultSummary | undefined;
  #failure: { error: unknown } | undefined;
  #truncated = false;
  #subscription: Subscription | undefined;
  #paused = false;
  /** Characters of rows that wait to be read. */
  #waiting = 0;
  readonly #mostWaiting: number;
  /** Rows that the database was asked for in all, and the longest of those asked for last. */
  #asked = firstRows;
  #longest = 1;
  #wake: (() => void) | undefined;
  /** A read pauses for a slow reader and stops at the limit; of a write everything is taken. */
  readonly #pausing: boolean;
  readonly columns: Promise<readonly string[]>;
  #gotColumns: (columns: string[]) => void = () => {};
  #noColumns: (error: unknown) => void = () => {};

  /** `memoryMb` is how much of the rows may wait; over it the answer fails. */
  constructor({ options: { form, rowLimit } }: Typed, pausing: boolean, memoryMb = Number.POSITIVE_INFINITY) {
    this.#mostWaiting = memoryMb * (1 << 20);
    this.#text = new Neo4jText(form === 'typed' ? typedText : plainText);
    this.#limit = rowLimit;
    this.#pausing = pausing;
    this.columns = new Promise((resolve, reject) => {
      this.#gotColumns = resolve;
      this.#noColumns = reject;
    });
    this.columns.catch(() => {});
  }

  /** Begins to read; what goes wrong comes out of `columns` or `next`. */
  from(result: Result): this {
    const subscribable = result as unknown as Subscribable;
    subscribable._subscribe(this).then(
      (subscription) => {
        this.#subscription = subscription;
      },
      (error) => this.onError(error),
    );
    return this;
  }

  onKeys(keys: string[]): void {
    this.#columns = keys;
    this.#gotColumns(keys);
  }

  onNext(record: Neo4jRecord): void {
    if (this.#failure !== undefined) return;
    if (this.#all === this.#limit) {
      this.#truncated = true;
      this.#wake?.();
      return;
    }
    this.#all += 1;
    this.#rows += 1;
    let line = '[';
    try {
      for (let at = 0; at < this.#columns.length; at++) {
        line += at === 0 ? this.#text.value(record.get(at)) : `,${this.#text.value(record.get(at))}`;
      }
    } catch (error) {
      // Thrown on, it would end the connection and be told as the driver's own failure.
      this.#fail(error);
      return;
    }
    this.#lines += `${line}]\n`;
    this.#waiting += line.length + 2;
    if (this.#waiting > this.#mostWaiting) {
      const megabytes = this.#mostWaiting / (1 << 20);
      const title = `The statement was stopped: its rows took more than ${megabytes} MB of the server’s memory.`;
      this.#fail(new LimitExceeded('memory-limit', title, { detail: narrower }));
      return;
    }
    this.#longest = Math.max(this.#longest, line.length);
    if (this.#all === this.#asked) this.#askFor();
    if (this.#rows >= batchRows || this.#lines.length >= batchLength) this.#flush(false);
  }

  /** How many rows the driver asks for next: what it asked for has come. */
  #askFor(): void {
    const rows = Math.max(1, Math.min(mostRows, Math.floor(askedLength / this.#longest)));
    this.#asked += rows;
    this.#longest = 1;
    if (this.#subscription !== undefined) this.#subscription._fetchSize = rows;
  }

  /** Of what came before the failure nothing is kept. */
  #fail(error: unknown): void {
    this.#ready.length = 0;
    this.#lines = '';
    this.#subscription?.pause();
    this.onError(error);
  }

  onCompleted(summary: ResultSummary): void {
    this.#summary = summary;
    this.#gotColumns(this.#columns);
    this.#wake?.();
  }

  onError(error: unknown): void {
    this.#failure ??= { error };
    this.#noColumns(error);
    this.#wake?.();
  }

  async next(): Promise<RowBatch | QueryOutcome> {
    for (;;) {
      const batch = this.#ready.shift();
      if (batch !== undefined) {
        this.#waiting -= batch.lines.length;
        if (this.#paused && !this.#isFull()) this.#resume();
        return batch;
      }
      if (this.#failure !== undefined) throw this.#failure.error;
      // What a statement writes with the rows beyond the limit is written, so its end is waited for.
      const over = this.#summary !== undefined || (this.#truncated && this.#pausing);
      if (over && this.#rows > 0) this.#flush(true);
      else if (over) return this.#outcome();
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
      }
    }
  }

  #outcome(): QueryOutcome {
    if (this.#summary !== undefined) return outcomeOf(this.#summary, this.#truncated);
    return { truncated: true, counters: {}, notifications: [], plan: null };
  }

  #flush(last: boolean): void {
    this.#ready.push({ rows: this.#rows, lines: this.#lines, last });
    this.#rows = 0;
    this.#lines = '';
    if (this.#pausing && !last && this.#isFull() && !this.#paused) {
      this.#paused = true;
      this.#subscription?.pause();
    }
    this.#wake?.();
  }

  #isFull(): boolean {
    return this.#ready.length >= mostWaiting || this.#waiting >= mostWaiting * batchLength;
  }

  #resume(): void {
    this.#paused = false;
    this.#subscription?.resume();
  }
}

export const isOutcome = (next: RowBatch | QueryOutcome): next is QueryOutcome => 'counters' in next;
