// The hierarchical layout: layers from left to right along the relations, with as few crossings as dagre finds (Gansner et al., 1993).
import { Graph, layout } from '@dagrejs/dagre';

/** Beyond so many, the layers are found by the longest path, which is quicker and a little wider. */
const simple = 300;

/** x and y of each node, in layout units. `widths` are those of the nodes with their names. */
export function layersLayout(widths: readonly number[], ends: Uint32Array): Float32Array {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 26,
    edgesep: 6,
    ranksep: 60,
    ranker: widths.length > simple ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  widths.forEach((width, index) => {
    graph.setNode(String(index), { width, height: 26 });
  });
  for (let at = 0; at < ends.length; at += 2) {
    const [from, to] = [ends[at] as number, ends[at + 1] as number];
    if (from !== to) graph.setEdge(String(from), String(to), {}, String(at));
  }
  layout(graph);
  const places = new Float32Array(2 * widths.length);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  widths.forEach((_, index) => {
    const { x, y } = graph.node(String(index)) as { x: number; y: number };
    places[2 * index] = x - width / 2;
    // Upward, as everywhere on the canvas.
    places[2 * index + 1] = height / 2 - y;
  });
  return places;
}
