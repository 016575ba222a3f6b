// The embedded engine seen from the server: one process that owns the database, one queue of writes, copies for typed statements.
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EngineUnavailable } from '../errors.ts';
import { Copies } from './embedded-copies.ts';
import { Owner, patienceMs } from './embedded-owner.ts';
import { type EngineProcess, WriteConflict } from './embedded-process.ts';
import type { Batch, Request } from './embedded-protocol.ts';
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
import type { QueryAnswer, Vitals } from './port.ts';

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

const attempts = 5;

/** Of a process on Linux, in pages of 4 KB; null elsewhere, and of one that is gone. */
function residentBytes(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return null;
  }
}

export class EmbeddedEngine implements Engine {
  readonly dialect = 'embedded';
  readonly #owner: Owner;
  readonly #copyFolder: string;
  readonly #copies: Copies;
  readonly #deadlineMs: number;
  readonly #queryMemoryMb: number;
  #writes: Promise<unknown> = Promise.resolve();
  #commits = 0;
  #closed = false;

  private constructor(settings: EmbeddedSettings, log?: Log) {
    const folder = resolve(settings.folder);
    this.#owner = new Owner({ folder, memoryLimit: (settings.memoryMb ?? 2048) * (1 << 20) }, log);
    this.#deadlineMs = settings.deadlineMs ?? 30_000;
    this.#copyFolder = join(folder, 'copies');
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
    await engine.#owner.running();
    // What a server that was killed has left; the folder is this one's alone now.
    await rm(engine.#copyFolder, { force: true, recursive: true });
    return engine;
  }

  get version(): string {
    return this.#owner.version;
  }
  /** Of the child, for whoever must see it die. */
  get pid(): number | undefined {
    return this.#owner.pid;
  }

  vitals(): Vitals {
    const { pid, restarts } = this.#owner;
    return { residentBytes: pid === undefined ? null : residentBytes(pid), restarts };
  }

  read(text: string, parameters: Parameters): Promise<Row[]> {
    return this.#owner.use((child) => this.#collect(child, { op: 'run', text, parameters }));
  }

  async *stream(text: string, parameters: Parameters): AsyncGenerator<Row> {
    const { child, leave } = await this.#owner.enter();
    let cursor: number | undefined;
    try {
      let batch: Batch = await child.request({ op: 'run', text, parameters }, this.#deadlineMs);
      while (true) {
        cursor = batch.cursor;
        yield* batch.rows;
        if (cursor === undefined) return;
        batch = await child.request({ op: 'next', cursor }, this.#deadlineMs);
      }
    } finally {
      if (cursor !== undefined && !child.gone) {
        await child.request({ op: 'drop', cursor }, this.#deadlineMs).catch(() => {});
      }
      leave();
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
        await rehearse(this.#copies, statementOf(typed), typed.options, (file) => this.#copyForRehearsal(file));
      for (let attempt = 1; ; attempt++) {
        try {
          const { result, resident } = await this.#owner.use((child) => this.#once(child, work, durable));
          await this.#owner.renewOver(resident);
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
    await this.#alone(() => this.#owner.use((child) => child.request({ op: 'flush' }, patienceMs)));
  }

  async prepareIndexes(): Promise<void> {
    await this.#alone(() => this.#owner.use((child) => child.request({ op: 'text-index' }, patienceMs)));
  }

  async searchText(words: readonly string[], limit: number, types: readonly string[]): Promise<string[]> {
    return this.#owner.use((child) => child.request({ op: 'text-search', words, limit, types }, this.#deadlineMs));
  }

  async ping(): Promise<void> {
    await this.read('RETURN 1 AS one', {});
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#copies.close();
    await this.#writes;
    await this.#owner.close();
  }

  async #collect(
    child: EngineProcess,
    request: Request & { op: 'run' },
    deadlineMs = this.#deadlineMs,
  ): Promise<Row[]> {
    let batch = await child.request(request, deadlineMs);
    const rows = batch.rows;
    while (batch.cursor !== undefined) {
      batch = await child.request({ op: 'next', cursor: batch.cursor }, this.#deadlineMs);
      for (const row of batch.rows) rows.push(row);
    }
    return rows;
  }

  /** Copies what is committed; only between two writes. */
  async #copy(file: string): Promise<number> {
    const commits = this.#commits;
    await this.#owner.use((child) => child.request({ op: 'save', file }, patienceMs));
    return commits;
  }

  /** The same; gives the room in memory, in bytes, that the statement will have in the owner's process. */
  #copyForRehearsal(file: string): Promise<number> {
    return this.#owner.use(async (child) => child.room(await child.request({ op: 'save', file }, patienceMs)));
  }

  #save(file: string): Promise<number> {
    return this.#alone(() => this.#copy(file));
  }

  async #once<T>(
    child: EngineProcess,
    work: (tx: EngineTransaction) => Promise<T>,
    durable: 'now' | 'later',
  ): Promise<{ result: T; resident: number }> {
    const tx = await child.request({ op: 'begin' }, this.#deadlineMs);
    // The child runs one after the other, and none after one that failed: the engine would carry on with half of it.
    let last: Promise<unknown> = Promise.resolve();
    let underWay = 0;
    const run = async (text: string, parameters: Parameters): Promise<Row[]> => {
      const before = last;
      // It waits for those before it.
      const rows = this.#collect(child, { op: 'run', text, parameters, tx }, ++underWay * this.#deadlineMs);
      last = Promise.all([before, rows]);
      last.catch(() => {});
      try {
        await before;
        return await rows;
      } finally {
        underWay--;
      }
    };
    const query = async (typed: Typed): Promise<Collected> => {
      await last;
      // It has kept within its own time limit on a copy. Here its deadline costs everything in flight, so it has twice that.
      const deadlineMs = 2 * Math.max(this.#deadlineMs, typed.options.timeoutMs);
      const collected = collectTyped(child, statementOf(typed), tx, deadlineMs);
      last = collected;
      return collected;
    };
    try {
      const result = await work({ run, query });
      await last;
      this.#commits += 1;
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
}
