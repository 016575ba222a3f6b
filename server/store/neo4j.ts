// The Neo4j adapter: writes in managed transactions, reads under the READ access mode, both tried again where that may
// help, streamed rows, lossless numbers.
import { setTimeout as wait } from 'node:timers/promises';
import neo4j, {
  type BookmarkManager,
  type Driver,
  type Record as Neo4jRecord,
  type Result,
  type Session,
} from 'neo4j-driver';
import pLimit, { type LimitFunction } from 'p-limit';
import { EngineUnavailable } from '../errors.ts';
import { seenNow } from '../seen.ts';
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
import { type Address, isOfAnother, neo4jError } from './neo4j-errors.ts';
import { driverParameters } from './neo4j-parameters.ts';
import { collectTyped, readTyped, typedError } from './neo4j-query.ts';
import { firstRows } from './neo4j-rows.ts';
import { asSent } from './neo4j-sent.ts';
import { greets, Silence, Silent } from './neo4j-silence.ts';
import { fromNeo4j } from './neo4j-values.ts';
import { isSupported, oldestNeo4j } from './neo4j-version.ts';
import type { QueryAnswer } from './port.ts';

export interface Neo4jSettings {
  kind: 'neo4j';
  /** bolt:// or neo4j://, with +s or +ssc for encryption. */
  uri: string;
  user?: string | undefined;
  /** Without one no credentials are sent. */
  password?: string | undefined;
  /** The home database of the user if absent. */
  database?: string | undefined;
  /** Milliseconds for each read; 30,000 if absent. A transaction that writes has ten times as long. */
  deadlineMs?: number;
  /** Megabytes of a typed statement's rows that may wait in this process; no limit if absent. */
  queryMemoryMb?: number;
}

// Short, so that a Neo4j that is down is told within seconds: the driver tries once more after one, and opens new
// connections by itself when it is back.
const connectMs = 3000;
const retryMs = 800;
/** Milliseconds between a read that broke off and the second try: as the driver's own before a transaction's. */
const pauseMs = 1000;
/**
 * Reads under way. Hundreds at once do not end sooner, only later all together, and a transaction that writes beside them
 * would have a small share of the database.
 */
const readsAtOnce = 16;
/** After so long without an answer it is asked whether it answers at all, and after so long of silence it is taken for gone. */
const [lookMs, silentMs] = [3000, 15_000];
/** How often a transaction that got into a deadlock with another is run in all. */
const attempts = 5;
const fetchSize = 1000;

export interface Neo4jStatements {
  awaitIndexes: string;
  textSearch: string;
}

export class Neo4jEngine implements Engine {
  readonly dialect = 'neo4j';
  readonly version: string;
  #driver: Driver;
  readonly #silence: Silence;
  readonly #settings: Neo4jSettings;
  readonly #statements: Neo4jStatements;
  readonly #deadlineMs: number;
  /**
   * Through neo4j:// whoever answers a read may lag behind whoever took the last write: each read waits for what this
   * process has written. At bolt:// there is one machine only.
   */
  #bookmarks: BookmarkManager | undefined;
  readonly #reads: LimitFunction;

  private constructor(driver: Driver, settings: Neo4jSettings, statements: Neo4jStatements, version: string) {
    this.#driver = driver;
    this.#settings = settings;
    this.#statements = statements;
    this.#deadlineMs = settings.deadlineMs ?? 30_000;
    this.version = version;
    // Of a cluster one member may be stuck: reads of the others are not to wait behind its.
    this.#reads = pLimit(this.#isRouted ? Number.POSITIVE_INFINITY : readsAtOnce);
    this.#silence = new Silence({
      // Of a cluster the driver knows whom else to ask.
      ask: async () => this.#isRouted || (await greets(settings.uri, connectMs)),
      lookMs,
      patienceMs: silentMs,
      onSilent: () => this.#connectAnew(),
    });
    this.#forget();
  }

  /** Errors: EngineUnavailable that names the variable to check. */
  static async open(settings: Neo4jSettings, statements: Neo4jStatements, log?: Log): Promise<Neo4jEngine> {
    const { uri, user = 'neo4j', database } = settings;
    const driver = driverOf(settings);
    try {
      const { agent, address } = await driver.getServerInfo(database === undefined ? {} : { database });
      const version = agent?.replace(/^Neo4j\//, '') ?? 'unknown';
      if (!isSupported(version)) {
        throw new EngineUnavailable(`Neo4j at ${uri} is version ${version}.`, {
          detail: `Hearsay needs Neo4j ${oldestNeo4j} or later: upgrade it, or unset NEO4J_URI to use the embedded engine.`,
        });
      }
      log?.info({ address, version }, 'Connected to Neo4j');
      return new Neo4jEngine(driver, settings, statements, version);
    } catch (error) {
      await driver.close();
      throw neo4jError(error, { uri, user, database });
    }
  }

  read(text: string, parameters: Parameters): Promise<Row[]> {
    // Not in a managed transaction, which takes three messages to the database for one statement.
    const reading = this.#reads(() =>
      this.#session('READ', (session) =>
        twice(() =>
          collect((sent) => session.run(sent.text, sent.values, { timeout: this.#deadlineMs }), text, parameters),
        ),
      ),
    );
    // Where the database falls silent those who wait for their turn are told as well.
    return this.#silence.during(reading).catch((error: unknown) => {
      throw error instanceof Silent ? this.#told(error) : error;
    });
  }

  query(typed: Typed): Promise<QueryAnswer> {
    return readTyped(() => this.#open('READ', { notifications: 'INFORMATION', rows: firstRows }), typed, {
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
        return await this.#session('WRITE', (session) => this.#once(session, work, typed));
      } catch (error) {
        if (!isDeadlock(error) || attempt === attempts) {
          throw typed === undefined ? error : this.#typedError(error, typed);
        }
        await wait(100 * attempt * Math.random());
      }
    }
  }

  async *stream(text: string, parameters: Parameters): AsyncGenerator<Row> {
    const session = this.#open('READ');
    try {
      const sent = asSent(text, parameters);
      for await (const record of session.run(sent.text, sent.values, { timeout: this.#deadlineMs }))
        yield rowOf(record);
    } catch (error) {
      throw this.#told(error);
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
    await this.#session('READ', (session) => session.run('RETURN 1 AS one', {}, { timeout: this.#deadlineMs }));
  }

  async close(): Promise<void> {
    await this.#driver.close();
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
        const driver = this.#driver;
        // An error that `work` swallowed is thrown at the end: half of the work must not be committed.
        let failure: { error: unknown } | undefined;
        const watch = async <R>(running: Promise<R>): Promise<R> => {
          try {
            const answer = await running;
            // A database that was silent is back; whoever asked was told so, and what is not committed yet is not to be.
            if (this.#driver !== driver) throw new Silent('The database was silent.');
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
    return typedError(error, options.timeoutMs, (other) => this.#told(other));
  }

  #told(error: unknown): unknown {
    if (isOfAnother(error)) this.#forget();
    return neo4jError(error, this.#address());
  }

  /** What was written is not to be waited for: nothing was, or the database is not the one in which it was. */
  #forget(): void {
    this.#bookmarks = this.#isRouted ? neo4j.bookmarkManager() : undefined;
    const seen = seenNow();
    if (seen !== undefined) seen.given = [];
  }

  get #isRouted(): boolean {
    return this.#settings.uri.startsWith('neo4j');
  }

  /** Its connections wait for what does not come; when it is back, nothing of theirs may go on. */
  #connectAnew(): void {
    this.#reads.clearQueue();
    const before = this.#driver;
    this.#driver = driverOf(this.#settings);
    void before.close().catch(() => {});
  }

  #address(): Address {
    const { uri, user, database } = this.#settings;
    return { uri, user, database };
  }

  #open(
    mode: 'READ' | 'WRITE',
    { notifications = 'OFF', rows = fetchSize }: { notifications?: 'OFF' | 'INFORMATION'; rows?: number } = {},
  ): Session {
    const { database } = this.#settings;
    const bookmarkManager = this.#bookmarks;
    return this.#driver.session({
      defaultAccessMode: mode,
      fetchSize: rows,
      notificationFilter: { minimumSeverityLevel: notifications },
      ...(bookmarkManager === undefined ? {} : { bookmarkManager, bookmarks: [...(seenNow()?.given ?? [])] }),
      ...(database === undefined ? {} : { database }),
    });
  }

  async #session<T>(
    mode: 'READ' | 'WRITE',
    work: (session: Session) => Promise<T>,
    isAgain = this.#bookmarks === undefined,
  ): Promise<T> {
    const driver = this.#driver;
    const session = this.#open(mode);
    const seen = seenNow();
    try {
      const done = await this.#silence.during(work(session));
      if (mode === 'WRITE' && seen !== undefined && this.#bookmarks !== undefined) seen.made = session.lastBookmarks();
      return done;
    } catch (error) {
      const told = this.#told(error);
      // Nothing was run of it.
      if (isOfAnother(error) && !isAgain) return await this.#session(mode, work, true);
      throw told;
    } finally {
      // A connection that broke cannot be closed politely, and a silent one not at all; the error above is the one that counts.
      const closed = session.close().catch(() => {});
      // Of connections that were given up nobody learns when they are closed.
      if (this.#driver === driver) await this.#silence.during(closed).catch(() => {});
    }
  }
}

function driverOf({ uri, user = 'neo4j', password }: Neo4jSettings): Driver {
  const credentials = password === undefined ? undefined : neo4j.auth.basic(user, password);
  return neo4j.driver(uri, credentials, {
    connectionTimeout: connectMs,
    // Longer: it is also the wait for a free connection when many ask at once.
    connectionAcquisitionTimeout: 10_000,
    maxTransactionRetryTime: retryMs,
    fetchSize,
    useBigInt: true,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
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
