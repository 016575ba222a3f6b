// Reads that must go together: done again where something was written between the first and the last of them.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Busy, NotFound } from '../errors.ts';
import type { Reader, Store } from '../store/port.ts';

/** How often it is tried. A store that is written to all the time would keep whoever asks waiting for ever. */
const attempts = 5;

/** What the store's revision is; every write makes it another. */
export async function revisionOf(reader: Reader): Promise<number> {
  return (await reader.read('schema/marker', {}))[0]?.revision ?? 0;
}

export interface Settled<T> {
  readonly value: T;
  /** The revision before the first read. */
  readonly revision: number;
  /** Whether nothing was written meanwhile: then all of it is of one state of the store. */
  readonly isSettled: boolean;
}

interface Reads<T> {
  read(revision: number): Promise<T>;
  prepare?: (() => Promise<unknown>) | undefined;
  /** Whether writes are to wait for an attempt that is not the first. */
  goesFirst: boolean;
}

/** Undefined where something was found a moment ago and is gone: no reason to say that there is no such thing. */
async function attempted<T>(
  store: Store,
  read: (revision: number) => Promise<T>,
  isLast: boolean,
): Promise<Settled<T> | undefined> {
  const revision = await revisionOf(store);
  try {
    const value = await read(revision);
    return { value, revision, isSettled: (await revisionOf(store)) === revision };
  } catch (error) {
    if (isLast || !(error instanceof NotFound) || (await revisionOf(store)) === revision) throw error;
    return undefined;
  }
}

/** Whoever was disturbed once has the right of way over this process's next write. */
async function tried<T>(store: Store, { read, prepare, goesFirst }: Reads<T>, most: number): Promise<Settled<T>> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === most;
    const once = async (): Promise<Settled<T> | undefined> => {
      // What is wrong with it the reads will tell.
      await prepare?.().catch(() => {});
      return attempted(store, read, isLast);
    };
    const found = await (attempt > 1 && goesFirst ? store.journal.way.take(once) : once());
    if (found !== undefined && (found.isSettled || isLast)) return found;
  }
}

/** Reads within others that go together need no care of their own. */
const within = new AsyncLocalStorage<true>();

/**
 * Runs the reads until nothing is written meanwhile, a few times at most; once within reads that go together, which are
 * done again as a whole. They are told the revision before the first of them. Throws what they throw.
 */
export function readSettled<T>(store: Store, read: (revision: number) => Promise<T>): Promise<Settled<T>> {
  return tried(store, { read, goesFirst: true }, within.getStore() ? 1 : attempts);
}

/** Runs the reads once, and says whether nothing was written meanwhile. */
export const readOnce = <T>(store: Store, read: () => Promise<T>): Promise<Settled<T>> =>
  within.run(true, () => tried(store, { read, goesFirst: false }, 1));

/**
 * The answer of reads that go together; of a store that is written to all the time as it comes. `prepare` makes what they
 * share with others and takes long, so that what is written meanwhile is no reason to do them again.
 */
export async function together<T>(store: Store, read: () => Promise<T>, prepare?: () => Promise<unknown>): Promise<T> {
  if (within.getStore()) return read();
  return (await within.run(true, () => tried(store, { read, prepare, goesFirst: true }, attempts))).value;
}

/**
 * The same, for an answer that is handed on: throws Busy rather than give one of several states of the store. It may take
 * long, as an export of everything does, so writes do not wait for it.
 */
export async function strictlyTogether<T>(store: Store, read: () => Promise<T>): Promise<T> {
  const { value, isSettled } = await within.run(true, () => tried(store, { read, goesFirst: false }, attempts));
  if (isSettled) return value;
  throw new Busy('The database was written to while this was put together, again and again.', {
    detail: 'Ask again when the import is done.',
    retryAfter: 5,
  });
}
