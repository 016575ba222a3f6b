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

/**
 * Whether sigma has a place for every node and edge in what it hands to the graphics card: it throws those places away as
 * soon as it is to read the graph anew, for a reason of its own as well, and has new ones only once it did.
 */
function watchPlaces(renderer: Renderer): () => boolean {
  let placed = false;
  const refresh = renderer.refresh.bind(renderer);
  renderer.refresh = (options) => {
    if (!options?.skipIndexation) placed = false;
    return refresh(options);
  };
  renderer.on('afterProcess', () => {
    placed = true;
  });
  return () => placed;
}

/** `now` reads signals: whenever one changes, the next drawing shows it. Several changes before it are one. */
export function connectLook(renderer: Renderer, graph: DrawnGraph, now: () => Scene): () => void {
  const stateOf = (scene: Scene) => ({
    ...scene,
    focus: inFocus(graph, scene.emphasis),
    ...reducers(graph, scene.emphasis, scene.palette, scene.scale),
  });
  let present = stateOf(untracked(now));
  /** What the last drawing of the graph shows; undefined before the first. */
  let painted: typeof present | undefined;
  renderer.setSettings({
    nodeReducer: (key, data) => present.node(key, data),
    edgeReducer: (key, data) => present.edge(key, data),
  });
  const isPlaced = watchPlaces(renderer);
  renderer.on('beforeRender', () => {
    if (painted === present || renderer.getGraph() !== graph) return;
    const before = painted;
    painted = present;
    setFading(renderer, present.focus !== null);
    // At first it has just been read, by the present reducers.
    if (before === undefined) return;
    const partialGraph = differsInHover(before, present) ? repainted(graph, before, present) : undefined;
    renderer.refresh(partialGraph ? { partialGraph, skipIndexation: isPlaced(), schedule: true } : { schedule: true });
  });
  return effect(() => {
    present = stateOf(now());
    renderer.scheduleRender();
  });
}
