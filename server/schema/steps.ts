// Long computations in steps: whoever runs one may do other work between two of them.
import { addTo } from './lists.ts';

/** A computation that pauses again and again, and returns its value at the end. Pure: it does the same however it is run. */
export type Steps<T> = Generator<undefined, T>;

/** How many items are handled between two pauses: about a millisecond of work. */
const stride = 500;

/** All steps, one after the other. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does something with each item; items that are added meanwhile, as to a set, come too. */
export function* each<T>(items: Iterable<T>, work: (item: T) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    work(item);
    count += 1;
    if (count % stride === 0) yield;
  }
}

/** What `of` makes of the items, all in one list. */
export function* flatMapSteps<T, R>(items: Iterable<T>, of: (item: T) => readonly R[] | R): Steps<R[]> {
  const made: R[] = [];
  yield* each(items, (item) => {
    const one = of(item);
    if (Array.isArray(one)) for (const each of one) made.push(each);
    else made.push(one as R);
  });
  return made;
}

/** As `groupBy`: the items by what `of` says of each, in the order in which they come. */
export function* groupSteps<T, K>(items: Iterable<T>, of: (item: T) => K): Steps<Map<K, T[]>> {
  const groups = new Map<K, T[]>();
  yield* each(items, (item) => addTo(groups, of(item), item));
  return groups;
}

/** Items sorted by one call, and merged between two pauses. */
const run = 2000;

/** The items sorted, equal ones in their order: runs of them are sorted, then merged two by two. */
export function* sortSteps<T>(items: readonly T[], order: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += run) {
    runs.push(items.slice(at, at + run).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], order));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(a: readonly T[], b: readonly T[], order: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let [one, other] = [0, 0];
  while (one < a.length || other < b.length) {
    const end = merged.length + run;
    for (; merged.length < end && (one < a.length || other < b.length); ) {
      const takesOne = other >= b.length || (one < a.length && order(a[one] as T, b[other] as T) <= 0);
      merged.push((takesOne ? a[one++] : b[other++]) as T);
    }
    yield;
  }
  return merged;
}
