// Maximum flow and components against slow ways to find the same: every set of vertices, every pair.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arcs, componentsOf } from '../../../server/provenance/components.ts';
import { type UnitNetwork, unitFlow } from '../../../server/provenance/flow.ts';

const size = 7;
const vertex = fc.nat(size - 1);
const vertices = fc.uniqueArray(vertex, { maxLength: 4 });
const arcs: fc.Arbitrary<Arcs> = fc.array(fc.uniqueArray(vertex, { maxLength: 3 }), {
  minLength: size,
  maxLength: size,
});
const network: fc.Arbitrary<UnitNetwork> = fc.record({
  arcs,
  entries: vertices,
  ends: vertices,
  furtherEnds: vertices,
});

/** What is reached from the vertices, themselves included, without entering those that are shut. */
function reached(graph: Arcs, from: readonly number[], isShut: (vertex: number) => boolean): Set<number> {
  const found = new Set(from.filter((at) => !isShut(at)));
  for (const at of found) for (const to of graph[at] ?? []) if (!isShut(to)) found.add(to);
  return found;
}
const members = (set: number): number => set.toString(2).replaceAll('0', '').length;

/** Every set of vertices that parts the entries from the ends, as bits. */
function partingSets({ arcs: graph, entries }: UnitNetwork, ends: readonly number[]): number[] {
  const sets = Array.from({ length: 2 ** size }, (_, set) => set);
  return sets.filter((set) => {
    const found = reached(graph, entries, (at) => (set & (1 << at)) !== 0);
    return !ends.some((at) => found.has(at));
  });
}
const fewest = (sets: readonly number[]): number => Math.min(...sets.map(members));

describe('unitFlow', () => {
  it('is the size of the smallest set of vertices that parts entries and ends', () => {
    fc.assert(
      fc.property(network, (net) => {
        const { first, total } = unitFlow(net);
        expect(first).toBe(fewest(partingSets(net, net.ends)));
        expect(total).toBe(fewest(partingSets(net, [...net.ends, ...net.furtherEnds])));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('gives the smallest parting set that lies nearest the ends', () => {
    fc.assert(
      fc.property(network, (net) => {
        const { cut, total } = unitFlow(net);
        const sets = partingSets(net, [...net.ends, ...net.furtherEnds]).filter((set) => members(set) === total);
        const bits = cut.reduce((set, at) => set | (1 << at), 0);
        expect(sets).toContain(bits);
        const readerSide = (set: number) => reached(net.arcs, net.entries, (at) => (set & (1 << at)) !== 0);
        const near = readerSide(bits);
        for (const set of sets) expect([...readerSide(set)].every((at) => near.has(at))).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('follows a chain of a hundred thousand links', () => {
    const long = 100_000;
    const chain = Array.from({ length: long }, (_, at) => (at + 1 < long ? [at + 1] : []));
    expect(unitFlow({ arcs: chain, entries: [0], ends: [long - 1], furtherEnds: [] })).toEqual({
      first: 1,
      total: 1,
      cut: [long - 1],
    });
  });
});

describe('componentsOf', () => {
  it('joins what leads to each other, and numbers so that arcs lead down', () => {
    fc.assert(
      fc.property(arcs, (graph) => {
        const { of, count } = componentsOf(graph);
        const from = graph.map((_, at) => reached(graph, [at], () => false));
        expect(new Set(of).size).toBe(count);
        graph.forEach((targets, a) => {
          graph.forEach((_, b) => {
            expect(of[a] === of[b]).toBe(from[a]?.has(b) === true && from[b]?.has(a) === true);
          });
          for (const to of targets) expect(of[to]).toBeLessThanOrEqual(of[a] ?? -1);
        });
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('follows a circle of a hundred thousand', () => {
    const long = 100_000;
    const circle = Array.from({ length: long }, (_, at) => [(at + 1) % long]);
    expect(componentsOf(circle).count).toBe(1);
  });
});
