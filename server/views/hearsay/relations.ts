// The relations at some records as they stand under a filter: asserted ones that still stand, derived ones computed anew.
import type { DerivedEdge } from '../../schema/evidence.ts';
import type { EdgeRow } from '../../schema/statements/rows.ts';
import type { EdgeView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { derivedTypes } from '../kinds.ts';
import { sortedBy } from '../order.ts';
import type { Filtered } from './evidence-filter.ts';

/** The relations of the types among the records, and between them and those beside, which are none of them. */
export function relationsBeside(
  store: Reader,
  keys: readonly string[],
  beside: readonly string[],
  types: readonly string[],
): Promise<EdgeRow[]> {
  const ends = Object.fromEntries([...beside.map((key) => [key, true]), ...keys.map((key) => [key, false])]);
  return store.read('read/edges-beside', { keys: [...keys], ends, types: [...types] });
}

/**
 * Each edge of the types that starts or ends at one of the records, sorted by key; with `beside` only those whose other
 * end is one of the records or of these, which are none of them.
 */
export async function countedRelations(
  store: Reader,
  keys: readonly string[],
  types: readonly string[],
  filtered: Filtered,
  beside?: readonly string[],
): Promise<EdgeView[]> {
  const stored = types.filter((type) => !derivedTypes.includes(type));
  const asserted = await (beside === undefined
    ? store.read('read/relations-of', { keys: [...keys], types: stored })
    : relationsBeside(store, keys, beside, stored));
  const ends = beside && new Set([...keys, ...beside]);
  const derived = new Set<DerivedEdge>(keys.flatMap((key) => filtered.derivedAt(key)));
  const edges = [
    ...edgeViews(asserted).filter((edge) => filtered.relation(edge)),
    ...edgeViews([...derived].filter(({ type }) => types.includes(type))),
  ];
  return sortedBy(
    edges.filter(
      ({ source, target }) =>
        filtered.record(source) &&
        filtered.record(target) &&
        (ends === undefined || (ends.has(source) && ends.has(target))),
    ),
    (edge) => [edge.key],
  );
}
