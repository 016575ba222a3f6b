import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieces } from '../../client/text/pieces.ts';

test('spans count code points and may overlap', () => {
  const found = pieces('a🙂bcd', [
    { key: 'x', start: 1, end: 3 },
    { key: 'y', start: 2, end: 4 },
  ]);
  expect(found).toEqual([
    { text: 'a', keys: [] },
    { text: '🙂', keys: ['x'] },
    { text: 'b', keys: ['x', 'y'] },
    { text: 'c', keys: ['y'] },
    { text: 'd', keys: [] },
  ]);
});

test('the pieces make up the text, whatever the spans', () => {
  const span = fc.record({ key: fc.string(), start: fc.nat(60), end: fc.nat(60) });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(span), (text, spans) => {
      expect(
        pieces(text, spans)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
