// Work in steps gives what the same work at once gives, and pauses often enough.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTurns } from '../../../server/evidence/in-turns.ts';
import { groupBy } from '../../../server/schema/lists.ts';
import { atOnce, each, flatMapSteps, groupSteps, type Steps, sortSteps } from '../../../server/schema/steps.ts';

/** How often the steps pause. */
function pauses(steps: Steps<unknown>): number {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
}
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => (at * 7919) % count);
const items = fc.array(fc.record({ key: fc.nat({ max: 9 }), at: fc.nat() }), { maxLength: 60 }).map((few) => {
  // Long enough for several runs, with many equal keys.
  return Array.from({ length: 100 }, () => few).flat();
});

describe('steps', () => {
  it('sort as a sort does, equal ones in their order, and leave what they were given as it was', () => {
    fc.assert(
      fc.property(items, (some) => {
        const before = [...some];
        const order = (a: { key: number }, b: { key: number }) => a.key - b.key;
        expect(atOnce(sortSteps(some, order))).toEqual([...some].sort(order));
        expect(some).toEqual(before);
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it('group and map as these do', () => {
    const some = numbers(3000);
    expect([...atOnce(groupSteps(some, (one) => one % 7))]).toEqual([...groupBy(some, (one) => one % 7)]);
    const twice = (one: number) => (one % 3 === 0 ? [] : [one, one]);
    expect(atOnce(flatMapSteps(some, twice))).toEqual(some.flatMap(twice));
  });

  it('come to what is added to a set meanwhile', () => {
    const set = new Set([0]);
    atOnce(each(set, (one) => void (one < 5000 && set.add(one + 1))));
    expect(set.size).toBe(5001);
  });

  it.each<[string, (count: number) => Steps<unknown>]>([
    ['each', (count) => each(numbers(count), () => {})],
    ['group', (count) => groupSteps(numbers(count), (one) => one % 7)],
    ['sort', (count) => sortSteps(numbers(count), (a, b) => a - b)],
  ])('%s pauses in proportion to the items', (_, make) => {
    const [once, twice] = [20_000, 40_000].map((count) => pauses(make(count)));
    expect(once).toBeGreaterThan(9);
    expect((twice ?? 0) / (once ?? 1)).toBeGreaterThan(1.9);
  });

  it('run in turns let others go on', async () => {
    let others = 0;
    const other = setInterval(() => {
      others += 1;
    }, 1);
    const busy = (ms: number): void => {
      for (const end = performance.now() + ms; performance.now() < end; );
    };
    const sum = await inTurns(
      (function* () {
        for (let step = 0; step < 40; step++) {
          busy(5);
          yield;
        }
        return 'done';
      })(),
    );
    clearInterval(other);
    expect(sum).toBe('done');
    expect(others).toBeGreaterThan(3);
  });
});
