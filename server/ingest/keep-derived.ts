// Derives, while the server runs, what somebody left stale and nobody is at: a server that died, or Cypher that was typed.
import type { Store } from '../store/port.ts';
import { deriveIfStale } from './derive.ts';

/** Whoever is importing writes more often than that. */
const lookMs = 15_000;

/**
 * Looks now and then whether edges are stale and nothing was written since the look before, and then derives them.
 * Gives what ends it; what fails is told to `failed`, and tried again.
 */
export function keepDerived(
  store: Pick<Store, 'read' | 'transaction'>,
  failed: (error: unknown) => void,
  everyMs = lookMs,
): () => void {
  let staleAt: number | undefined;
  let isBusy = false;
  const look = async (): Promise<void> => {
    const [marker] = await store.read('schema/marker', {});
    const isStill = marker?.derivedStale === true && marker.revision === staleAt;
    staleAt = marker?.derivedStale === true && marker.restoring === null ? marker.revision : undefined;
    if (isStill && staleAt !== undefined) await deriveIfStale(store);
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    look()
      .catch(failed)
      .finally(() => {
        isBusy = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
