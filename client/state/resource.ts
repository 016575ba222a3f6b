// Something loaded for a key that may change: its value, its progress and its failure, with the last request winning.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Failure, failureOf } from '../api.ts';

export type Loaded<T> =
  | { state: 'idle' }
  | { state: 'loading'; previous: T | undefined }
  | { state: 'ready'; value: T }
  | { state: 'failed'; failure: Failure };

export interface Resource<T> {
  readonly status: ReadonlySignal<Loaded<T>>;
  /** Asks again for the same key. */
  retry(): void;
  /** Asks again while what is there stays until the answer has come; where nothing is there, nothing is asked. */
  refresh(): void;
  /** Stops the request under way. */
  stop(): void;
}

/** Loads anew whenever `key` changes; undefined means nothing is wanted. `keep` shows the old value while the next one loads. */
export function resource<K, T>(
  key: ReadonlySignal<K | undefined>,
  load: (key: K, signal: AbortSignal) => Promise<T>,
  keep = false,
): Resource<T> {
  const status = signal<Loaded<T>>({ state: 'idle' });
  const attempt = signal(0);
  let running: AbortController | undefined;
  const stop = () => {
    running?.abort();
    running = undefined;
  };
  const ask = (wanted: K, controller: AbortController) =>
    load(wanted, controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) status.value = { state: 'ready', value };
      },
      (error) => {
        if (!controller.signal.aborted) status.value = { state: 'failed', failure: failureOf(error) };
      },
    );
  effect(() => {
    attempt.value;
    const wanted = key.value;
    stop();
    if (wanted === undefined) {
      status.value = { state: 'idle' };
      return;
    }
    const controller = new AbortController();
    running = controller;
    const before = status.peek();
    status.value = { state: 'loading', previous: keep && before.state === 'ready' ? before.value : undefined };
    void ask(wanted, controller);
  });
  return {
    status,
    retry: () => {
      attempt.value++;
    },
    refresh: () => {
      const wanted = key.peek();
      if (wanted === undefined || status.peek().state !== 'ready') return;
      stop();
      running = new AbortController();
      void ask(wanted, running);
    },
    stop: () => {
      stop();
      status.value = { state: 'idle' };
    },
  };
}
