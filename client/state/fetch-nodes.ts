// Nodes that the canvas does not have yet, with their relations to one another and to those that it has, many at a time.
import type { NodesResult, nodesLimits } from '../../server/schema/nodes.ts';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { api, type EvidenceFilter } from '../api.ts';
import { type Dataset, extend, merge } from '../graph/model.ts';
import { dataset } from './data.ts';
import { evidenceFilter } from './view.ts';

/** The server takes no more in one request; other numbers than its own are no types here. */
const mostKeys: typeof nodesLimits.keys = 1000;
const mostBeside: typeof nodesLimits.beside = 10_000;
/** So many requests are under way at once. */
const atOnce = 3;

interface Request {
  keys: readonly string[];
  beside: readonly string[];
}

const slices = (keys: readonly string[], most: number): (readonly string[])[] =>
  Array.from({ length: Math.ceil(keys.length / most) }, (_, at) => keys.slice(at * most, (at + 1) * most));

/**
 * The requests that bring all of the nodes, and every pair of one of them and another or one that is there: a request
 * for each thousand of the nodes, and once more for each further ten thousand that they lie beside.
 */
export function requestsFor(keys: readonly string[], there: readonly string[]): Request[] {
  return slices(keys, mostKeys).flatMap((batch, index) => {
    const beside = slices([...there, ...keys.slice(0, index * mostKeys)], mostBeside);
    return (beside.length === 0 ? [[]] : beside).map((part) => ({ keys: batch, beside: part }));
  });
}

export interface Fetched {
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  /** Keys of which there is no node. */
  gone: readonly string[];
}

/** Those of the nodes that `data` do not hold and there are, under a filter. Errors: what a request fails with. */
export async function fetchNodes(
  keys: Iterable<string>,
  data: Dataset = dataset.peek(),
  filter: EvidenceFilter = evidenceFilter.peek(),
): Promise<Fetched> {
  const missing = [...new Set(keys)].filter((key) => !data.nodes.has(key));
  const requests = requestsFor(missing, [...data.nodes.keys()]);
  // In the order of the requests, however they arrive: newcomers find their places one after the other.
  const answers: NodesResult[] = [];
  const waiting = [...requests.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, { keys: batch, beside }] = next;
      answers[at] = await api.nodes(batch, beside, filter);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work)).catch((error) => {
    waiting.length = 0;
    throw error;
  });
  return {
    nodes: answers.flatMap(({ nodes }) => nodes),
    edges: answers.flatMap(({ edges }) => edges),
    gone: [...new Set(answers.flatMap((answer) => answer.missing))],
  };
}

/** The data with what was fetched, its relations where both ends are there. */
export const withFetched = (data: Dataset, { nodes, edges }: Fetched): Dataset =>
  merge(extend(data, nodes, []), [], edges);
