// The time limit of a typed statement and the wish to cancel it, as one signal with one error for each.
import { Cancelled, LimitExceeded } from '../errors.ts';

/** The way out of every limit of time, memory or size that a statement may reach. */
export const narrower = 'Ask for less: fewer hops, fewer rows, a narrower filter.';

export function timeLimit(timeoutMs: number): LimitExceeded {
  return new LimitExceeded(
    'time-limit',
    `The statement was stopped after ${timeoutMs / 1000} s, its time limit here.`,
    {
      detail: narrower,
    },
  );
}

/** Aborts at the time limit with what `over` makes, or with the caller's signal; its reason is the error to throw. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #given: AbortSignal | undefined;
  readonly #cancel = (): void => this.#controller.abort(new Cancelled());

  constructor(timeoutMs: number, given?: AbortSignal, over: (timeoutMs: number) => Error = timeLimit) {
    this.#timer = setTimeout(() => this.#controller.abort(over(timeoutMs)), timeoutMs);
    this.#given = given;
    if (given?.aborted) this.#cancel();
    else given?.addEventListener('abort', this.#cancel, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** When the statement is done. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#given?.removeEventListener('abort', this.#cancel);
  }
}
