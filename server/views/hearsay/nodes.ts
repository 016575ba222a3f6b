// Many records at once, with their relations among one another and with those that are there already.
import type { NodesRequest, NodesResult } from '../../schema/nodes.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { EdgeView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { allTypes, neighbourTypes } from '../kinds.ts';
import { distinct } from '../order.ts';
import { filteredBy } from './evidence-filter.ts';
import { loadNodes } from './load.ts';
import { countedRelations } from './relations.ts';

/** Throws NotFound where the filter names what there is not; an unknown key is told in the answer. */
export async function nodes(store: Store, { keys, beside }: NodesRequest, query: EvidenceQuery): Promise<NodesResult> {
  const filtered = await filteredBy(store, query);
  const found = await loadNodes(store, keys);
  const known = new Set(found.map(({ key }) => key));
  const ends = new Set([...known, ...beside]);
  const among = (edge: EdgeView) => ends.has(edge.source) && ends.has(edge.target);
  const around =
    filtered === null
      ? edgeViews(await store.read('read/relations-of', { keys: [...known], types: [...neighbourTypes] }))
      : await countedRelations(store, [...known], allTypes, filtered);
  return { nodes: found, edges: around.filter(among), missing: distinct(keys).filter((key) => !known.has(key)) };
}
