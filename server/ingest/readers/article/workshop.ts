// The process that takes article files apart, seen from the server: one file at a time, ended when it takes too long or too much.
import { InvalidDocument } from '../../../errors.ts';
import { Worker, type WorkerLimits } from '../../../query/worker.ts';
import { ArticleText } from '../../../schema/article-text.ts';
import { refuse } from '../faults.ts';
import type { Outcome, Task } from './child.ts';
import type { ReadArticle } from './make.ts';

type Answer = Exclude<Outcome, { ready: true }>;

/** Reads files one after the other. `close` ends its process; until then it waits for the next file and holds nobody up. */
export class Workshop {
  readonly #limits: Required<{ [K in keyof WorkerLimits]: number }>;
  readonly #worker: Worker<Omit<Task, 'id'>, Answer>;

  constructor({ deadlineMs = 60_000, memoryMb = 1024 }: WorkerLimits = {}) {
    this.#limits = { deadlineMs, memoryMb };
    const failure = 'Pages and documents cannot be read.';
    this.#worker = new Worker({ from: import.meta.url, name: './child', failure, deadlineMs, memoryMb });
  }

  /**
   * The article in a file. Throws InvalidDocument where it cannot be read, takes longer or more memory than it may;
   * EngineUnavailable where the process does not start.
   */
  async read(task: Omit<Task, 'id'>): Promise<ReadArticle> {
    const done = await this.#worker.ask(task);
    if ('unavailable' in done) throw done.unavailable;
    if ('ended' in done) return refuse({ file: task.file, reason: this.#tooMuch(done.ended) });
    const { answer } = done;
    if ('read' in answer) return { ...answer.read, article: ArticleText.parse(answer.read.article) };
    if ('errors' in answer) throw new InvalidDocument(answer.message, { errors: answer.errors });
    return refuse({ file: task.file, reason: `cannot be read as ${task.form} (${answer.failure})` });
  }

  #tooMuch(ended: 'time' | 'memory'): string {
    const { deadlineMs, memoryMb } = this.#limits;
    if (ended === 'time') return `could not be read within ${deadlineMs / 1000} s; save it smaller, or as plain text`;
    return `takes more than ${memoryMb} MB of memory to read; save it smaller, or as plain text`;
  }

  close(): Promise<void> {
    return this.#worker.close();
  }
}
