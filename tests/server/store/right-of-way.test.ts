// Who goes first: a write waits for reads that have the right of way when it comes, for those only, and not for ever.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
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
  const way = new RightOfWay(600_000);
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
  const way = new RightOfWay(50);
  await expect(way.take(() => Promise.reject(new Error('It broke off.')))).rejects.toThrow('It broke off.');
  await way.give();
  const never = gate();
  const stuck = way.take(() => never.opened);
  await way.give();
  never.open();
  await stuck;
});

test('a write by those who have the right of way does not wait for itself', async () => {
  // Longer than a test may take.
  const way = new RightOfWay(600_000);
  expect(await way.take(() => way.give().then(() => 'written'))).toBe('written');
});
