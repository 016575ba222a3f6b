// Processes that each have a copy of the embedded database to themselves, for statements that people type.
import { mkdir, rm } from 'node:fs/promises';
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
    try {
      const copy = await this.#fresh();
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

  /** A process on a copy of its own that may be written to, made by `save`; `end` takes both away. */
  async rehearsal(save: CopySource['save']): Promise<{ process: EngineProcess; end(): Promise<void> }> {
    const file = await this.#newFile();
    await save(file);
    const { process } = this.#start();
    const end = async (): Promise<void> => {
      process.kill();
      await process.exited;
      this.#all.delete(process);
      await remove(file);
    };
    try {
      await process.request(this.#opening(file, true), patienceMs);
      return { process, end };
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

  #start(): Worker {
    if (this.#closed) throw new EngineUnavailable('The database is closed.');
    const { folder, memoryLimit } = this.#source;
    const process = new EngineProcess({ folder, memoryLimit });
    this.#all.add(process);
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

  #opening(file: string, writable: boolean) {
    return { op: 'open-copy', file, memoryLimit: this.#source.memoryLimit, writable } as const;
  }

  async #open(worker: Worker, copy: Copy): Promise<void> {
    const before = worker.copy;
    worker.copy = copy;
    copy.users += 1;
    await worker.process.request(this.#opening(copy.file, false), patienceMs);
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

  async #fresh(): Promise<Copy> {
    const wanted = this.#source.commits();
    while (this.#current === undefined || this.#current.commits < wanted) {
      // One that began before the last commit may lack it: then another follows.
      this.#renewing ??= this.#renew().finally(() => {
        this.#renewing = undefined;
      });
      await this.#renewing;
    }
    return this.#current;
  }

  async #renew(): Promise<Copy> {
    const file = await this.#newFile();
    const copy = { file, commits: await this.#source.save(file), users: 1 };
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
