// The one process that owns the embedded database: started, started again after a kill, opened anew where it has grown.
import { EngineUnavailable } from '../errors.ts';
import { EngineProcess } from './embedded-process.ts';
import type { ChildOptions } from './embedded-protocol.ts';
import type { Log } from './engine.ts';

/** Milliseconds for opening, committing and making indexes, which a kill would only make worse. */
export const patienceMs = 300_000;

export class Owner {
  readonly #options: ChildOptions;
  readonly #log: Log | undefined;
  #process: EngineProcess | undefined;
  #starting: Promise<EngineProcess> | undefined;
  #isStarting = false;
  #closed = false;
  /** Reads, streams and transactions that are not at their end: while there are any, the process is not exchanged. */
  #underWay = 0;
  #version = '';
  #starts = 0;

  constructor(options: ChildOptions, log?: Log) {
    this.#options = options;
    this.#log = log;
  }

  get version(): string {
    return this.#version;
  }
  get restarts(): number {
    return Math.max(0, this.#starts - 1);
  }
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** The process that is running, or a new one. Errors: EngineUnavailable. */
  running(): Promise<EngineProcess> {
    if (this.#closed) return Promise.reject(new EngineUnavailable('The database is closed.'));
    const current = this.#starting;
    // While one starts, nobody starts another: the folder takes one process.
    if (current && (this.#isStarting || !this.#process?.gone)) return current;
    return this.#begin();
  }

  /** The process for as long as something is asked of it: until `leave`, which is called once. */
  async enter(): Promise<{ child: EngineProcess; leave(): void }> {
    this.#underWay++;
    const leave = (): void => {
      this.#underWay--;
    };
    try {
      return { child: await this.running(), leave };
    } catch (error) {
      leave();
      throw error;
    }
  }

  async use<T>(work: (child: EngineProcess) => Promise<T>): Promise<T> {
    const { child, leave } = await this.enter();
    try {
      return await work(child);
    } finally {
      leave();
    }
  }

  /** Opens the database in a new process where the one that holds it has grown; not while it is asked something. */
  async renewOver(resident: number): Promise<void> {
    const child = this.#process;
    if (this.#underWay > 0 || child === undefined || child.gone || !child.hasGrown(resident)) return;
    this.#log?.info({ resident }, 'Opening the embedded database anew, to give back memory');
    const ended = this.#end(child).then(() => {
      this.#process = undefined;
    });
    // What was written is committed: that the database does not open again is told to whoever asks next.
    await this.#begin(ended).catch((error) => this.#log?.warn({ error }, 'The database did not open again'));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = await this.#starting?.catch(() => undefined);
    if (child && !child.gone) await this.#end(child);
  }

  /** Closes the database and waits until its process is gone. */
  async #end(child: EngineProcess): Promise<void> {
    await child
      .request({ op: 'close' }, patienceMs)
      .catch((error) => this.#log?.warn({ error }, 'The database did not close'));
    child.kill();
    await child.exited;
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
    this.#starts += 1;
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
