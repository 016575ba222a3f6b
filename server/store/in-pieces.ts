// Converts the rows of an answer a piece at a time, so that a very long one does not hold up the server.
import { setImmediate } from 'node:timers/promises';

/** Rows converted before other work has its turn: a few milliseconds. */
const piece = 2000;

/** What `of` makes of each item; other work has its turn after every 2,000. */
export async function mapInPieces<T, R>(items: readonly T[], of: (item: T) => R): Promise<R[]> {
  const made: R[] = [];
  for (let at = 0; at < items.length; at += piece) {
    if (at > 0) await setImmediate();
    for (const item of items.slice(at, at + piece)) made.push(of(item));
  }
  return made;
}
