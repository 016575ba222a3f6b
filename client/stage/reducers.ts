// What hover, selection and a shown path change about how nodes and edges look; sigma asks for each as it draws.
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../graph/build.ts';
import type { Palette } from '../graph/palette.ts';

/** What stands out at the moment. Empty sets and undefined: nothing. */
export interface Emphasis {
  hovered: { kind: 'node' | 'edge'; key: string } | null;
  selectedNode: string | undefined;
  /** Nodes that are selected together. */
  picked: ReadonlySet<string>;
  selectedEdge: string | undefined;
  path: { nodes: ReadonlySet<string>; edges: ReadonlySet<string> } | null;
}

/** How visible the rest stays while something stands out. */
export const faded = 0.15;

/** The nodes and edges that keep their full colour; null where everything does. */
export type Focus = { nodes: ReadonlySet<string>; edges: ReadonlySet<string> } | null;

export function inFocus(graph: DrawnGraph, emphasis: Emphasis): Focus {
  const { hovered, path } = emphasis;
  if (hovered?.kind === 'node' && graph.hasNode(hovered.key)) {
    return { nodes: new Set([hovered.key, ...graph.neighbors(hovered.key)]), edges: new Set(graph.edges(hovered.key)) };
  }
  if (hovered?.kind === 'edge' && graph.hasEdge(hovered.key)) {
    return { nodes: new Set(graph.extremities(hovered.key)), edges: new Set([hovered.key]) };
  }
  return path;
}

/**
 * Sigma's reducers for an emphasis. `scale` shrinks nodes and lines on a small stage. What the pointer is over changes
 * what is lit and the size of an edge, never the order of drawing: so few items are painted anew, and none is sorted. That
 * the rest steps back is no item's look but the whole drawing's (fading.ts). What they are given is changed in place:
 * sigma hands over a copy, and another one of each of 200,000 edges takes its time.
 */
export function reducers(graph: DrawnGraph, emphasis: Emphasis, palette: Palette, scale = 1) {
  const focus = inFocus(graph, emphasis);
  const ends =
    emphasis.selectedEdge !== undefined && graph.hasEdge(emphasis.selectedEdge)
      ? graph.extremities(emphasis.selectedEdge)
      : [];
  const chosen = new Set([emphasis.selectedNode, ...emphasis.picked, ...ends]);
  const { path } = emphasis;
  return {
    node: (key: string, data: DrawnNode) => {
      const selected = chosen.has(key);
      return Object.assign(data, {
        type: 'shape',
        border: selected ? palette.ink : palette.canvas,
        size: (selected ? data.size + 2 : data.size) * scale,
        zIndex: selected ? 2 : path && !path.nodes.has(key) ? 0 : 1,
        lit: focus?.nodes.has(key) ?? false,
        selected,
      });
    },
    edge: (key: string, data: DrawnEdge) => {
      const strong =
        key === emphasis.selectedEdge ||
        (emphasis.hovered?.kind === 'edge' && emphasis.hovered.key === key) ||
        path?.edges.has(key) === true;
      return Object.assign(data, {
        type: !data.straight ? 'curve' : data.zIndex > 0 ? 'line' : 'ground',
        size: (strong ? data.size + 1.5 : data.size) * Math.sqrt(scale),
        zIndex: path && !path.edges.has(key) ? -1 : data.zIndex,
        lit: focus?.edges.has(key) ?? false,
      });
    },
  };
}
