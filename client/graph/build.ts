// From the visible part of the data to a graphology graph, changed in place so that what stays does not move.
import { MultiDirectedGraph } from 'graphology';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { type EdgeNote, withChange } from './changes.ts';
import { type EdgeStyle, encodeEdge, encodeNode, type NodeStyle } from './encode.ts';
import { typeOf } from './model.ts';
import type { Palette } from './palette.ts';
import type { Style } from './style.ts';

export interface Point {
  x: number;
  y: number;
}
/** Attributes of a drawn node; `kind` is its type, since sigma keeps `type` for itself. */
/** `noted`: whether somebody wrote a note on it. */
export type DrawnNode = NodeStyle & Point & { kind: string; pinned: boolean; noted: boolean };
/**
 * `note` is what became of it in a comparison, which is none of the notes that people write; `straight` tells lines from
 * curves and loops.
 */
export type DrawnEdge = EdgeStyle & { relation: string; note: string; noted: boolean; straight: boolean };
export type DrawnGraph = MultiDirectedGraph<DrawnNode, DrawnEdge>;

/** An empty graph of the kind that is drawn: directed, with several edges between two nodes. */
export const createGraph = (): DrawnGraph => new MultiDirectedGraph<DrawnNode, DrawnEdge>({ allowSelfLoops: true });

export interface Visual {
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  main: string | undefined;
  positions: Pick<ReadonlyMap<string, Point>, 'get'>;
  /** Nodes that somebody put where they are. */
  pinned?: Pick<ReadonlySet<string>, 'has'>;
  /** Nodes and edges that have notes. */
  noted?: Pick<ReadonlyMap<string, number>, 'has'> | undefined;
  /** What is chosen for each type. */
  style?: Style;
  /** Size and colour where they tell something else than the type. */
  look?: ((key: string) => Partial<Pick<NodeStyle, 'size' | 'color'>>) | undefined;
  /** Edges that are other than they were, where two states are compared. */
  changes?: ReadonlyMap<string, EdgeNote>;
}

/**
 * The lane of each edge among those that join the same two nodes: 0 for the first, then 1, -1, 2, -2 …; of a node to
 * itself 0, 1, 2 …
 */
export function lanes(edges: readonly EdgeView[]): Map<string, number> {
  const counts = new Map<string, Map<string, number>>();
  const result = new Map<string, number>();
  for (const edge of edges) {
    const forward = edge.source < edge.target;
    const [low, high] = forward ? [edge.source, edge.target] : [edge.target, edge.source];
    const of = counts.get(low) ?? new Map<string, number>();
    if (of.size === 0) counts.set(low, of);
    const index = of.get(high) ?? 0;
    of.set(high, index + 1);
    if (edge.source === edge.target) {
      result.set(edge.key, index);
      continue;
    }
    const lane = Math.ceil(index / 2) * (index % 2 === 1 ? 1 : -1);
    // An edge's left is the other side for one that runs the other way.
    result.set(edge.key, lane === 0 ? 0 : forward ? lane : -lane);
  }
  return result;
}

/** Whether any of the new attributes is other than it was. */
function differs<Attributes extends object>(was: Attributes, is: Attributes): boolean {
  for (const name in is) if (was[name] !== is[name]) return true;
  return false;
}

/**
 * Makes `graph` hold exactly the given nodes and edges, each with its style; what it held already keeps its place, and
 * what is as it was is not touched: each change has the renderer work.
 */
export function syncGraph(graph: DrawnGraph, visual: Visual, palette: Palette): void {
  const nodes = new Set(visual.nodes.map((node) => node.key));
  const edges = new Set(visual.edges.map((edge) => edge.key));
  graph.forEachEdge((key) => {
    if (!edges.has(key)) graph.dropEdge(key);
  });
  graph.forEachNode((key) => {
    if (!nodes.has(key)) graph.dropNode(key);
  });
  const degree = new Map<string, number>();
  for (const edge of visual.edges) {
    degree.set(edge.source, (degree.get(edge.source) ?? 0) + 1);
    degree.set(edge.target, (degree.get(edge.target) ?? 0) + 1);
  }
  for (const node of visual.nodes) {
    const emphasis = { main: node.key === visual.main, degree: degree.get(node.key) ?? 0 };
    const style = encodeNode(node, palette, emphasis, visual.style);
    const place = visual.positions.get(node.key) ?? { x: 0, y: 0 };
    const drawn = {
      ...style,
      ...visual.look?.(node.key),
      x: place.x,
      y: place.y,
      kind: typeOf(node),
      pinned: visual.pinned?.has(node.key) ?? false,
      noted: visual.noted?.has(node.key) ?? false,
    };
    if (!graph.hasNode(node.key)) graph.addNode(node.key, drawn);
    else if (differs(graph.getNodeAttributes(node.key), drawn)) graph.mergeNodeAttributes(node.key, drawn);
  }
  const comparing = (visual.changes?.size ?? 0) > 0;
  const laneOf = lanes(visual.edges);
  for (const edge of visual.edges) {
    const lane = laneOf.get(edge.key) ?? 0;
    // A loop does not bend to a side: its lane says where around the node it stands.
    const loop = edge.source === edge.target && { curvature: lane };
    const plain = { ...encodeEdge(edge, palette, lane, visual.style), ...loop };
    const style: DrawnEdge = {
      ...withChange(plain, visual.changes?.get(edge.key), palette, comparing),
      relation: edge.type,
      noted: visual.noted?.has(edge.key) ?? false,
      straight: plain.curvature === 0 && edge.source !== edge.target,
    };
    if (!graph.hasEdge(edge.key)) graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, style);
    else if (differs(graph.getEdgeAttributes(edge.key), style)) graph.mergeEdgeAttributes(edge.key, style);
  }
}
