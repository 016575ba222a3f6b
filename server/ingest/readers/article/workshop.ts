// The process that takes article files apart, seen from the server: one file at a time, ended when it takes too long or too much.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { EngineUnavailable, InvalidDocument } from '../../../errors.ts';
import { forkConfined } from '../../../query/confined.ts';
import { ArticleText } from '../../../schema/article-text.ts';
import { refuse } from '../faults.ts';
import type { Outcome, Task } from './child.ts';
import type { ReadArticle } from './make.ts';

export interface WorkshopLimits {
  /** Milliseconds for one file. */
  deadlineMs?: number | undefined;
  /** Megabytes of the process: of its heap, and in all where the system tells. */
  memoryMb?: number | undefined;
}

const startMs = 60_000;
const watchMs = 100;
const pageBytes = 4096;

/** Megabytes that a process holds; null where the system does not tell. */
function residentMb(pid: number | undefined): number | null {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes) / 1_000_000;
  } catch {
    return null;
  }
}

type Result = ReadArticle | InvalidDocument | string | EngineUnavailable;

/** Reads files one after the other. `close` ends its process; until then it waits for the next file and holds nobody up. */
export class Workshop {
  readonly #deadlineMs: number;
  readonly #memoryMb: number;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor({ deadlineMs = 60_000, memoryMb = 1024 }: WorkshopLimits = {}) {
    this.#deadlineMs = deadlineMs;
    this.#memoryMb = memoryMb;
  }

  /**
   * The article in a file. Throws InvalidDocument where it cannot be read, takes longer or more memory than it may;
   * EngineUnavailable where the process does not start.
   */
  async read(task: Omit<Task, 'id'>): Promise<ReadArticle> {
    const turn = this.#last.then(() => this.#readNow(task));
    this.#last = turn.catch(() => {});
    const result = await turn;
    if (result instanceof Error) throw result;
    if (typeof result !== 'string') return { ...result, article: ArticleText.parse(result.article) };
    return refuse({ file: task.file, reason: result });
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    await end(child);
  }

  async #readNow(task: Omit<Task, 'id'>): Promise<Result> {
    // One that ended while nothing was asked of it is not asked again.
    if (this.#child?.connected === false) this.#child = undefined;
    const child = this.#child ?? (await this.#start());
    if (child instanceof EngineUnavailable) return child;
    hold(child, true);
    const id = ++this.#count;
    const result = await this.#answer(child, { id, ...task });
    if (typeof result === 'string' && child.connected === false) this.#child = undefined;
    hold(child, false);
    return result;
  }

  #start(): Promise<ChildProcess | EngineUnavailable> {
    const child = forkConfined(import.meta.url, './child', this.#memoryMb);
    return new Promise((resolve) => {
      const failed = (why: string): void => {
        clearTimeout(timer);
        void end(child);
        const detail = `The process that reads them did not start: ${why}. Run "npm ci" again, or see the server's memory.`;
        resolve(new EngineUnavailable('Pages and documents cannot be read.', { detail }));
      };
      const timer = setTimeout(() => failed('it took too long'), startMs);
      child.once('error', (error) => failed(error.message));
      child.once('exit', (code, signal) => failed(`it ended with ${signal ?? `code ${code}`}`));
      child.once('message', () => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.on('error', () => {});
        this.#child = child;
        resolve(child);
      });
    });
  }

  #answer(child: ChildProcess, task: Task): Promise<Result> {
    return new Promise((resolve) => {
      const settle = (result: Result, gone = false): void => {
        clearTimeout(deadline);
        clearInterval(watch);
        child.off('message', heard).off('exit', left);
        if (gone) {
          this.#child = undefined;
          void end(child).then(() => resolve(result));
        } else resolve(result);
      };
      const heard = (outcome: Outcome): void => {
        if (!('id' in outcome) || outcome.id !== task.id) return;
        if ('read' in outcome) settle(outcome.read);
        else if ('failure' in outcome) settle(`cannot be read as ${task.form} (${outcome.failure})`);
        else settle(new InvalidDocument(outcome.message, { errors: outcome.errors }));
      };
      const tooMuch = `takes more than ${this.#memoryMb} MB of memory to read; save it smaller, or as plain text`;
      const left = (): void => settle(tooMuch, true);
      const seconds = this.#deadlineMs / 1000;
      const deadline = setTimeout(
        () => settle(`could not be read within ${seconds} s; save it smaller, or as plain text`, true),
        this.#deadlineMs,
      );
      const watch = setInterval(() => {
        if ((residentMb(child.pid) ?? 0) > this.#memoryMb * 1.5) settle(tooMuch, true);
      }, watchMs);
      child.on('message', heard).once('exit', left);
      // A process on its way out is told by its exit.
      child.send(task, () => {});
    });
  }
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  hold(child, true);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Whether the program waits for the child. */
function hold(child: ChildProcess, whether: boolean): void {
  if (whether) child.ref();
  else child.unref();
  if (whether) child.channel?.ref();
  else child.channel?.unref();
}
