// The embedded engine seen from the server: one child process, one queue of writes, a new child after a kill.
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EngineUnavailable } from '../errors.ts';
import { EngineProcess, WriteConflict } from './embedded-process.ts';
import type { Batch, ChildOptions, Request } from './embedded-protocol.ts';
import type { Engine, EngineTransaction, Log, Parameters, Row } from './engine.ts';
import type { TransactionOptions } from './port.ts';

export interface EmbeddedSettings {
  kind: 'embedded';
  /** Holds the database and engine.json; made when it is missing. */
  folder: string;
  /** Milliseconds for each statement; 30,000 if absent. */
  deadlineMs?: number;
  /** Resident memory of the engine's process in megabytes; 2,048 if absent. */
  memoryMb?: number;
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
  /** Reads, streams and transactions that are not at their end: while there are any, the process is not exchanged. */
  #underWay = 0;
  #version = '';

  private constructor(settings: EmbeddedSettings, log?: Log) {
    const memoryLimit = (settings.memoryMb ?? 2048) * (1 << 20);
    this.#options = { folder: resolve(settings.folder), memoryLimit };
    this.#deadlineMs = settings.deadlineMs ?? 30_000;
    this.#log = log;
  }

  /** Errors: EngineUnavailable when the folder is in use, damaged, of another version, or the binary is missing. */
  static async open(settings: EmbeddedSettings, log?: Log): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(settings, log);
    await engine.#running();
    return engine;
  }

  get version(): string {
    return this.#version;
  }
  /** Of the child, for whoever must see it die. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  read(text: string, parameters: Parameters): Promise<Row[]> {
    return this.#counted(async () => this.#collect(await this.#running(), { op: 'run', text, parameters }));
  }

  async *stream(text: string, parameters: Parameters): AsyncGenerator<Row> {
    this.#underWay++;
    try {
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
    } finally {
      this.#underWay--;
    }
  }

  transaction<T>(
    work: (tx: EngineTransaction) => Promise<T>,
    { durable = 'now' }: TransactionOptions = {},
  ): Promise<T> {
    return this.#alone(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          const { result, resident } = await this.#counted(() => this.#once(work, durable));
          await this.#renewOver(resident);
          return result;
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
    return this.#counted(async () =>
      (await this.#running()).request({ op: 'text-search', words, limit, types }, this.#deadlineMs),
    );
  }

  async ping(): Promise<void> {
    await this.read('RETURN 1 AS one', {});
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#writes;
    const child = await this.#starting?.catch(() => undefined);
    if (child && !child.gone) await this.#end(child);
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

  async #counted<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await work();
    } finally {
      this.#underWay--;
    }
  }

  /** Opens the database in a new process where the one that holds it has grown; not while it is asked something. */
  async #renewOver(resident: number): Promise<void> {
    const child = this.#process;
    if (this.#underWay > 0 || child === undefined || child.gone || !child.hasGrown(resident)) return;
    this.#log?.info({ resident }, 'Opening the embedded database anew, to give back memory');
    const ended = this.#end(child).then(() => {
      this.#process = undefined;
    });
    // What was written is committed: that the database does not open again is told to whoever asks next.
    await this.#begin(ended).catch((error) => this.#log?.warn({ error }, 'The database did not open again'));
  }

  /** Closes the database and waits until its process is gone. */
  async #end(child: EngineProcess): Promise<void> {
    await child
      .request({ op: 'close' }, patienceMs)
      .catch((error) => this.#log?.warn({ error }, 'The database did not close'));
    child.kill();
    await child.exited;
  }

  async #once<T>(
    work: (tx: EngineTransaction) => Promise<T>,
    durable: 'now' | 'later',
  ): Promise<{ result: T; resident: number }> {
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
    try {
      const result = await work({ run });
      await last;
      const resident = await child.request({ op: 'commit', tx, durable }, patienceMs);
      return { result, resident };
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
    return this.#begin();
  }

  /** Starts a process when the one before has ended; who asks from now on waits for it. */
  #begin(ended: Promise<unknown> = Promise.resolve()): Promise<EngineProcess> {
    this.#isStarting = true;
    const starting = ended
      .then(() => this.#start())
      .finally(() => {
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
      this.#version = await child.open(this.#options, patienceMs);
      return child;
    } catch (error) {
      child.kill();
      await child.exited;
      throw error;
    }
  }
}
