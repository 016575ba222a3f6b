// Keeps the colours and sizes that sigma draws in step with hover, selection, theme and stage, painting no more than changed.
import { effect, untracked } from '@preact/signals';
import type { DrawnGraph } from '../graph/build.ts';
import type { Palette } from '../graph/palette.ts';
import type { Renderer } from './edge-marks.ts';
import { setFading } from './fading.ts';
import { type Emphasis, type Focus, inFocus, reducers } from './reducers.ts';

/** What looks depend on beside the graph itself. */
export interface Scene {
  emphasis: Emphasis;
  palette: Palette;
  /** How much a small stage shrinks nodes and lines, from 0 to 1. */
  scale: number;
}

/** Whether nothing differs but what is under the pointer, which changes no order of drawing. */
const differsInHover = (a: Scene, b: Scene): boolean =>
  a.palette === b.palette &&
  a.scale === b.scale &&
  a.emphasis.selectedNode === b.emphasis.selectedNode &&
  a.emphasis.selectedEdge === b.emphasis.selectedEdge &&
  a.emphasis.picked === b.emphasis.picked &&
  a.emphasis.path === b.emphasis.path;

const nothing: ReadonlySet<string> = new Set();
/** Those of the keys that are in one and not in the other. */
const differing = (a: ReadonlySet<string> = nothing, b: ReadonlySet<string> = nothing): string[] => [
  ...[...a].filter((key) => !b.has(key)),
  ...[...b].filter((key) => !a.has(key)),
];

/** The nodes and edges that look different once the pointer is over something else. */
export function repainted(
  graph: DrawnGraph,
  before: { focus: Focus; emphasis: Emphasis },
  after: { focus: Focus; emphasis: Emphasis },
): { nodes: string[]; edges: string[] } {
  const edges = new Set(differing(before.focus?.edges, after.focus?.edges));
  // The edge under the pointer is drawn stronger.
  for (const { emphasis } of [before, after]) if (emphasis.hovered?.kind === 'edge') edges.add(emphasis.hovered.key);
  return {
    nodes: differing(before.focus?.nodes, after.focus?.nodes).filter((key) => graph.hasNode(key)),
    edges: [...edges].filter((key) => graph.hasEdge(key)),
  };
}

/** `now` reads signals: whenever one changes, the next drawing shows it. Several changes before it are one. */
export function connectLook(renderer: Renderer, graph: DrawnGraph, now: () => Scene): () => void {
  const stateOf = (scene: Scene) => ({
    ...scene,
    focus: inFocus(graph, scene.emphasis),
    ...reducers(graph, scene.emphasis, scene.palette, scene.scale),
  });
  let present = stateOf(untracked(now));
  let painted = present;
  /** Whether sigma has a place for every node and edge in what it hands to the graphics card. */
  let placed = false;
  renderer.setSettings({
    nodeReducer: (key, data) => present.node(key, data),
    edgeReducer: (key, data) => present.edge(key, data),
  });
  const isPlaced = () => {
    placed = true;
  };
  const isNotPlaced = () => {
    placed = false;
  };
  graph.on('nodeAdded', isNotPlaced);
  graph.on('edgeAdded', isNotPlaced);
  renderer.on('afterProcess', isPlaced);
  renderer.on('beforeRender', () => {
    if (painted === present || renderer.getGraph() !== graph) return;
    const before = painted;
    painted = present;
    setFading(renderer, present.focus !== null);
    if (!placed || !differsInHover(before, present)) renderer.refresh({ schedule: true });
    else renderer.refresh({ partialGraph: repainted(graph, before, present), skipIndexation: true, schedule: true });
  });
  const stop = effect(() => {
    present = stateOf(now());
    renderer.scheduleRender();
  });
  return () => {
    stop();
    graph.removeListener('nodeAdded', isNotPlaced);
    graph.removeListener('edgeAdded', isNotPlaced);
  };
}
