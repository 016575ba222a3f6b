// Layouts on the drawn graph: put in place, under way, left again; what joins moves nothing.
import { expect, test } from 'vitest';
import { arrange, drawn, frame, glide, held, moves } from '../../../client/state/graph.ts';
import { moveTo } from '../../../client/state/pins.ts';
import { addByHand, applyView } from '../../../client/state/view.ts';
import { defaultView } from '../../../client/state/view-url.ts';
import { at, drawSample, loadNeighbourOf } from '../drawing.ts';

drawSample();

const places = () => new Map(drawn.mapNodes((key) => [key, at(key)] as const));
const inRow = () => new Map(drawn.nodes().map((key, index) => [key, { x: index * 100, y: 0 }] as const));

test('another layout moves all but the pinned, and the way back leads to the first places', () => {
  const before = places();
  moveTo(new Map([['country:hu', { x: 5, y: 5 }]]));
  const row = inRow();
  arrange(row);
  expect(at('country:sk')).toEqual(row.get('country:sk'));
  expect(at('country:hu')).toEqual({ x: 5, y: 5 });
  expect(frame.value?.x[1]).toBeGreaterThan(100 * (drawn.order - 1));
  applyView(defaultView);
  arrange('at first');
  expect(places()).toEqual(before);
});

test('what joins under another layout stands near its neighbour and moves nobody', () => {
  arrange(inRow());
  const before = places();
  loadNeighbourOf('country:sk');
  addByHand('add', ['country:new']);
  for (const [key, place] of before) expect(at(key)).toEqual(place);
  const anchor = at('country:sk');
  expect(Math.hypot(at('country:new').x - anchor.x, at('country:new').y - anchor.y)).toBeLessThan(200);
});

test('places on their way are taken over in one pass, but for nodes held or pinned by hand', () => {
  moveTo(new Map([['country:hu', { x: 5, y: 5 }]]));
  held.add('country:de');
  const germany = at('country:de');
  const keys = drawn.nodes();
  const before = moves.peek();
  glide(keys, Float32Array.from(keys.flatMap((_, index) => [index, -index])));
  held.clear();
  expect(moves.peek()).toBe(before + 1);
  expect(at('country:hu')).toEqual({ x: 5, y: 5 });
  expect(at('country:de')).toEqual(germany);
  const slovakia = keys.indexOf('country:sk');
  expect(at('country:sk')).toEqual({ x: slovakia, y: -slovakia });
});
