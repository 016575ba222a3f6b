// Many records at once, with their relations among one another and with those that are there already.
import type { NodesRequest, NodesResult } from '../../schema/nodes.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { Store } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { allTypes, neighbourTypes } from '../kinds.ts';
import { distinct } from '../order.ts';
import { filteredBy } from './evidence-filter.ts';
import { loadNodes } from './load.ts';
import { countedRelations, relationsBeside } from './relations.ts';

/** Throws NotFound where the filter names what there is not; an unknown key is told in the answer. */
export async function nodes(store: Store, { keys, beside }: NodesRequest, query: EvidenceQuery): Promise<NodesResult> {
  const filtered = await filteredBy(store, query);
  const found = await loadNodes(store, keys);
  const known = new Set(found.map(({ key }) => key));
  const others = [...new Set(beside)].filter((key) => !known.has(key));
  const edges =
    filtered === null
      ? edgeViews(await relationsBeside(store, [...known], others, neighbourTypes))
      : await countedRelations(store, [...known], allTypes, filtered, others);
  return { nodes: found, edges, missing: distinct(keys).filter((key) => !known.has(key)) };
}
