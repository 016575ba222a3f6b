// The graph under each filter that was asked for lately, so that a replay and the way back are there at once.
import type { GraphView } from '../../server/schema/view.ts';
import { addressOf, api, type EvidenceFilter, filterQuery } from '../api.ts';

const graphs = new Map<string, Promise<GraphView>>();
const most = 60;

/** The graph under a filter, of some labels or all, up to so many nodes or as many as open; one that failed is asked for again the next time. */
export function graphOf(
  filter: EvidenceFilter,
  labels: readonly string[] | null = null,
  nodes: number | null = null,
): Promise<GraphView> {
  const name = addressOf('graph', { ...filterQuery(filter), types: labels ?? [], limit: nodes });
  const known = graphs.get(name);
  if (known) return known;
  const asked = api.graph(filter, labels, nodes);
  graphs.set(name, asked);
  asked.catch(() => graphs.delete(name));
  for (const [oldest] of graphs) {
    if (graphs.size <= most) break;
    graphs.delete(oldest);
  }
  return asked;
}

/** For when the data have changed. */
export const forgetGraphs = (): void => graphs.clear();
