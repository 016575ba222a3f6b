// The page's side of the layouts' worker: one run at a time, which can be stopped at any moment.
import type { Order, Report } from '../graph/layouts/protocol.ts';

type Places = Extract<Report, { places: Float32Array }>;

export interface Run {
  /** The last places; undefined where it was stopped before. Errors: what the worker said. */
  done: Promise<Places | undefined>;
  stop(): void;
  /** Tells a run of forces something. */
  tell(order: Extract<Order, { do: 'put' }>): void;
}

/** Starts a run. `onMove` takes places that are not the last, and calls back once they are drawn. */
export function startRun(
  order: Order,
  onMove: (places: Float32Array, drawn: () => void) => void = () => undefined,
): Run {
  const worker = new Worker(new URL('../graph/layouts/worker.ts', import.meta.url), { type: 'module' });
  let stop = (): void => undefined;
  const done = new Promise<Places | undefined>((resolve, reject) => {
    stop = () => {
      worker.terminate();
      resolve(undefined);
    };
    const fail = (why: string) => {
      worker.terminate();
      reject(new Error(why));
    };
    worker.addEventListener('error', () => fail('The worker that computes layouts could not be started.'));
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if ('error' in data) fail(data.error);
      else if (data.done) {
        worker.terminate();
        resolve(data);
      } else onMove(data.places, () => worker.postMessage({ do: 'next' } satisfies Order));
    });
  });
  const transfer =
    order.do === 'force'
      ? [order.columns.ends.buffer, order.columns.places.buffer]
      : 'ends' in order
        ? [order.ends.buffer]
        : [];
  worker.postMessage(order, { transfer });
  return { done, stop: () => stop(), tell: (put) => worker.postMessage(put) };
}
