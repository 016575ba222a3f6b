// A force-directed layout for data that is not about plans: deterministic, and in bounded steps so that the page stays live.
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Point } from './build.ts';
import type { Dataset } from './model.ts';
import { relax } from './relax.ts';

// The package is CommonJS with a declared default: at run time the function itself is what is imported.
const layout = forceAtlas2 as unknown as typeof forceAtlas2.default;
const extent = 420;
/** Iterations between two pauses: few enough that the page answers in between. */
const stride = 5;

/** Evenly spread starting places: a sunflower's seeds, in the order of the keys. */
export function seeds(keys: readonly string[]): Map<string, Point> {
  return new Map(
    [...keys].sort().map((key, index) => {
      const radius = extent * Math.sqrt((index + 0.5) / keys.length);
      return [key, { x: radius * Math.cos(index * 2.399963), y: radius * Math.sin(index * 2.399963) }];
    }),
  );
}

/** Iterations for so many nodes: fewer where each costs more. */
export const iterationsFor = (nodes: number): number =>
  Math.max(40, Math.min(300, Math.round(60_000 / Math.max(1, nodes))));

/** Places for every node. `pause` runs between steps of a few iterations, and may throw to stop. */
export async function forceLayout(dataset: Dataset, pause: () => Promise<void>): Promise<Map<string, Point>> {
  const graph = new UndirectedGraph();
  for (const [key, place] of seeds([...dataset.nodes.keys()])) graph.addNode(key, { ...place });
  for (const edge of dataset.edges.values()) if (edge.source !== edge.target) graph.mergeEdge(edge.source, edge.target);
  const settings = { ...layout.inferSettings(graph), barnesHutOptimize: graph.order > 400, adjustSizes: false };
  for (let left = iterationsFor(graph.order); left > 0 && graph.order > 1; left -= stride) {
    layout.assign(graph, { iterations: Math.min(stride, left), settings });
    await pause();
  }
  const places = rescale(
    new Map(graph.mapNodes((key, attributes) => [key, { x: attributes.x as number, y: attributes.y as number }])),
  );
  // Forces let neighbours lie on one another; a node's own room is kept for it.
  relax(places, () => '', new Set());
  return places;
}

/** The same places, moved and scaled evenly into a square around the middle. */
export function rescale(places: ReadonlyMap<string, Point>): Map<string, Point> {
  const xs = [...places.values()].map((place) => place.x);
  const ys = [...places.values()].map((place) => place.y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (2 * extent) / Math.max(right - left, high - low, 1e-9);
  return new Map(
    [...places].map(([key, { x, y }]) => [
      key,
      { x: (x - (left + right) / 2) * scale, y: (y - (low + high) / 2) * scale },
    ]),
  );
}
