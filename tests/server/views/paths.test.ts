// Shortest paths, compared with a plain search over the same graph.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LimitExceeded } from '../../../server/errors.ts';
import { mostPaths, shortestPaths } from '../../../server/views/paths.ts';

type Graph = [string, string][];

const expandOver = (graph: Graph) => async (keys: string[]) =>
  graph.flatMap(([a, b]) => [
    ...(keys.includes(a) ? [{ key: a, other: b }] : []),
    ...(keys.includes(b) ? [{ key: b, other: a }] : []),
  ]);

/** All shortest paths by walking every path, shortest first. */
function plain(graph: Graph, from: string, to: string, maxHops: number): string[][] {
  let layer = [[from]];
  for (let hops = 0; hops <= maxHops; hops += 1) {
    const there = layer.filter((path) => path.at(-1) === to);
    if (there.length > 0) {
      const joined = [...new Set(there.map((path) => path.join(' ')))];
      return joined.map((path) => path.split(' ')).sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
    }
    layer = layer.flatMap((path) =>
      graph.flatMap(([a, b]) => [
        ...(path.at(-1) === a && !path.includes(b) ? [[...path, b]] : []),
        ...(path.at(-1) === b && !path.includes(a) ? [[...path, a]] : []),
      ]),
    );
  }
  return [];
}

describe('shortest paths', () => {
  it('are those of a plain search, in order', async () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(node, node), { maxLength: 10 }),
        node,
        node,
        fc.integer({ min: 1, max: 5 }),
        async (graph, from, to, hops) => {
          const edges = graph.filter(([a, b]) => a !== b);
          const found = await shortestPaths(from, to, hops, expandOver(edges));
          const all = plain(edges, from, to, hops);
          expect(found).toEqual({ sequences: all.slice(0, mostPaths), more: all.length > mostPaths });
        },
      ),
    );
  });

  it('are ten at most, the first by key', async () => {
    const middles = Array.from({ length: 30 }, (_, at) => `m${String(at).padStart(2, '0')}`);
    const graph = middles.flatMap(
      (middle): Graph => [
        ['a', middle],
        [middle, 'z'],
      ],
    );
    const found = await shortestPaths('a', 'z', 4, expandOver(graph));
    expect(found).toEqual({ sequences: middles.slice(0, 10).map((middle) => ['a', middle, 'z']), more: true });
  });

  it('are the node alone from a node to itself, and none where there is no way', async () => {
    expect(await shortestPaths('a', 'a', 3, expandOver([]))).toEqual({ sequences: [['a']], more: false });
    expect(await shortestPaths('a', 'b', 8, expandOver([['a', 'c']]))).toEqual({ sequences: [], more: false });
  });

  it('are given up with a reason when a layer is too wide', async () => {
    const wide = async (keys: string[]) =>
      keys.flatMap((key) => Array.from({ length: 25_000 }, (_, at) => ({ key, other: `${key}${at}` })));
    await expect(shortestPaths('a', 'z', 8, wide)).rejects.toThrow(LimitExceeded);
  });
});
