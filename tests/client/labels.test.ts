import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type LabelRequest, placeLabels, Room } from '../../client/graph/labels.ts';
import { inTwoLines } from '../../client/graph/wrap.ts';

const viewport = { width: 800, height: 600 };
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const request = (key: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  key,
  x,
  y,
  radius: 8,
  width: 60,
  height: 16,
  rank: 0,
  forced: false,
  outward: { x: 1, y: 0 },
  ...more,
});

test('no label covers another label or a node, and none leaves the view', () => {
  const label = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 600 }),
    radius: fc.integer({ min: 3, max: 20 }),
    width: fc.integer({ min: 10, max: 200 }),
    rank: fc.integer({ min: 0, max: 9 }),
    outward: fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) }),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 60 }), (list) => {
      const requests = list.map((one, index) => request(`n${index}`, one.x, one.y, one));
      const placed = placeLabels(requests, viewport);
      for (const [index, box] of placed.entries()) {
        expect(box.left >= 0 && box.right <= 800 && box.top >= 0 && box.bottom <= 600).toBe(true);
        for (const other of placed.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        for (const { key, x, y, radius } of requests) {
          if (key !== box.key)
            expect(overlap(box, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })).toBe(
              false,
            );
        }
      }
    }),
  );
});

test('where two compete for one place, the lower rank is labelled', () => {
  const strip = { width: 100, height: 24 };
  const both = [request('later', 10, 12, { radius: 3, rank: 5 }), request('first', 10, 12, { radius: 3, rank: 1 })];
  expect(placeLabels(both, strip).map((one) => one.key)).toEqual(['first']);
});

test('the selected node’s label is placed even where there is no room', () => {
  const crowd = Array.from({ length: 400 }, (_, index) =>
    request(`n${index}`, (index % 20) * 40, Math.floor(index / 20) * 30, { radius: 15 }),
  );
  const forced = request('selected', 400, 300, { forced: true, width: 180 });
  expect(placeLabels([...crowd, forced], viewport).map((one) => one.key)).toContain('selected');
});

test('no label is placed in a reserved corner', () => {
  const corner = { left: 0, top: 0, right: 200, bottom: 54 };
  const crowd = Array.from({ length: 30 }, (_, index) => request(`n${index}`, index * 9, 30 + (index % 4) * 20));
  const placed = placeLabels(crowd, viewport, [corner]);
  expect(placed.length).toBeGreaterThan(0);
  for (const box of placed) expect(overlap(box, corner)).toBe(false);
});

test('a label stands on the side away from the middle', () => {
  const [left] = placeLabels([request('a', 300, 300, { outward: { x: -200, y: 10 } })], viewport);
  const [right] = placeLabels([request('a', 300, 300, { outward: { x: 200, y: 10 } })], viewport);
  expect(left?.right).toBeLessThan(300);
  expect(right?.left).toBeGreaterThan(300);
});

test('a name that finds no room on one line stands on two', () => {
  // Between two columns of nodes there are 90 pixels.
  const walls = [0, 1].flatMap((side) =>
    Array.from({ length: 60 }, (_, index) => request(`w${side}-${index}`, side * 106, index * 10, { radius: 8 })),
  );
  const plan = request('plan', 53, 300, { rank: -1, width: 140, folded: { width: 80, height: 32 } });
  const find = (list: LabelRequest[]) => placeLabels(list, viewport).find(({ key }) => key === 'plan');
  const { folded: _, ...onOneLine } = plan;
  expect(find([...walls, onOneLine])).toBeUndefined();
  const box = find([...walls, plan]);
  expect(box?.folded).toBe(true);
  expect([(box?.right ?? 0) - (box?.left ?? 0), (box?.bottom ?? 0) - (box?.top ?? 0)]).toEqual([80, 32]);
  expect(find([plan])?.folded).toBe(false);
});

test('a label that must stand where nothing is free covers as little as it can', () => {
  const crowd = Array.from({ length: 2000 }, (_, index) =>
    request(`n${index}`, (index % 50) * 16, Math.floor(index / 50) * 16, { radius: 9 }),
  );
  // Only to the left of it is there less.
  const thinned = crowd.filter(({ x, y }) => !(x > 300 && x < 390 && Math.abs(y - 304) < 14));
  const forced = request('selected', 400, 304, { forced: true });
  const box = placeLabels([...thinned, forced], viewport).find(({ key }) => key === 'selected');
  expect(box?.right).toBeLessThan(400);
});

test('what is taken of the room is not given to a label', () => {
  const node = request('a', 300, 300);
  const room = new Room([node], viewport);
  const right = { left: 312, top: 290, right: 380, bottom: 310 };
  expect(room.take([right])).toBe(right);
  expect(room.take([right])).toBeUndefined();
  const [label] = room.label([node]);
  expect(label && overlap(label, right)).toBe(false);
});

test('a name is parted where its wider line is narrowest', () => {
  const wide = (text: string) => text.length;
  expect(inTwoLines('NATO invitation for Ukraine', wide)).toEqual({
    of: ['NATO invitation', 'for Ukraine'],
    width: 15,
  });
  expect(inTwoLines('Membership', wide)).toBeUndefined();
});
