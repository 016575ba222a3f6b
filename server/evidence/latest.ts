// One computation for all who ask at once, and its answer for whoever asks until the state it is of has passed.
import { AsyncLocalStorage } from 'node:async_hooks';

/** What is computed for several belongs to none of their requests. */
export const forNobody = AsyncLocalStorage.snapshot();

/** A value with the state that it is of; `keep` is false where it may be of more than one. */
export interface Made<T> {
  readonly value: T;
  readonly keep: boolean;
}

/**
 * Of all that ask for a value while another state's is being made, one makes the next when that is done, and all of them
 * share it: however often the state passes, nobody waits for more than two, and never for one that began before they
 * asked unless nothing was written since.
 */
export class Latest<T> {
  readonly #make: () => Promise<Made<T>>;
  readonly #state: () => Promise<string>;
  #kept: { state: string; value: T } | undefined;
  #running: { state: string; value: Promise<T> } | undefined;
  #next: Promise<T> | undefined;

  /** `state` names the state as it is when it is asked; `make` begins with what is there then. */
  constructor(state: () => Promise<string>, make: () => Promise<Made<T>>) {
    this.#state = state;
    this.#make = make;
  }

  async get(): Promise<T> {
    const state = await this.#state();
    if (this.#kept?.state === state) return this.#kept.value;
    if (this.#running?.state === state) return this.#running.value;
    if (this.#running === undefined) return this.#start(state);
    this.#next ??= this.#running.value
      .catch(() => {})
      .then(() => forNobody(() => this.#state()))
      .then((now) => {
        this.#next = undefined;
        return this.#kept?.state === now ? this.#kept.value : this.#start(now);
      });
    return this.#next;
  }

  #start(state: string): Promise<T> {
    const value = forNobody(async () => {
      try {
        const made = await this.#make();
        if (made.keep && (await this.#state()) === state) this.#kept = { state, value: made.value };
        return made.value;
      } finally {
        this.#running = undefined;
      }
    });
    this.#running = { state, value };
    return value;
  }
}
