// Who goes first: a write waits for reads that have the right of way when it comes, for those only, and not for ever.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Journal } from '../../../server/store/journal.ts';
import { RightOfWay } from '../../../server/store/right-of-way.ts';

/** A promise that is resolved from outside. */
function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('a write waits for the reads that are at it when it comes, and not for later ones', async () => {
  const way = new RightOfWay();
  const [first, later] = [gate(), gate()];
  const read = way.take(() => first.opened.then(() => 'read'));
  const order: string[] = [];
  const write = way.give().then(() => order.push('write'));
  const after = way.take(() => later.opened);
  await wait(20);
  expect(order).toEqual([]);
  first.open();
  expect(await read).toBe('read');
  await write;
  expect(order).toEqual(['write']);
  later.open();
  await after;
});

test('reads that fail or never end keep no write waiting for ever', async () => {
  const way = new RightOfWay();
  await expect(way.take(() => Promise.reject(new Error('It broke off.')))).rejects.toThrow('It broke off.');
  await way.give();
  const never = gate();
  const stuck = way.take(() => never.opened);
  await way.give();
  never.open();
  await stuck;
});

test('a write by those who have the right of way does not wait for itself', async () => {
  const journal = new Journal(async () => 1, true);
  // The while that a write waits at most never passes.
  vi.useFakeTimers();
  try {
    expect(await journal.way.take(() => journal.following(async () => 'written'))).toBe('written');
  } finally {
    vi.useRealTimers();
  }
});
