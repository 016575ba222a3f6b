// The embedded engine seen from the server: one child process, one queue of writes, a new child after a kill.
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EngineUnavailable } from '../errors.ts';
import { Copies } from './embedded-copies.ts';
import { EngineProcess, WriteConflict } from './embedded-process.ts';
import type { Batch, ChildOptions, Request } from './embedded-protocol.ts';
import { collectTyped, readTyped, rehearse, statementOf } from './embedded-query.ts';
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
import type { QueryAnswer } from './port.ts';

export interface EmbeddedSettings {
  kind: 'embedded';
  /** Holds the database and engine.json; made when it is missing. */
  folder: string;
  /** Milliseconds for each statement; 30,000 if absent. */
  deadlineMs?: number;
  /** Resident memory of the engine's process in megabytes; 2,048 if absent. */
  memoryMb?: number;
  /** The same of each process that runs typed statements; 1,024 if absent. */
  queryMemoryMb?: number;
}

/** For opening, committing and making indexes, which a kill would only make worse. */
const patienceMs = 300_000;
const attempts = 5;

export class EmbeddedEngine implements Engine {
  readonly dialect = 'embedded';
  readonly #options: ChildOptions;
  readonly #deadlineMs: number;
  readonly #log: Log | undefined;
  #process: EngineProcess | undefined;
  #starting: Promise<EngineProcess> | undefined;
  #isStarting = false;
  #writes: Promise<unknown> = Promise.resolve();
  #closed = false;
  #version = '';
  readonly #queryMemoryMb: number;
  readonly #copies: Copies;
  #commits = 0;

  private constructor(settings: EmbeddedSettings, log?: Log) {
    const memoryLimit = (settings.memoryMb ?? 2048) * (1 << 20);
    this.#options = { folder: resolve(settings.folder), memoryLimit };
    this.#deadlineMs = settings.deadlineMs ?? 30_000;
    this.#log = log;
    this.#queryMemoryMb = settings.queryMemoryMb ?? 1024;
    this.#copies = new Copies({
      folder: this.#copyFolder,
      memoryLimit: this.#queryMemoryMb * (1 << 20),
      save: (file) => this.#save(file),
      commits: () => this.#commits,
      log,
    });
  }

  /** Errors: EngineUnavailable when the folder is in use, damaged, of another version, or the binary is missing. */
  static async open(settings: EmbeddedSettings, log?: Log): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(settings, log);
    await engine.#running();
    // What a server that was killed has left; the folder is this one's alone now.
    await rm(engine.#copyFolder, { force: true, recursive: true });
    return engine;
  }

  get version(): string {
    return this.#version;
  }
  /** Of the child, for whoever must see it die. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async read(text: string, parameters: Parameters): Promise<Row[]> {
    const child = await this.#running();
    return this.#collect(child, { op: 'run', text, parameters });
  }

  async *stream(text: string, parameters: Parameters): AsyncGenerator<Row> {
    const child = await this.#running();
    let batch: Batch = await child.request({ op: 'run', text, parameters }, this.#deadlineMs);
    try {
      while (true) {
        yield* batch.rows;
        if (batch.cursor === undefined) return;
        batch = await child.request({ op: 'next', cursor: batch.cursor }, this.#deadlineMs);
      }
    } finally {
      if (batch.cursor !== undefined && !child.gone) {
        await child.request({ op: 'drop', cursor: batch.cursor }, this.#deadlineMs).catch(() => {});
      }
    }
  }

  query(typed: Typed): Promise<QueryAnswer> {
    if (this.#closed) return Promise.reject(new EngineUnavailable('The database is closed.'));
    return readTyped(this.#copies, statementOf(typed), typed.options, this.#queryMemoryMb);
  }

  transaction<T>(
    work: (tx: EngineTransaction) => Promise<T>,
    { durable = 'now', typed }: EngineTransactionOptions = {},
  ): Promise<T> {
    return this.#alone(async () => {
      // On a copy first: what takes too long or too much would cost the owner's process, and writes in flight with it.
      if (typed !== undefined)
        await rehearse(this.#copies, statementOf(typed), typed.options, this.#queryMemoryMb, (file) =>
          this.#copy(file),
        );
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#once(work, durable);
        } catch (error) {
          if (!(error instanceof WriteConflict)) throw error;
          if (attempt === attempts) {
            throw new EngineUnavailable('The database is busy with other writes.', { retryAfter: 1, cause: error });
          }
          await wait(10 * attempt);
        }
      }
    });
  }

  async flush(): Promise<void> {
    await this.#alone(async () => (await this.#running()).request({ op: 'flush' }, patienceMs));
  }

  async prepareIndexes(): Promise<void> {
    await this.#alone(async () => (await this.#running()).request({ op: 'text-index' }, patienceMs));
  }

  async searchText(words: readonly string[], limit: number, types: readonly string[]): Promise<string[]> {
    const child = await this.#running();
    return child.request({ op: 'text-search', words, limit, types }, this.#deadlineMs);
  }

  async ping(): Promise<void> {
    await this.read('RETURN 1 AS one', {});
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#copies.close();
    await this.#writes;
    const child = await this.#starting?.catch(() => undefined);
    if (!child || child.gone) return;
    await child
      .request({ op: 'close' }, patienceMs)
      .catch((error) => this.#log?.warn({ error }, 'The database did not close'));
    child.kill();
    await child.exited;
  }

  async #collect(child: EngineProcess, request: Request & { op: 'run' }): Promise<Row[]> {
    let batch = await child.request(request, this.#deadlineMs);
    const rows = batch.rows;
    while (batch.cursor !== undefined) {
      batch = await child.request({ op: 'next', cursor: batch.cursor }, this.#deadlineMs);
      for (const row of batch.rows) rows.push(row);
    }
    return rows;
  }

  get #copyFolder(): string {
    return join(this.#options.folder, 'copies');
  }

  /** Copies what is committed; only between two writes. */
  async #copy(file: string): Promise<number> {
    const commits = this.#commits;
    await (await this.#running()).request({ op: 'save', file }, patienceMs);
    return commits;
  }

  #save(file: string): Promise<number> {
    return this.#alone(() => this.#copy(file));
  }

  async #once<T>(work: (tx: EngineTransaction) => Promise<T>, durable: 'now' | 'later'): Promise<T> {
    const child = await this.#running();
    const tx = await child.request({ op: 'begin' }, this.#deadlineMs);
    // One statement after the other, and none after one that failed: the engine would carry on with half of it.
    let last: Promise<unknown> = Promise.resolve();
    const run = (text: string, parameters: Parameters): Promise<Row[]> => {
      const rows = last.then(() => this.#collect(child, { op: 'run', text, parameters, tx }));
      last = rows;
      rows.catch(() => {});
      return rows;
    };
    const query = async (typed: Typed): Promise<Collected> => {
      await last;
      const collected = collectTyped(child, statementOf(typed), tx, this.#deadlineMs);
      last = collected;
      return collected;
    };
    try {
      const result = await work({ run, query });
      await last;
      this.#commits += 1;
      await child.request({ op: 'commit', tx, durable }, patienceMs);
      return result;
    } catch (error) {
      await last.catch(() => {});
      if (!child.gone) await child.request({ op: 'rollback', tx }, patienceMs).catch(() => {});
      throw error;
    }
  }

  /** Runs one writer after the other. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writes.then(work);
    this.#writes = turn.catch(() => {});
    return turn;
  }

  /** The child that is running, or a new one. */
  #running(): Promise<EngineProcess> {
    if (this.#closed) return Promise.reject(new EngineUnavailable('The database is closed.'));
    const current = this.#starting;
    // While one starts, nobody starts another: the folder takes one process.
    if (current && (this.#isStarting || !this.#process?.gone)) return current;
    this.#isStarting = true;
    const starting = this.#start().finally(() => {
      this.#isStarting = false;
    });
    this.#starting = starting;
    starting.catch(() => {
      if (this.#starting === starting) this.#starting = undefined;
    });
    return starting;
  }

  async #start(): Promise<EngineProcess> {
    const before = this.#process;
    if (before) {
      // Until it is gone for good, the one before holds the lock of the folder.
      await before.exited;
      this.#log?.warn({ stderr: before.stderr }, 'Starting the embedded database again');
    }
    const child = new EngineProcess(this.#options);
    this.#process = child;
    try {
      const { version } = await child.open(this.#options, patienceMs);
      this.#version = version;
      return child;
    } catch (error) {
      child.kill();
      await child.exited;
      throw error;
    }
  }
}
