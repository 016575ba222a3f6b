import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import betweennessOf from 'graphology-metrics/centrality/betweenness.js';
import { expect, test } from 'vitest';
import { betweenness } from '../../../client/graph/metrics/betweenness.ts';
import { exactUpTo } from '../../../client/graph/metrics/bounds.ts';
import { computeMetrics } from '../../../client/graph/metrics/compute.ts';
import { seeded } from '../../../client/graph/metrics/random.ts';

/** Two triangles joined by a bridge, and one node alone. */
const ends = Uint32Array.from([0, 1, 1, 2, 2, 0, 3, 4, 4, 5, 5, 3, 2, 3]);

test('two triangles on a bridge: its ends lie between, each triangle is a community, the lone node a component', () => {
  const found = computeMetrics(7, ends);
  expect([...found.degree]).toEqual([2, 2, 3, 3, 2, 2, 0]);
  // Of the 15 pairs of the other six, each end of the bridge lies between 2 times 3.
  expect(found.betweenness[2]).toBeCloseTo(6 / 15, 10);
  expect(found.betweenness[0]).toBe(0);
  expect([...found.community]).toEqual([0, 0, 0, 1, 1, 1, 2]);
  expect([...found.component]).toEqual([0, 0, 0, 0, 0, 0, 1]);
  expect(found.sampled).toBe(false);
});

test('PageRank follows the direction and sums to 1', () => {
  const { pagerank } = computeMetrics(4, Uint32Array.from([0, 3, 1, 3, 2, 3]));
  expect(pagerank.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 6);
  expect(pagerank[3]).toBeGreaterThan((pagerank[0] as number) * 2);
});

test('parallel relations and those of a node to itself are no trouble, nor is an empty graph', () => {
  expect([...computeMetrics(2, Uint32Array.from([0, 0, 0, 1, 0, 1, 1, 0])).degree]).toEqual([4, 3]);
  expect(computeMetrics(0, new Uint32Array()).degree.length).toBe(0);
  expect([...computeMetrics(3, new Uint32Array()).component]).toEqual([0, 1, 2]);
});

const graph = fc.integer({ min: 1, max: 25 }).chain((order) =>
  fc.record({
    order: fc.constant(order),
    pairs: fc.array(fc.tuple(fc.nat(order - 1), fc.nat(order - 1)), { maxLength: 50 }),
  }),
);

test('the same graph gives the same metrics, communities too', () => {
  fc.assert(
    fc.property(graph, ({ order, pairs }) => {
      const columns = Uint32Array.from(pairs.flat());
      expect(computeMetrics(order, columns)).toEqual(computeMetrics(order, columns));
    }),
    { numRuns: 50 },
  );
});

test('exact betweenness is that of graphology’s own', () => {
  const own = betweennessOf as unknown as typeof betweennessOf.default;
  fc.assert(
    fc.property(graph, ({ order, pairs }) => {
      fc.pre(order > 2);
      const plain = new UndirectedGraph();
      for (let index = 0; index < order; index++) plain.addNode(index);
      for (const [a, b] of pairs) if (a !== b) plain.mergeEdge(a, b);
      const theirs = own(plain);
      betweenness(plain).values.forEach((value, index) => {
        expect(value).toBeCloseTo(theirs[index] as number, 8);
      });
    }),
    { numRuns: 50 },
  );
});

test('beyond the stated size betweenness is an estimate that finds the hubs', () => {
  const order = exactUpTo + 500;
  const random = seeded(3);
  // Three hubs on a line, everybody else at one of them.
  const pairs = [0, 1, 1, 2];
  for (let index = 3; index < order; index++) pairs.push(index, Math.floor(random() * 3));
  const { betweenness: values, sampled } = computeMetrics(order, Uint32Array.from(pairs));
  expect(sampled).toBe(true);
  const top = [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number)).slice(0, 3);
  expect(top.sort()).toEqual([0, 1, 2]);
  expect(values[1]).toBeGreaterThan(0.5);
  expect(values[1]).toBeLessThanOrEqual(1.05);
});
