// Something loaded for a key that may change: its value, its progress and its failure, with the last request winning.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Failure, failureOf } from '../api.ts';

export type Loaded<T> =
  | { state: 'idle' }
  | { state: 'loading'; previous: T | undefined }
  | { state: 'ready'; value: T }
  | { state: 'failed'; failure: Failure };

/** Which state of the server's data is looked at: one more after each decision, so that whatever is shown is asked for again. */
export const dataVersion = signal(0);

/** What is there once the data were asked for anew: undefined where that failed or nothing is wanted. */
export function freshly<T>({ status }: Pick<Resource<T>, 'status'>): Promise<T | undefined> {
  const before = status.peek();
  return new Promise((resolve) => {
    const stop = status.subscribe((now) => {
      if (now === before || now.state === 'loading') return;
      // It is called at once with what is there already, before it can be stopped.
      queueMicrotask(() => stop());
      resolve(now.state === 'ready' ? now.value : undefined);
    });
    dataVersion.value++;
  });
}

export interface Resource<T> {
  readonly status: ReadonlySignal<Loaded<T>>;
  /** Asks again for the same key. */
  retry(): void;
  /** Stops the request under way; nothing is asked until the key changes or `retry`. */
  stop(): void;
}

/**
 * Loads anew whenever `key` or the data change; undefined means nothing is wanted. `keep` shows the old value while that
 * of the next key loads; when only the data have changed, what is there always stays until the answer has come.
 */
export function resource<K, T>(
  key: ReadonlySignal<K | undefined>,
  load: (key: K, signal: AbortSignal) => Promise<T>,
  keep = false,
): Resource<T> {
  const status = signal<Loaded<T>>({ state: 'idle' });
  const attempt = signal(0);
  let running: AbortController | undefined;
  let last: { turn: number; wanted: K } | undefined;
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
    const turn = attempt.value;
    const wanted = key.value;
    stop();
    if (wanted === undefined) {
      last = undefined;
      status.value = { state: 'idle' };
      return;
    }
    // Read only where something is wanted, so that an idle resource hangs on nothing that outlives it.
    dataVersion.value;
    const same = last?.turn === turn && last.wanted === wanted;
    last = { turn, wanted };
    const before = status.peek();
    if (same && before.state === 'idle') return;
    const controller = new AbortController();
    running = controller;
    if (!same || before.state !== 'ready')
      status.value = { state: 'loading', previous: keep && before.state === 'ready' ? before.value : undefined };
    void ask(wanted, controller);
  });
  return {
    status,
    retry: () => {
      attempt.value++;
    },
    stop: () => {
      stop();
      status.value = { state: 'idle' };
    },
  };
}
