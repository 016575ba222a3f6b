// A confined process that does one task after the other, ended when one takes too long or too much memory.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { EngineUnavailable } from '../errors.ts';
import { forkConfined } from './confined.ts';

export interface WorkerLimits {
  /** Milliseconds for one task. */
  deadlineMs?: number | undefined;
  /** Megabytes of the process: of its heap, and in all where the system tells. */
  memoryMb?: number | undefined;
}
export interface WorkerSettings extends Required<{ [K in keyof WorkerLimits]: number }> {
  /** The module it runs, as forkConfined takes it. It sends a first message when it is ready, then answers with the task's id. */
  from: string;
  name: string;
  /** What cannot be done where it does not start, as a sentence. */
  failure: string;
}
/** What became of a task: the answer, or why there is none. */
export type Done<A> = { answer: A } | { ended: 'time' | 'memory' } | { unavailable: EngineUnavailable };

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

/** `close` ends the process; until then it waits for the next task and holds nobody up. */
export class Worker<Task extends object, Answer> {
  readonly #settings: WorkerSettings;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor(settings: WorkerSettings) {
    this.#settings = settings;
  }

  /** Does the task after those before it. */
  async ask(task: Task): Promise<Done<Answer>> {
    const turn = this.#last.then(() => this.#askNow(task));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    await end(child);
  }

  async #askNow(task: Task): Promise<Done<Answer>> {
    // One that ended while nothing was asked of it is not asked again.
    if (this.#child?.connected === false) this.#child = undefined;
    const child = this.#child ?? (await this.#start());
    if (child instanceof EngineUnavailable) return { unavailable: child };
    hold(child, true);
    const done = await this.#answer(child, { id: ++this.#count, ...task });
    hold(child, false);
    return done;
  }

  #start(): Promise<ChildProcess | EngineUnavailable> {
    const { from, name, memoryMb, failure } = this.#settings;
    const child = forkConfined(from, name, memoryMb);
    return new Promise((resolve) => {
      const failed = (why: string): void => {
        clearTimeout(timer);
        void end(child);
        const detail = `The process that reads them did not start: ${why}. Run "npm ci" again, or see the server's memory.`;
        resolve(new EngineUnavailable(failure, { detail }));
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

  #answer(child: ChildProcess, task: Task & { id: number }): Promise<Done<Answer>> {
    const { deadlineMs, memoryMb } = this.#settings;
    return new Promise((resolve) => {
      const settle = (done: Done<Answer>): void => {
        clearTimeout(deadline);
        clearInterval(watch);
        child.off('message', heard).off('exit', left);
        if (!('answer' in done)) this.#child = undefined;
        void ('answer' in done ? Promise.resolve() : end(child)).then(() => resolve(done));
      };
      const heard = (answer: Answer & { id?: number }): void => {
        if (answer.id === task.id) settle({ answer });
      };
      const left = (): void => settle({ ended: 'memory' });
      const deadline = setTimeout(() => settle({ ended: 'time' }), deadlineMs);
      const watch = setInterval(() => {
        if ((residentMb(child.pid) ?? 0) > memoryMb * 1.5) settle({ ended: 'memory' });
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
