import { expect, test } from 'vitest';
import { columnsOf } from '../../../client/graph/layouts/columns.ts';
import { ForceRun } from '../../../client/graph/layouts/force.ts';
import { iterationsAtFirst, iterationsFor, seeds } from '../../../client/graph/layouts/start.ts';

const keys = Array.from({ length: 60 }, (_, index) => `x:${index}`);
const nodes = keys.map((key) => ({ key }));
/** Two bushes with one relation between them. */
const edges = keys.slice(1).map((key, index) => ({ source: key, target: keys[index < 29 ? 0 : 30] as string }));
const start = seeds(keys);

function run(fixed: ReadonlySet<string> = new Set(), most = iterationsFor(keys.length)): ForceRun {
  const forces = new ForceRun(
    columnsOf(
      nodes,
      edges,
      (key) => start.get(key),
      (key) => fixed.has(key),
    ),
    most,
  );
  for (let steps = 0; !forces.settled && steps < 1000; steps++) forces.step(2);
  return forces;
}
const at = (places: Float32Array, index: number) => ({
  x: places[2 * index] as number,
  y: places[2 * index + 1] as number,
});
const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

test('comes to rest by itself, the same every time', () => {
  const forces = run();
  expect(forces.settled).toBe(true);
  expect(forces.moved).toBeLessThan(0.2);
  expect([...run().places()]).toEqual([...forces.places()]);
});

test('draws together what is joined', () => {
  const places = run().places();
  const own = keys.slice(1, 30).map((_, index) => distance(at(places, index + 1), at(places, 0)));
  const other = keys.slice(1, 30).map((_, index) => distance(at(places, index + 1), at(places, 30)));
  expect(Math.max(...own)).toBeLessThan(Math.max(...other));
});

test('leaves what is fixed exactly where it is', () => {
  const places = run(new Set(['x:5'])).unfolded();
  expect(distance(at(places, 5), start.get('x:5') as { x: number; y: number })).toBeLessThan(0.001);
});

test('a node put somewhere while it runs starts it anew, and the others give way', () => {
  const forces = run();
  forces.put(7, { x: 900, y: 900 }, true);
  expect(forces.settled).toBe(false);
  forces.step(20);
  expect(at(forces.places(), 7).x).toBeCloseTo(900, 2);
});

test('ends after the iterations it was given, and nothing joined to nothing is no trouble', () => {
  const forces = run(new Set(), 10);
  expect(forces.settled).toBe(true);
  expect([
    ...new ForceRun(
      columnsOf([], [], () => undefined),
      50,
    ).unfolded(),
  ]).toEqual([]);
  expect(
    new ForceRun(
      columnsOf(nodes.slice(0, 1), [], () => undefined),
      50,
    ).settled,
  ).toBe(true);
});

test('no two nodes stand on each other at the end', () => {
  const places = run().unfolded();
  for (let a = 0; a < keys.length; a++)
    for (let b = a + 1; b < keys.length; b++) expect(distance(at(places, a), at(places, b))).toBeGreaterThan(15);
});

test('the larger the graph, the fewer iterations, and fewest where somebody waits', () => {
  expect(iterationsFor(10_000)).toBeLessThan(iterationsFor(500));
  expect(iterationsAtFirst(10_000)).toBeLessThan(iterationsFor(10_000));
});
