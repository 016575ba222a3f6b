// What an edge rests on: of a derived one its assertions, origins and chains, of an asserted one the places that state it.

import { NotFound } from '../../errors.ts';
import type { LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import { edgeId, supportsOf } from '../../provenance/edges.ts';
import { originsOf } from '../../provenance/origins.ts';
import { DerivedType } from '../../schema/evidence.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { AssertionView, EdgeView, Evidence } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { assertionsOf } from './assertions.ts';
import { edgesOfEntry } from './bearing.ts';
import { type Behind, behind, loadEdge } from './behind.ts';
import { derivationView } from './derivation.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadNodes } from './load.ts';
import { placesOf } from './places.ts';
import { surroundingsOf } from './surroundings.ts';

/** A derived edge, computed from what counts; it need not be stored: a revision that does not count may have ended it. */
function computed(key: string, filtered: Filtered): EdgeView | undefined {
  const edge = filtered.derivedBy(key);
  return edge === undefined ? undefined : edgeViews([edge])[0];
}

type Grounds = Pick<Evidence, 'origins' | 'derivation' | 'contradictions'>;
const none: Grounds = { origins: null, derivation: null, contradictions: [] };

/** What a derived edge rests on, from the evidence around its claims, or what the filter leaves of all. */
async function groundsOf(
  store: Store,
  edge: EdgeView,
  { claims }: Behind,
  said: readonly AssertionView[],
  filtered: Filtered | null,
): Promise<Grounds> {
  const type = DerivedType.safeParse(edge.type);
  if (!type.success) return none;
  const { index, contradictions, assertionsUnder } = await surroundingsOf(store, claims, filtered);
  const id = edgeId({ type: type.data, source: edge.source, target: edge.target });
  const supports = supportsOf(type.data, assertionsUnder(id));
  const bears = (entry: LedgerEntry): boolean =>
    edgesOfEntry(entry, index).includes(edge.key) ||
    (edge.type === 'REPORTS' && [...entry.claims, entry.a.claim, entry.b.claim].includes(edge.target));
  return {
    origins: originsOf(index, supports),
    derivation: await derivationView(store, index, supports, said),
    contradictions: contradictions.filter(bears).map((entry) => entry.key),
  };
}

/**
 * With a filter, only what it leaves: the edge's properties are computed anew, and an edge that nothing supports any
 * more has none, and no assertions. Throws NotFound with the nearest names where there is no such edge at all.
 */
export async function evidence(store: Store, key: string, query: EvidenceQuery): Promise<Evidence> {
  const filtered = await filteredBy(store, query);
  const counted = filtered === null ? undefined : computed(key, filtered);
  const stored = counted ?? (await loadEdge(store, key));
  const stands = filtered === null || counted !== undefined || (!stored.derived && filtered.relation(stored));
  const edge = stands ? stored : { ...stored, properties: {} };
  const found: Behind = stands ? await behind(store, edge) : { claims: [], only: null };
  const [nodes, said, stated] = await Promise.all([
    loadNodes(store, [edge.source, edge.target]),
    assertionsOf(store, found.claims, filtered),
    stands ? placesOf(store, edge, filtered) : [],
  ]);
  const source = nodes.find((node) => node.key === edge.source);
  const target = nodes.find((node) => node.key === edge.target);
  if (source === undefined || target === undefined) throw new NotFound(`No edge has the key "${key}".`);
  const grounds = stands && edge.derived ? await groundsOf(store, edge, found, said, filtered) : none;
  return {
    edge,
    source,
    target,
    assertions: said.filter((one) => found.only?.has(one.key) ?? true),
    places: stated.filter((place) => filtered?.passes(place.article.key) ?? true),
    ...grounds,
  };
}
