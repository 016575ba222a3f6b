// What every page of the comparison does alike: fetch the graph, and mark when it is there and when it is drawn.
import type { PageGraph } from '../graphs.ts';

/** The graph, read; marks `hearsay:data`. */
export async function graph(): Promise<PageGraph> {
  const response = await fetch('/graph.json');
  const read = (await response.json()) as PageGraph;
  performance.mark('hearsay:data');
  return read;
}

/** Called after a drawing that holds everything: marks `hearsay:frame` once it is handed over to be shown. */
export function drawn(): void {
  if (performance.getEntriesByName('hearsay:frame').length > 0) return;
  requestAnimationFrame(() => performance.mark('hearsay:frame'));
}

export const stage = (): HTMLElement => document.getElementById('stage') as HTMLElement;
