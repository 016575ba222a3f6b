// From the pointer on the canvas to hover and selection.
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import { expand } from '../state/expand.ts';
import { clearSelection, hovered, selectEdge, selectNode, toggleNode } from '../state/selection.ts';

/** Whether the click adds to the selection instead of starting a new one. */
const adds = ({ original }: { original: MouseEvent | TouchEvent }): boolean =>
  original.shiftKey || original.ctrlKey || original.metaKey;

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
  renderer.on('clickNode', ({ node, event }) => (adds(event) ? toggleNode(node) : selectNode(node)));
  renderer.on('clickEdge', ({ edge }) => selectEdge(edge));
  renderer.on('clickStage', ({ event }) => {
    // A click that misses the node it was to add takes nothing away.
    if (!adds(event)) clearSelection();
  });
  renderer.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    if (!adds(event)) void expand(node);
  });
  return () => {
    hovered.value = null;
  };
}
