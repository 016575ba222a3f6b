// From the pointer and the keys on the canvas to hover, selection and camera.
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import { type Direction, nextNode } from '../graph/roam.ts';
import { centre, zoom } from '../state/camera.ts';
import { main } from '../state/data.ts';
import { expand } from '../state/expand.ts';
import { drawn } from '../state/graph.ts';
import { clearSelection, hovered, selectEdge, selectedNode, selectNode } from '../state/selection.ts';

/** Connects sigma's pointer events; a double click expands instead of zooming. */
export function connectEvents(renderer: Sigma<DrawnNode, DrawnEdge>, container: HTMLElement): () => void {
  const over = (kind: 'node' | 'edge', key: string) => {
    hovered.value = { kind, key };
    container.style.cursor = 'pointer';
  };
  const out = () => {
    hovered.value = null;
    container.style.cursor = '';
  };
  renderer.on('enterNode', ({ node }) => over('node', node));
  renderer.on('leaveNode', out);
  renderer.on('enterEdge', ({ edge }) => over('edge', edge));
  renderer.on('leaveEdge', out);
  renderer.on('clickNode', ({ node }) => selectNode(node));
  renderer.on('clickEdge', ({ edge }) => selectEdge(edge));
  renderer.on('clickStage', () => clearSelection());
  renderer.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    void expand(node);
  });
  return () => {
    hovered.value = null;
  };
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Arrow keys go from node to node, + and - zoom. */
export function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = directions[event.key];
  if (direction) {
    event.preventDefault();
    const from = selectedNode.value ?? main.value ?? drawn.nodes()[0];
    if (from === undefined || !drawn.hasNode(from)) return;
    const places = drawn.filterNodes((key) => key !== from).map((key) => [key, drawn.getNodeAttributes(key)] as const);
    const next = nextNode(places, drawn.getNodeAttributes(from), direction);
    if (next !== undefined) selectNode(next);
  } else if (event.key === '+' || event.key === '=') zoom(0.7);
  else if (event.key === '-') zoom(1 / 0.7);
  else if (event.key === 'Enter' && selectedNode.value !== undefined) centre(selectedNode.value);
}
