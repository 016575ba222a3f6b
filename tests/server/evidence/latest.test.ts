// What is made once for all who ask: kept while its state lasts, made anew for whoever asks in another.
import { expect, test } from 'vitest';
import { Latest } from '../../../server/evidence/latest.ts';

/** Something whose making ends when the test says so. */
function made() {
  let state = 1;
  const ends: (() => void)[] = [];
  const latest = new Latest(
    async () => String(state),
    async () => {
      const began = state;
      await new Promise<void>((resolve) => ends.push(resolve));
      return { value: `of ${began}`, keep: true };
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const pass = (): void => {
    state += 1;
  };
  return { latest, ends, settle, pass };
}

test('of all who ask at once one makes it, and it is kept until the state has passed', async () => {
  const { latest, ends, settle, pass } = made();
  const asked = [latest.get(), latest.get(), latest.get()];
  await settle();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await Promise.all(asked)).toEqual(['of 1', 'of 1', 'of 1']);
  expect(await latest.get()).toBe('of 1');
  pass();
  const later = latest.get();
  await settle();
  ends[1]?.();
  expect(await later).toBe('of 2');
});

test('who asks in a later state is never given one that began before, and all of them share the next', async () => {
  const { latest, ends, settle, pass } = made();
  const first = latest.get();
  await settle();
  pass();
  const second = latest.get();
  await settle();
  pass();
  const third = latest.get();
  await settle();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe('of 1');
  await settle();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  expect(await Promise.all([second, third])).toEqual(['of 3', 'of 3']);
});

test('a failure is told to all who asked, and not kept', async () => {
  let fails = true;
  const latest = new Latest(
    async () => '1',
    async () => {
      if (fails) throw new Error('It is down.');
      return { value: 'there', keep: true };
    },
  );
  await expect(Promise.all([latest.get(), latest.get()])).rejects.toThrow('It is down.');
  fails = false;
  expect(await latest.get()).toBe('there');
});
