// Starts the child process of the embedded engine, sends it requests, and kills it when one goes over its deadline.
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type AppError, Conflict, EngineUnavailable, LimitExceeded, StatementFailed } from '../errors.ts';
import { narrower } from './deadline.ts';
import { openError } from './embedded-faults.ts';
import {
  type AnswerMessage,
  type Answers,
  type ChildOptions,
  type Fault,
  memoryExit,
  type Request,
} from './embedded-protocol.ts';

/** Two writers met: the same work may go through when it runs again. */
export class WriteConflict extends Error {}

/**
 * The engine keeps for itself much of what writing took, and gives it back only when its process ends. A share of the
 * memory limit, and how many times what it took at first: over both it is worth opening anew.
 */
const renewal = { share: 0.6, growth: 1.5 };

interface Pending {
  resolve(value: Answers[keyof Answers]): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/** From the sources the child needs the same TypeScript loader as its parent; from dist/ it is plain JavaScript. */
function childCommand(): { file: URL; execArgv: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { file: new URL('./embedded-child.js', import.meta.url), execArgv: [] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { file: new URL('./embedded-child.ts', import.meta.url), execArgv: ['--import', loader] };
}

function errorOf(fault: Fault): Error {
  const cause = new Error(fault.message);
  if (fault.kind === 'conflict') return new WriteConflict(fault.message);
  if (fault.kind === 'unique') {
    return new Conflict('Something with that key is there already.', { detail: fault.message, cause });
  }
  if (fault.kind === 'disk') {
    return new EngineUnavailable('The embedded database cannot write to its data folder.', {
      detail: `${fault.message}. Nothing that was acknowledged is lost. Make room on the disk and try again.`,
      cause,
    });
  }
  return new Error(`The embedded engine refused a statement: ${fault.message}`);
}

/** What the engine says of a statement that somebody typed is for that person. */
function statementError(fault: Fault): Error {
  if (fault.kind === 'plan') {
    return new StatementFailed(`The statement was not run: its plan holds ${fault.message}, which is not allowed.`, {
      detail: 'Only what reads the graph is allowed here, and in a statement that writes what changes it.',
    });
  }
  if (fault.kind !== 'query') return errorOf(fault);
  // A product of patterns that nothing joins: seen at some hundred thousand rows between two steps of the plan.
  if (/panicked with message .*MAX_CAPACITY/.test(fault.message)) {
    return new LimitExceeded(
      'memory-limit',
      'The statement was stopped: more rows stood in between than the engine holds.',
      {
        detail: narrower,
        cause: new Error(fault.message),
      },
    );
  }
  // A path of several steps behind an aggregate, UNWIND or CALL, whose first step finds nothing.
  if (fault.message.includes('Expected node ID in source column')) {
    return new StatementFailed('The embedded engine lost its place in a path of several steps.', {
      detail: 'Leave out the name of the path, or give each of its steps a MATCH of its own.',
      cause: new Error(fault.message),
    });
  }
  // The code and the sort of error stand before what happened; behind it a place in a text that is not quite the person's.
  const [what = '', ...rest] = fault.message.replace(/^[\w ]+ error: GRAFEO-\w+: (?:[\w ]+ error: )?/, '').split('\n');
  const detail = rest.flatMap((line) => /^\s*help: (.*)$/.exec(line)?.[1] ?? []).join(' ');
  return new StatementFailed(`The database refused the statement: ${what}`, detail === '' ? {} : { detail });
}

export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  readonly #memoryLimit: number;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  #opened = 0;
  #count = 0;
  #stderr = '';
  #gone = false;

  constructor(options: ChildOptions) {
    const { file, execArgv } = childCommand();
    this.#memoryLimit = options.memoryLimit;
    // An empty environment: the engine can read its own, so there must be nothing in it.
    this.#child = fork(file, [], {
      env: {},
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#stderr = (this.#stderr + text.toString()).slice(-2000);
    });
    this.#child.on('message', (message) => this.#settle(message as AnswerMessage));
    this.exited = new Promise((resolve) => {
      const end = (code: number | null, signal: string | null): void => {
        this.#gone = true;
        this.#failAll(code, signal);
        resolve();
      };
      this.#child.once('exit', end);
      this.#child.once('error', () => end(null, 'it did not start'));
    });
  }

  /** True as soon as it is on its way out: nothing more can be asked of it. */
  get gone(): boolean {
    return this.#gone;
  }
  /** The last words of a process that failed. */
  get stderr(): string {
    return this.#stderr;
  }
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Gives the engine's version. */
  async open(options: ChildOptions, deadlineMs: number): Promise<string> {
    const onFault = (fault: Fault) => openError(fault, options.folder);
    const { version, resident } = await this.#send({ op: 'open', options } as const, deadlineMs, onFault);
    this.#opened = resident;
    return version;
  }

  /** Bytes that a process could take that has just opened the database before it held what this one can still take. */
  room(resident: number): number {
    return this.#memoryLimit - Math.max(0, resident - this.#opened);
  }

  /** Whether so many bytes resident are near the limit, and far more than the database took when it was opened. */
  hasGrown(resident: number): boolean {
    return resident > Math.max(renewal.share * this.#memoryLimit, renewal.growth * this.#opened);
  }

  /** Errors: LimitExceeded at the deadline (which costs the process), Conflict, WriteConflict, EngineUnavailable. */
  request<R extends Request>(request: R, deadlineMs: number): Promise<Answers[R['op']]> {
    return this.#send(request, deadlineMs, errorOf);
  }

  /** The same for typed statements: what the engine says of one is a StatementFailed. */
  requestTyped<R extends Request>(request: R, deadlineMs: number): Promise<Answers[R['op']]> {
    return this.#send(request, deadlineMs, statementError);
  }

  kill(): void {
    this.#gone = true;
    this.#child.kill('SIGKILL');
  }

  #send<R extends Request>(
    request: R,
    deadlineMs: number,
    onFault: (fault: Fault) => Error,
  ): Promise<Answers[R['op']]> {
    return new Promise((resolve, reject) => {
      if (this.#gone) return reject(this.#lost(null, null));
      const id = ++this.#count;
      const timer = setTimeout(() => this.#expire(id, deadlineMs), deadlineMs);
      this.#pending.set(id, {
        resolve: resolve as Pending['resolve'],
        reject: (error) => reject(error instanceof FaultError ? onFault(error.fault) : error),
        timer,
      });
      this.#child.send({ id, ...request }, (error) => {
        // A message that cannot be sent to a process on its way out is answered by its exit.
        if (error && this.#child.connected && !isBrokenPipe(error)) this.#reject(id, error);
      });
    });
  }

  #settle(message: AnswerMessage): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if ('fault' in message) {
      this.#reject(message.id, new FaultError(message.fault));
      // What it holds in memory may no longer be what is on the disk: the next process reads the disk.
      if (message.fault.kind === 'disk') this.kill();
      return;
    }
    this.#pending.delete(message.id);
    clearTimeout(pending.timer);
    pending.resolve(message.value);
  }

  #reject(id: number, error: Error): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    pending.reject(error);
  }

  #expire(id: number, deadlineMs: number): void {
    // The engine has no way to cancel, so the whole process goes; what else was running is told by its exit.
    this.kill();
    const title = `A query was stopped after ${deadlineMs / 1000} s.`;
    this.#reject(id, new LimitExceeded('time-limit', title, { detail: narrower }));
  }

  #failAll(code: number | null, signal: string | null): void {
    for (const id of [...this.#pending.keys()]) this.#reject(id, this.#lost(code, signal));
  }

  #lost(code: number | null, signal: string | null): AppError {
    if (code === memoryExit) {
      const megabytes = Math.round(this.#memoryLimit / (1 << 20));
      return new LimitExceeded(
        'memory-limit',
        `A query was stopped: the database went over ${megabytes} MB of memory.`,
        { detail: narrower },
      );
    }
    const how = signal ?? (code === null ? 'stopped' : `exit code ${code}`);
    return new EngineUnavailable('The embedded database stopped and is being started again.', {
      detail: `Nothing that was acknowledged is lost (${how}). Try again.`,
      retryAfter: 1,
      cause: new Error(this.#stderr.trim() || how),
    });
  }
}

/** A fault on its way to the words that its caller has for it. */
const isBrokenPipe = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'ECONNRESET' || error.code === 'ERR_IPC_CHANNEL_CLOSED';

class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}
