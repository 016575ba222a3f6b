// A parser's process seen from the server: started when first needed, one statement at a time, replaced when it fails.
import type { ChildProcess } from 'node:child_process';
import { EngineUnavailable } from '../../errors.ts';
import { forkConfined } from '../confined.ts';
import type { Outcome, Task } from '../gate-child.ts';
import type { Verdict } from './verdict.ts';

export interface ReaderLimits {
  /** Milliseconds for one statement. */
  deadlineMs: number;
  /** Megabytes of the process's heap; the grammar itself takes about 130. */
  memoryMb: number;
}

/** For loading the grammar, which a busy machine is slow at. */
const startMs = 60_000;

interface Current {
  task: Task;
  resolve(verdict: Verdict): void;
  reject(error: Error): void;
}

/**
 * A process, and not a thread: a thread that runs out of memory in the middle of the runtime's own code (while it reads
 * JSON, for one) ends the whole program, whatever its limits say.
 */
const startChild = (memoryMb: number): ChildProcess => forkConfined(import.meta.url, '../gate-child', memoryMb);

function tooMuch(text: string, message: string): Verdict {
  const offset = Math.min(text.length, 80);
  const from = { line: 1, column: 1, offset: 0 };
  const wayOut = 'Make it shorter or less nested, and pass lists as parameters.';
  return {
    accepted: false,
    faults: [{ code: 'too-deep', message, wayOut, from, to: { line: 1, column: offset + 1, offset } }],
  };
}

export class Reader {
  readonly #limits: ReaderLimits;
  #child: ChildProcess | undefined;
  #isReady = false;
  #current: Current | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(limits: ReaderLimits) {
    this.#limits = limits;
  }

  /** Whether it can take a statement: it reads one at a time. */
  get isFree(): boolean {
    return this.#current === undefined;
  }

  /** Only while it is free. Errors: EngineUnavailable when the process does not start, or after close(). */
  read(task: Task): Promise<Verdict> {
    if (this.#closed) return Promise.reject(new EngineUnavailable('The server is shutting down.'));
    return new Promise((resolve, reject) => {
      this.#current = { task, resolve, reject };
      const child = this.#child ?? this.#start();
      hold(child, true);
      if (this.#isReady) this.#send(child);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#current?.reject(new EngineUnavailable('The server is shutting down.'));
    await this.#end();
  }

  #send(child: ChildProcess): void {
    this.#timer = setTimeout(() => {
      const seconds = this.#limits.deadlineMs / 1000;
      this.#fail(`The statement could not be read within ${seconds} s.`);
    }, this.#limits.deadlineMs);
    // A process on its way out is told by its exit.
    child.send(this.#current?.task as Task, () => {});
  }

  #start(): ChildProcess {
    const child = startChild(this.#limits.memoryMb);
    this.#child = child;
    this.#isReady = false;
    this.#timer = setTimeout(() => this.#lost(child, 'it took too long'), startMs);
    child.on('message', (outcome: Outcome) => {
      if (this.#child === child) this.#settle(child, outcome);
    });
    child.once('error', (error) => this.#lost(child, error.message));
    child.once('exit', (code, signal) => this.#lost(child, `it ended with ${signal ?? `code ${code}`}`));
    return child;
  }

  #settle(child: ChildProcess, outcome: Outcome): void {
    clearTimeout(this.#timer);
    if ('missing' in outcome) {
      this.#lost(child, outcome.missing);
      return;
    }
    const current = this.#current;
    if ('ready' in outcome) {
      this.#isReady = true;
      if (current) this.#send(child);
      return;
    }
    if (current?.task.id !== outcome.id) return;
    this.#current = undefined;
    // While nothing is asked, the process does not keep the program running.
    hold(child, false);
    if ('verdict' in outcome) current.resolve(outcome.verdict);
    else
      current.resolve(tooMuch(current.task.text, `Neo4j’s grammar could not read the statement (${outcome.failure}).`));
  }

  /** It is gone: a statement that it was reading is to blame, else it does not start here at all. */
  #lost(child: ChildProcess, why: string): void {
    if (this.#child !== child) return;
    if (this.#isReady) {
      this.#fail('The statement took more memory to read than it may.');
      return;
    }
    const current = this.#current;
    void this.#end();
    current?.reject(
      new EngineUnavailable('Typed statements cannot be checked, so none is run.', {
        detail: `The process that reads them did not start: ${why}. Run "npm ci" again, or see the server's memory.`,
      }),
    );
  }

  #fail(message: string): void {
    const current = this.#current;
    void this.#end();
    current?.resolve(tooMuch(current.task.text, message));
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const child = this.#child;
    this.#child = undefined;
    this.#isReady = false;
    this.#current = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    hold(child, true);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

/** Whether the program waits for the child. */
function hold(child: ChildProcess, whether: boolean): void {
  if (whether) child.ref();
  else child.unref();
  if (whether) child.channel?.ref();
  else child.channel?.unref();
}
