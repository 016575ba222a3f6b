// Reads texts into drafts in a process of its own, so that the server answers others meanwhile.
import { Worker, type WorkerLimits } from '../query/worker.ts';
import { Draft } from '../schema/draft.ts';
import type { Outcome, Task } from './child.ts';
import { mostRead } from './extract.ts';
import type { Extract } from './take.ts';

type Answer = Exclude<Outcome, { ready: true }>;

export const tooLong = (text: string): string | undefined =>
  text.length <= mostRead
    ? undefined
    : `It was not read for its claims: a text has at most ${mostRead.toLocaleString('en')} characters for that.`;

/** Reads one text after the other. `close` ends its process; until then it waits for the next and holds nobody up. */
export class ReadingRoom {
  readonly #deadlineMs: number;
  readonly #worker: Worker<Omit<Task, 'id'>, Answer>;

  constructor({ deadlineMs = 60_000, memoryMb = 1024 }: WorkerLimits = {}) {
    this.#deadlineMs = deadlineMs;
    const failure = 'Articles cannot be read for their claims.';
    this.#worker = new Worker({ from: import.meta.url, name: './child', failure, deadlineMs, memoryMb });
  }

  /** Gives in words why there is no draft, where a text is too long; throws EngineUnavailable where the process does not start. */
  readonly extract: Extract = async (text, about, known) => {
    const why = tooLong(text);
    if (why !== undefined) return why;
    const done = await this.#worker.ask({ text, about, known: await known() });
    if ('unavailable' in done) throw done.unavailable;
    if ('ended' in done) {
      const most = done.ended === 'time' ? `${this.#deadlineMs / 1000} s` : 'the memory it may take';
      return `It was not read for its claims: that takes more than ${most}.`;
    }
    const { answer } = done;
    // What comes from the other process is checked as what comes from outside.
    return 'draft' in answer ? Draft.parse(answer.draft) : `It was not read for its claims: ${answer.failure}.`;
  };

  close(): Promise<void> {
    return this.#worker.close();
  }
}
