// From the pointer on the canvas to hover and selection.
import { expand } from '../state/expand.ts';
import { takeAsEnd } from '../state/path.ts';
import { clearSelection, hovered, selectEdge, selectNode, toggleNode } from '../state/selection.ts';
import type { Renderer } from './edge-marks.ts';
import { connectHover } from './hover.ts';

/** Whether the click adds to the selection instead of starting a new one. */
const adds = ({ original }: { original: MouseEvent | TouchEvent }): boolean =>
  original.shiftKey || original.ctrlKey || original.metaKey;

/** Connects sigma's pointer events; a double click expands instead of zooming. */
export function connectEvents(renderer: Renderer, container: HTMLElement): () => void {
  renderer.on('clickNode', ({ node, event }) => {
    if (adds(event)) toggleNode(node);
    else if (!takeAsEnd(node)) selectNode(node);
  });
  renderer.on('clickEdge', ({ edge }) => selectEdge(edge));
  renderer.on('clickStage', ({ event }) => {
    // A click that misses the node it was to add takes nothing away.
    if (!adds(event)) clearSelection();
  });
  renderer.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    if (!adds(event)) void expand(node);
  });
  return connectHover(renderer, container, hovered);
}
