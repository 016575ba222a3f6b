// The Neo4j adapter: writes in managed transactions, reads under the READ access mode, both tried again where that may
// help, streamed rows, lossless numbers.
import { setTimeout as wait } from 'node:timers/promises';
import neo4j, { type Record as Neo4jRecord, type Result, type Session } from 'neo4j-driver';
import pLimit, { type LimitFunction } from 'p-limit';
import type {
  Collected,
  Engine,
  EngineTransaction,
  EngineTransactionOptions,
  Log,
  Parameters,
  Row,
  Typed,
} from './engine.ts';
import { mapInPieces } from './in-pieces.ts';
import { driverParameters } from './neo4j-parameters.ts';
import { collectTyped, readTyped, typedError } from './neo4j-query.ts';
import { firstRows } from './neo4j-rows.ts';
import { asSent } from './neo4j-sent.ts';
import { Neo4jSessions, type Neo4jSettings, retryMs } from './neo4j-sessions.ts';
import { Silent } from './neo4j-silence.ts';
import { fromNeo4j } from './neo4j-values.ts';
import type { QueryAnswer } from './port.ts';

/** Milliseconds between a read that broke off and the second try: as the driver's own before a transaction's. */
const pauseMs = 1000;
/**
 * Reads under way. Hundreds at once do not end sooner, only later all together, and a transaction that writes beside them
 * would have a small share of the database.
 */
const readsAtOnce = 16;
/** How often a transaction that got into a deadlock with another is run in all. */
const attempts = 5;

export interface Neo4jStatements {
  awaitIndexes: string;
  textSearch: string;
}

export class Neo4jEngine implements Engine {
  readonly dialect = 'neo4j';
  readonly version: string;
  readonly #settings: Neo4jSettings;
  readonly #sessions: Neo4jSessions;
  readonly #statements: Neo4jStatements;
  readonly #deadlineMs: number;
  readonly #reads: LimitFunction;

  private constructor(
    settings: Neo4jSettings,
    { sessions, reads, version }: { sessions: Neo4jSessions; reads: LimitFunction; version: string },
    statements: Neo4jStatements,
  ) {
    this.#settings = settings;
    this.#sessions = sessions;
    this.#statements = statements;
    this.#deadlineMs = settings.deadlineMs ?? 30_000;
    this.#reads = reads;
    this.version = version;
  }

  /** Errors: EngineUnavailable that names the variable to check. */
  static async open(settings: Neo4jSettings, statements: Neo4jStatements, log?: Log): Promise<Neo4jEngine> {
    const reads = pLimit(readsAtOnce);
    const sessions = new Neo4jSessions(settings, () => reads.clearQueue());
    // Of a cluster one member may be stuck: reads of the others are not to wait behind its.
    if (sessions.isRouted) reads.concurrency = Number.POSITIVE_INFINITY;
    const version = await sessions.greet(log);
    return new Neo4jEngine(settings, { sessions, reads, version }, statements);
  }

  read(text: string, parameters: Parameters): Promise<Row[]> {
    // Not in a managed transaction, which takes three messages to the database for one statement.
    const reading = this.#reads(() =>
      this.#sessions.with('READ', (session) =>
        twice(() =>
          collect((sent) => session.run(sent.text, sent.values, { timeout: this.#deadlineMs }), text, parameters),
        ),
      ),
    );
    // Where the database falls silent those who wait for their turn are told as well.
    return this.#sessions.answered(reading).catch((error: unknown) => {
      throw error instanceof Silent ? this.#sessions.told(error) : error;
    });
  }

  query(typed: Typed): Promise<QueryAnswer> {
    return readTyped(() => this.#sessions.open('READ', { notifications: 'INFORMATION', rows: firstRows }), typed, {
      toError: (error) => this.#typedError(error, typed),
      memoryMb: this.#settings.queryMemoryMb,
    });
  }

  async transaction<T>(
    work: (tx: EngineTransaction) => Promise<T>,
    { typed }: EngineTransactionOptions = {},
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#sessions.with('WRITE', (session) => this.#once(session, work, typed));
      } catch (error) {
        if (!isDeadlock(error) || attempt === attempts) {
          throw typed === undefined ? error : this.#typedError(error, typed);
        }
        await wait(100 * attempt * Math.random());
      }
    }
  }

  async *stream(text: string, parameters: Parameters): AsyncGenerator<Row> {
    const session = this.#sessions.open('READ');
    try {
      const sent = asSent(text, parameters);
      for await (const record of session.run(sent.text, sent.values, { timeout: this.#deadlineMs }))
        yield rowOf(record);
    } catch (error) {
      throw this.#sessions.told(error);
    } finally {
      await session.close();
    }
  }

  /** Nothing to do: Neo4j acknowledges a commit when its log is on disk. */
  async flush(): Promise<void> {}

  async prepareIndexes(): Promise<void> {
    await this.read(this.#statements.awaitIndexes, {});
  }

  async searchText(words: readonly string[], limit: number, types: readonly string[]): Promise<string[]> {
    // Quoted, no word is an operator of Lucene's; folded words hold letters and digits only, whoever calls.
    const query = words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' AND ');
    const rows = await this.read(this.#statements.textSearch, { query, limit, types: [...types] });
    return rows.map((row) => String(row.key));
  }

  async ping(): Promise<void> {
    // Outside of a managed transaction: who asks whether it answers wants to know about now.
    await this.#sessions.with('READ', (session) => session.run('RETURN 1 AS one', {}, { timeout: this.#deadlineMs }));
  }

  async close(): Promise<void> {
    await this.#sessions.close();
  }

  async #once<T>(session: Session, work: (tx: EngineTransaction) => Promise<T>, typed: Typed | undefined): Promise<T> {
    const signal = typed?.options.signal;
    // Closing it in the middle resets the connection, at which Neo4j ends the transaction.
    const cancel = (): void => void session.close().catch(() => {});
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await this.#inTransaction(session, work, typed?.options.timeoutMs ?? 10 * this.#deadlineMs);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  #inTransaction<T>(session: Session, work: (tx: EngineTransaction) => Promise<T>, timeout: number): Promise<T> {
    return session.executeWrite(
      async (tx) => {
        const { connection } = this.#sessions;
        // An error that `work` swallowed is thrown at the end: half of the work must not be committed.
        let failure: { error: unknown } | undefined;
        const watch = async <R>(running: Promise<R>): Promise<R> => {
          try {
            const answer = await running;
            // A database that was silent is back; whoever asked was told so, and what is not committed yet is not to be.
            if (this.#sessions.connection !== connection) throw new Silent('The database was silent.');
            return answer;
          } catch (error) {
            failure ??= { error };
            throw error;
          }
        };
        const query = ({ text, parameters, ...rest }: Typed): Promise<Collected> =>
          collectTyped(tx.run(text, driverParameters(parameters)), { text, parameters, ...rest });
        const result = await work({
          run: (text, parameters) => watch(collect((sent) => tx.run(sent.text, sent.values), text, parameters)),
          query: (typed) => watch(query(typed)),
        });
        if (failure) throw failure.error;
        return result;
      },
      { timeout },
    );
  }

  #typedError(error: unknown, { options }: Typed): unknown {
    return typedError(error, options.timeoutMs, (other) => this.#sessions.told(other));
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof neo4j.Neo4jError && error.code.includes('DeadlockDetected');
}

function rowOf(record: Neo4jRecord): Row {
  return Object.fromEntries(record.keys.map((key) => [key, fromNeo4j(record.get(key))])) as Row;
}

/** Tries again after a pause where the connection broke or the database says that it may help. */
async function twice<T>(read: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await read();
  } catch (error) {
    if (!neo4j.isRetryableError(error) || performance.now() - began > retryMs) throw error;
    await wait(pauseMs);
    return read();
  }
}

type Sent = ReturnType<typeof asSent>;

async function collect(run: (sent: Sent) => Result, text: string, parameters: Parameters): Promise<Row[]> {
  const { records } = await run(asSent(text, parameters));
  return mapInPieces(records, rowOf);
}
