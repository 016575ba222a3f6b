import { signal } from '@preact/signals';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHistory } from '../../client/state/history.ts';

const setup = () => {
  const parts = { word: signal('a'), number: signal(0) };
  return {
    ...parts,
    history: createHistory<{ word: string; number: number }>({
      word: { signal: parts.word },
      number: { signal: parts.number },
    }),
  };
};

test('steps are taken back and made again one by one, each in words', () => {
  const { word, number, history } = setup();
  history.change('write b', { word: 'b' });
  history.change('count', { number: 1 });
  expect(history.labels.value).toEqual(['write b', 'count']);
  expect([history.undo(), history.undo(), history.undo()]).toEqual(['count', 'write b', undefined]);
  expect([word.value, number.value]).toEqual(['a', 0]);
  expect(history.redoable.value).toBe('write b');
  expect([history.redo(), history.redo(), history.redo()]).toEqual(['write b', 'count', undefined]);
  expect([word.value, number.value]).toEqual(['b', 1]);
});

test('a change after going back takes the place of what was taken back', () => {
  const { word, history } = setup();
  history.change('write b', { word: 'b' });
  history.change('write c', { word: 'c' });
  history.undo();
  history.change('write d', { word: 'd' });
  expect(history.labels.value).toEqual(['write b', 'write d']);
  expect(history.redo()).toBeUndefined();
  history.undo();
  expect(word.value).toBe('b');
});

test('any step can be gone to, and a place that there is not changes nothing', () => {
  const { word, history } = setup();
  for (const letter of ['b', 'c', 'd']) history.change(`write ${letter}`, { word: letter });
  history.goTo(0);
  expect([word.value, history.position.value]).toEqual(['a', 0]);
  history.goTo(2);
  expect(word.value).toBe('c');
  for (const nowhere of [-1, 4, Number.NaN]) history.goTo(nowhere);
  expect([word.value, history.position.value]).toEqual(['c', 2]);
});

test('the many changes of one drag are one step', () => {
  const { number, history } = setup();
  for (const value of [1, 2, 3]) history.change('drag', { number: value }, 'drag');
  expect(history.labels.value).toEqual(['drag']);
  history.undo();
  expect(number.value).toBe(0);
  history.redo();
  expect(number.value).toBe(3);
  history.change('write b', { word: 'b' });
  history.change('drag', { number: 4 }, 'drag');
  expect(history.labels.value).toEqual(['drag', 'write b', 'drag']);
});

test('what changed without being a step is there again after going back and forth', () => {
  const { word, history } = setup();
  history.change('write b', { word: 'b' });
  word.value = 'from the address';
  history.undo();
  expect(word.value).toBe('a');
  history.redo();
  expect(word.value).toBe('from the address');
});

test('a part may keep something of its own on the way', () => {
  const place = signal({ day: 1, what: 'a' });
  const history = createHistory<{ place: { day: number; what: string } }>({
    place: { signal: place, restored: (then, now) => ({ ...then, day: now.day }) },
  });
  history.change('write b', { place: { day: 1, what: 'b' } });
  place.value = { day: 7, what: 'b' };
  history.undo();
  expect(place.value).toEqual({ day: 7, what: 'a' });
});

test('of very many steps the oldest are forgotten, and it is said', () => {
  const { number, history } = setup();
  for (let value = 1; value <= 130; value++) history.change(`count ${value}`, { number: value });
  expect(history.labels.value).toHaveLength(100);
  expect(history.forgotten.value).toBe(true);
  history.goTo(0);
  expect(number.value).toBe(30);
});

test('whatever is done and gone to, the state is that of the step', () => {
  const move = fc.oneof(
    fc.record({ change: fc.nat(9) }),
    fc.record({ goTo: fc.nat(30) }),
    fc.constantFrom({ by: 'undo' as const }, { by: 'redo' as const }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const { number, history } = setup();
      let states = [0];
      let at = 0;
      for (const one of moves) {
        if ('change' in one) {
          history.change('count', { number: one.change });
          states = [...states.slice(0, at + 1), one.change];
          at++;
        } else if ('goTo' in one) {
          history.goTo(one.goTo);
          if (one.goTo < states.length) at = one.goTo;
        } else {
          history[one.by]();
          at = Math.min(states.length - 1, Math.max(0, at + (one.by === 'undo' ? -1 : 1)));
        }
        expect([number.value, history.position.value]).toEqual([states[at], at]);
      }
    }),
  );
});
