// Processes that each have a copy of the embedded database to themselves, for statements that people type.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineUnavailable } from '../errors.ts';
import { EngineProcess } from './embedded-process.ts';
import type { Log } from './engine.ts';

export interface CopySource {
  /** Where copies are kept; nobody else uses it. */
  folder: string;
  /** Resident memory at which a process stops itself, in bytes. */
  memoryLimit: number;
  /** Writes all that is committed to a new file, between two writes; gives how many commits that were. */
  save(file: string): Promise<number>;
  /** How many commits there were. */
  commits(): number;
  log: Log | undefined;
}

interface Copy {
  file: string;
  commits: number;
  users: number;
}
export interface Worker {
  readonly process: EngineProcess;
  copy: Copy | undefined;
  /** Until its statement has run for so long that it may well be stopped. */
  timer?: NodeJS.Timeout;
}

export interface Rehearsal {
  readonly process: EngineProcess;
  /** Resident memory at which it stops itself, in bytes. */
  readonly memoryLimit: number;
  /** Ends the process and removes its copy. */
  end(): Promise<void>;
}

/** Processes at once, over all clients: each has the database in memory. */
const most = 4;
/** After so long without a statement the processes go. */
const idleMs = 60_000;
const patienceMs = 300_000;
/** A statement that has run for so long may well be stopped: then the next one finds another process ready. */
const longMs = 300;

/** With the log that comes of opening one for writing. What cannot be removed goes with the folder. */
async function remove(file: string): Promise<void> {
  for (const path of [file, `${file}.wal`]) await rm(path, { force: true, recursive: true }).catch(() => {});
}

/** What a process that was stopped has left of what did not fit in its memory. What cannot be removed goes with the folder. */
async function removeSpills(folder: string, pid: number | undefined): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (name.endsWith('.spill') && name.includes(`-${pid}-`)) await remove(join(folder, name));
}

export class Copies {
  readonly #source: CopySource;
  readonly #idle: Worker[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #all = new Set<EngineProcess>();
  #taken = 0;
  #files = 0;
  #current: Copy | undefined;
  #renewing: Promise<Copy> | undefined;
  #spare: Promise<void> | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(source: CopySource) {
    this.#source = source;
  }

  /** A process on a copy that holds everything committed until now, for one statement. Rejects when `signal` aborts. */
  async take(signal: AbortSignal): Promise<Worker> {
    await this.#place(signal);
    let worker: Worker | undefined;
    let copy: Copy | undefined;
    try {
      copy = await this.#fresh();
      if (this.#idle.length === 0) await this.#spare;
      worker = this.#idle.pop() ?? this.#start();
      signal.throwIfAborted();
      if (worker.copy !== copy) await this.#open(worker, copy);
      worker.timer = setTimeout(() => this.#prepare(), longMs).unref();
      return worker;
    } catch (error) {
      if (worker === undefined) this.#free();
      else this.give(worker);
      throw error;
    } finally {
      if (copy !== undefined) this.#leave(copy);
    }
  }

  /** Takes a process back; for one that is gone another is started at once, so that the next statement need not wait. */
  give(worker: Worker): void {
    this.#free();
    clearTimeout(worker.timer);
    if (this.#closed || worker.process.gone) {
      this.#forget(worker);
      this.#prepare();
    } else this.#idle.push(worker);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#rest(), idleMs).unref();
  }

  /**
   * A process on a copy of its own that may be written to, made by `save`, which gives how many bytes the process may
   * take where these are fewer than others may.
   */
  async rehearsal(save: (file: string) => Promise<number>): Promise<Rehearsal> {
    const file = await this.#newFile();
    let process: EngineProcess | undefined;
    const end = async (): Promise<void> => {
      if (process !== undefined) {
        process.kill();
        await process.exited;
        this.#all.delete(process);
      }
      await remove(file);
    };
    try {
      const memoryLimit = Math.min(this.#source.memoryLimit, await save(file));
      process = this.#start(memoryLimit).process;
      await process.request({ op: 'open-copy', file, memoryLimit, writable: true }, patienceMs);
      return { process, memoryLimit, end };
    } catch (error) {
      await end();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    const all = [...this.#all];
    for (const process of all) process.kill();
    await Promise.all(all.map((process) => process.exited));
    await this.#spare;
    await rm(this.#source.folder, { force: true, recursive: true });
  }

  #place(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#taken < most) {
      this.#taken += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal.reason);
      };
      this.#waiting.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the place on to whoever waits longest. */
  #free(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken -= 1;
    else next();
  }

  #start(memoryLimit = this.#source.memoryLimit): Worker {
    if (this.#closed) throw new EngineUnavailable('The database is closed.');
    const process = new EngineProcess({ folder: this.#source.folder, memoryLimit });
    this.#all.add(process);
    const { pid } = process;
    void process.exited.then(() => removeSpills(this.#source.folder, pid));
    return { process, copy: undefined };
  }

  /** Sees to it that one process is ready beside those at work. */
  #prepare(): void {
    if (this.#closed || this.#idle.length > 0) return;
    this.#spare ??= this.#warm().finally(() => {
      this.#spare = undefined;
    });
  }

  async #warm(): Promise<void> {
    const worker = this.#start();
    try {
      if (this.#current !== undefined) await this.#open(worker, this.#current);
      if (this.#closed) this.#forget(worker);
      else this.#idle.push(worker);
    } catch (error) {
      this.#forget(worker);
      if (!this.#closed) this.#source.log?.warn({ error }, 'A process for typed statements did not start');
    }
  }

  async #open(worker: Worker, copy: Copy): Promise<void> {
    const { process, copy: before } = worker;
    copy.users += 1;
    try {
      const { memoryLimit } = this.#source;
      await process.request({ op: 'open-copy', file: copy.file, memoryLimit, writable: false }, patienceMs);
    } catch (error) {
      // Which copy it has open now, or whether any, nobody can say: it is of no use to another statement.
      process.kill();
      void process.exited.then(() => this.#leave(copy));
      throw error;
    }
    worker.copy = copy;
    if (before !== undefined) this.#leave(before);
  }

  #forget({ process, copy }: Worker): void {
    process.kill();
    void process.exited.then(() => {
      this.#all.delete(process);
      if (copy !== undefined) this.#leave(copy);
    });
  }

  #leave(copy: Copy): void {
    copy.users -= 1;
    if (copy.users === 0 && copy !== this.#current) void remove(copy.file);
  }

  #rest(): void {
    for (const worker of this.#idle.splice(0)) this.#forget(worker);
  }

  /** Counts the caller as a user, so that the copy stays until it is left, whatever is committed meanwhile. */
  async #fresh(): Promise<Copy> {
    const wanted = this.#source.commits();
    while (this.#current === undefined || this.#current.commits < wanted) {
      // One that began before the last commit may lack it: then another follows.
      this.#renewing ??= this.#renew().finally(() => {
        this.#renewing = undefined;
      });
      await this.#renewing;
    }
    this.#current.users += 1;
    return this.#current;
  }

  async #renew(): Promise<Copy> {
    const file = await this.#newFile();
    const commits = await this.#source.save(file).catch(async (error: unknown) => {
      await remove(file);
      throw error;
    });
    const copy = { file, commits, users: 1 };
    const before = this.#current;
    this.#current = copy;
    if (before !== undefined) this.#leave(before);
    return copy;
  }

  async #newFile(): Promise<string> {
    await mkdir(this.#source.folder, { recursive: true });
    this.#files += 1;
    return join(this.#source.folder, `${this.#files}.grafeo`);
  }
}
