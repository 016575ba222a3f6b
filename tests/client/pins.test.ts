import { beforeEach, expect, test } from 'vitest';
import { beyondAddress } from '../../client/state/address.ts';
import { drawn, placeOf } from '../../client/state/graph.ts';
import { dismiss, notices } from '../../client/state/notices.ts';
import { moveTo, pinHere, unpin } from '../../client/state/pins.ts';
import { addByHand, applyView, canvas, redo, undo, view } from '../../client/state/view.ts';
import { decodeView, defaultView, encodeView } from '../../client/state/view-url.ts';
import { at, drawSample, loadNeighbourOf } from './drawing.ts';

const hungary = 'country:hu';
drawSample();
beforeEach(() => {
  for (const { id } of notices.value) dismiss(id);
});

test('a moved node stands there, pinned; the others where they stood; undo and redo move it back and forth', () => {
  const before = at(hungary);
  const other = at('country:sk');
  moveTo(new Map([[hungary, { x: 120.4, y: -33.6 }]]));
  expect(at(hungary)).toEqual({ x: 120, y: -34 });
  expect(drawn.getNodeAttribute(hungary, 'pinned')).toBe(true);
  expect(at('country:sk')).toEqual(other);
  undo();
  expect(at(hungary)).toEqual(before);
  expect(drawn.getNodeAttribute(hungary, 'pinned')).toBe(false);
  redo();
  expect(at(hungary)).toEqual({ x: 120, y: -34 });
});

test('moves that belong together are one step', () => {
  const before = at(hungary);
  for (const x of [10, 20, 30]) moveTo(new Map([[hungary, { x, y: 0 }]]), 'nudge');
  expect(at(hungary)).toEqual({ x: 30, y: 0 });
  undo();
  expect(at(hungary)).toEqual(before);
});

test('pinning leaves a node where it stands to the nearest unit, unpinning takes it back to the layout’s place', () => {
  const { x, y } = at(hungary);
  pinHere([hungary]);
  expect(Math.abs(at(hungary).x - x)).toBeLessThanOrEqual(0.5);
  moveTo(new Map([[hungary, { x: 0, y: 500 }]]));
  unpin([hungary]);
  expect(at(hungary)).toEqual({ x, y });
});

test('pins come back from the address', () => {
  moveTo(new Map([[hungary, { x: 7, y: 8 }]]));
  const { view: back, unread } = decodeView(encodeView(view.value));
  expect(unread).toEqual([]);
  applyView(defaultView);
  expect(at(hungary)).not.toEqual({ x: 7, y: 8 });
  applyView(back);
  expect(at(hungary)).toEqual({ x: 7, y: 8 });
});

test('what joins the canvas goes near where its neighbour was put', () => {
  moveTo(new Map([[hungary, { x: 900, y: 900 }]]));
  loadNeighbourOf(hungary);
  addByHand('add', ['country:new']);
  expect(Math.hypot(at('country:new').x - 900, at('country:new').y - 900)).toBeLessThan(200);
  expect(placeOf('country:new')).toEqual(at('country:new'));
});

test('more pins than an address holds are told as left out of it', () => {
  const many = new Map(Array.from({ length: 70 }, (_, index) => [`country:${index}`, { x: index, y: 0 }]));
  moveTo(many);
  expect(canvas.value.pins.size).toBe(70);
  expect(beyondAddress.value?.pins.size).toBe(70);
});
