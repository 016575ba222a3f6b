// How often each node lies on the shortest ways between two others (Brandes, 2001); in large graphs estimated from a sample (Brandes and Pich, 2007).
import type { UndirectedGraph } from 'graphology';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import { exactUpTo, sampleSize } from './bounds.ts';
import { seeded } from './random.ts';

/** So many different whole numbers below `order`, the same every time. */
function sample(order: number, size: number): number[] {
  const all = Array.from({ length: order }, (_, index) => index);
  const random = seeded(order);
  for (let index = 0; index < size; index++) {
    const other = index + Math.floor(random() * (order - index));
    [all[index], all[other]] = [all[other] as number, all[index] as number];
  }
  return all.slice(0, size);
}

/** From 0 to 1 for each node, in the graph's order: the share of all pairs of others that it lies between. */
export function betweenness(graph: UndirectedGraph): { values: Float64Array; sampled: boolean } {
  const { order } = graph;
  const values = new Float64Array(order);
  const sampled = order > exactUpTo;
  if (order < 3) return { values, sampled };
  const sources = sample(order, sampled ? sampleSize : order);
  const ways = createUnweightedIndexedBrandes(graph);
  const delta = new Float64Array(order);
  for (const source of sources) {
    const [stack, before, counts] = ways(source);
    delta.fill(0);
    while (stack.size > 0) {
      const at = stack.pop() as number;
      const share = (1 + (delta[at] as number)) / (counts[at] as number);
      for (const previous of before[at] ?? [])
        delta[previous] = (delta[previous] as number) + (counts[previous] as number) * share;
      if (at !== source) values[at] = (values[at] as number) + (delta[at] as number);
    }
  }
  const scale = order / sources.length / ((order - 1) * (order - 2));
  return { values: values.map((value) => value * scale), sampled };
}
