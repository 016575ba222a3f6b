// Nodes that the canvas does not have yet, with their relations, several at a time.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { api, type EvidenceFilter, failureOf } from '../api.ts';
import { evidenceFilter } from './view.ts';

/** So many relations of a node that joins the canvas are looked through for those to nodes already there. */
export const mostRelations = 200;
/** So many requests are under way at once. */
const atOnce = 6;

export interface Fetched {
  node: NodeView;
  edges: readonly EdgeView[];
}

/** A node with its relations as the API has them; undefined where it has none under that key. */
async function fetchOne(key: string, filter: EvidenceFilter): Promise<Fetched | undefined> {
  try {
    const [detail, around] = await Promise.all([
      api.node(key, filter),
      api.neighbours(key, { limit: mostRelations }, filter),
    ]);
    return { node: detail.node, edges: around.edges };
  } catch (error) {
    if (failureOf(error).code === 'not-found') return undefined;
    throw error;
  }
}

/** Those of the keys that there are, under a filter. Errors: what a request fails with, but for a key that is not known. */
export async function fetchNodes(
  keys: readonly string[],
  filter: EvidenceFilter = evidenceFilter.peek(),
): Promise<Fetched[]> {
  const fetched: Fetched[] = [];
  const waiting = [...keys];
  const work = async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      const one = await fetchOne(key, filter);
      if (one) fetched.push(one);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return fetched;
}
