import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainDrawing, layoutChain } from '../../client/graph/chain-layout.ts';
import { type Trail, trailFrom } from '../../client/graph/trails.ts';
import { roughMeasure, wrapText } from '../../client/graph/wrap.ts';
import { derivation } from './trails-builders.ts';

const measure = roughMeasure(12);
const measures = { name: measure, note: measure, how: measure };
const trailOf = (links: readonly string[]): Trail => {
  const of = derivation(links, []);
  return trailFrom(
    of,
    of.nodes.map((node) => node.key),
    () => undefined,
  );
};
const draw = (links: readonly string[], width = 358) => layoutChain(trailOf(links), width, measures);
const columns = (drawing: ChainDrawing) => {
  const xs = [...new Set(drawing.boxes.map((box) => box.x))].sort((a, b) => a - b);
  return Object.fromEntries(drawing.boxes.map((box) => [box.node.key, xs.indexOf(box.x)]));
};
const apart = (drawing: ChainDrawing): boolean =>
  drawing.boxes.every((a, index) =>
    drawing.boxes
      .slice(index + 1)
      .every((b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y),
  );

test('outlet, relayed outlet and source stand from left to right, each after all that lead to it', () => {
  const drawing = draw(['kyiv>politico', 'euro>politico', 'politico>source:x', 'kyiv>source:x']);
  expect(columns(drawing)).toEqual({ kyiv: 0, euro: 0, politico: 1, 'source:x': 2 });
  expect(drawing.width).toBeLessThanOrEqual(358);
  expect(drawing.arrows.filter((arrow) => arrow.back)).toEqual([]);
});

test('a circle is drawn with one arrow leading back', () => {
  const drawing = draw(['kyiv>babel', 'babel>kyiv']);
  expect(drawing.arrows.map((arrow) => arrow.back).sort()).toEqual([false, true]);
  expect(new Set(drawing.boxes.map((box) => box.x)).size).toBe(2);
});

test('a link of an article to itself does not keep it from being drawn', () => {
  expect(draw(['kyiv>kyiv', 'kyiv>source:x']).boxes).toHaveLength(2);
});

test('no words leave their box and no box lies on another, whatever the links', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'source:f', 'source:g');
  const link = fc.tuple(name, name).map(([from, to]) => `${from}>${to}`);
  fc.assert(
    fc.property(fc.array(link, { minLength: 1, maxLength: 14 }), fc.integer({ min: 200, max: 900 }), (links, width) => {
      const drawing = draw(links, width);
      expect(apart(drawing)).toBe(true);
      for (const box of drawing.boxes) {
        for (const line of [...box.name, ...box.note, ...box.how])
          expect(measure(line)).toBeLessThanOrEqual(box.width - 12);
        expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
        expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
      }
    }),
  );
});

test('text breaks between words, long words inside, and ends in an ellipsis where it is too long', () => {
  const wide = (text: string) => text.length;
  expect(wrapText('four officials and diplomats', 14, wide, 4)).toEqual(['four officials', 'and diplomats']);
  expect(wrapText('Euromaidanpress', 6, wide, 4)).toEqual(['Euroma', 'idanpr', 'ess']);
  expect(wrapText('one two three four', 9, wide, 1)).toEqual(['one two…']);
  expect(wrapText('🙂🙂🙂🙂', 4, wide, 2)).toEqual(['🙂🙂', '🙂🙂']);
  expect(wrapText('  ', 4, wide, 2)).toEqual([]);
});
