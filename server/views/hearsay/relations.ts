// The relations at some records as they stand under a filter: asserted ones that still stand, derived ones computed anew.
import type { DerivedEdge } from '../../schema/evidence.ts';
import type { EdgeView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { derivedTypes } from '../kinds.ts';
import { sortedBy } from '../order.ts';
import type { Filtered } from './evidence-filter.ts';

/** Each edge of the types that starts or ends at one of the records, sorted by key. */
export async function countedRelations(
  store: Reader,
  keys: readonly string[],
  types: readonly string[],
  filtered: Filtered,
): Promise<EdgeView[]> {
  const stored = types.filter((type) => !derivedTypes.includes(type));
  const asserted = await store.read('read/relations-of', { keys: [...keys], types: stored });
  const derived = new Set<DerivedEdge>(keys.flatMap((key) => filtered.derivedAt(key)));
  const edges = [
    ...edgeViews(asserted).filter((edge) => filtered.relation(edge)),
    ...edgeViews([...derived].filter(({ type }) => types.includes(type))),
  ];
  return sortedBy(
    edges.filter((edge) => filtered.record(edge.source) && filtered.record(edge.target)),
    (edge) => [edge.key],
  );
}
