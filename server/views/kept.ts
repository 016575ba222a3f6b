// What is read from a database once for each of its states, and kept with the store.
import type { Store } from '../store/port.ts';

export interface Kept<T> {
  /** As read in this state; another state reads anew, and so does the next question after a failure. */
  of(store: Store, state: string): Promise<T>;
  /** The next question reads anew. Whether anything was kept. */
  forget(store: Store): boolean;
}

export function keptByState<T>(read: (store: Store) => Promise<T>): Kept<T> {
  const kept = new WeakMap<Store, { state: string; value: Promise<T> }>();
  return {
    of(store, state) {
      const before = kept.get(store);
      if (before?.state === state) return before.value;
      const value = read(store);
      kept.set(store, { state, value });
      value.catch(() => {
        if (kept.get(store)?.value === value) kept.delete(store);
      });
      return value;
    },
    forget: (store) => kept.delete(store),
  };
}

/** The state of Hearsay's own database, which its marker counts: several servers over one never disagree. */
export const revisionOf = async (store: Store): Promise<string> =>
  String((await store.read('schema/marker', {}))[0]?.revision ?? 0);
