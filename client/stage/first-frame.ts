// Marks on the browser's own clock when the data were first there and when they were first drawn whole, for bench/browser.
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import { loading, shown } from '../state/data.ts';
import { drawn } from '../state/graph.ts';

/** Marks `hearsay:frame` once the first drawing with everything in it is handed over to be shown. */
export function markFirstFrame(renderer: Sigma<DrawnNode, DrawnEdge>): void {
  if (performance.getEntriesByName('hearsay:frame').length > 0) return;
  const look = () => {
    if (loading.peek().state !== 'ready' || drawn.order < shown.peek().nodes.length || drawn.order === 0) return;
    renderer.off('afterRender', look);
    requestAnimationFrame(() => performance.mark('hearsay:frame'));
  };
  renderer.on('afterRender', look);
}
