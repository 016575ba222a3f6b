// A store to which something is done in the middle of what others read of it.
import type { Store } from '../../server/store/port.ts';

/** The store, that does something before the read with the number; everything else is the store's own. */
export function interrupted(store: Store, at: number, act: () => Promise<unknown>): { store: Store; reads(): number } {
  let reads = 0;
  const read: Store['read'] = async (name, parameters) => {
    reads += 1;
    if (reads === at) await act();
    return store.read(name, parameters);
  };
  const { capabilities, journal } = store;
  return {
    reads: () => reads,
    store: {
      capabilities,
      journal,
      read,
      write: (name, parameters) => store.write(name, parameters),
      transaction: (work, options) => store.transaction(work, options),
      flush: () => store.flush(),
      stream: (name, parameters) => store.stream(name, parameters),
      query: (...given) => store.query(...given),
      searchText: (...given) => store.searchText(...given),
      restore: (...given) => store.restore(...given),
      ping: () => store.ping(),
      close: () => store.close(),
    },
  };
}
