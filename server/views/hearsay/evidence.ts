// What an edge rests on: the assertions behind a derived one, the places that state an asserted one.
import { NotFound } from '../../errors.ts';
import { stanceEdge } from '../../provenance/edges.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { AssertionView, EdgeView, Evidence } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { edgeViews, parseEdgeKey } from '../edge.ts';
import { claimRelations, stanceTypes } from '../kinds.ts';
import { assertionsOf } from './assertions.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadNodes, nearest } from './load.ts';
import { placesOf } from './places.ts';

async function loadEdge(store: Reader, key: string): Promise<EdgeView> {
  const name = parseEdgeKey(key);
  const edges =
    name === null
      ? []
      : edgeViews(await store.read('read/edges-between', { source: name.source, target: name.target }));
  const found = edges.find((edge) => edge.key === key);
  if (found !== undefined) return found;
  const shown = key.slice(0, 300);
  if (name === null) {
    throw new NotFound(`No edge has the key "${shown}".`, {
      detail: 'An edge’s key is TYPE~source~target, URL-encoded.',
    });
  }
  const ends = await loadNodes(store, [name.source, name.target]);
  const missing = [name.source, name.target].find((end) => !ends.some((node) => node.key === end));
  if (missing !== undefined) {
    throw new NotFound(`No edge has the key "${shown}": no record has the key "${missing}".`, {
      nearest: await nearest(store, missing),
    });
  }
  throw new NotFound(`No edge has the key "${shown}".`, {
    nearest: edges.map((edge) => ({ key: edge.key, name: `${ends[0]?.name} ${edge.type} ${ends.at(-1)?.name}` })),
  });
}

/** The assertions, among those of their claims, that a statement found. */
async function among(store: Reader, found: readonly { assertion: string; claim: string }[]): Promise<AssertionView[]> {
  const wanted = new Set(found.map((row) => row.assertion));
  const all = await assertionsOf(
    store,
    found.map((row) => row.claim),
  );
  return all.filter((assertion) => wanted.has(assertion.key));
}

async function assertionsBehind(store: Reader, { type, source, target }: EdgeView): Promise<AssertionView[]> {
  if (stanceTypes.includes(type)) {
    const stance = Object.entries(stanceEdge).find(([, edge]) => edge === type)?.[0] ?? '';
    const claims = await store.read('read/evidence/stance-claims', { holder: source, target, stance });
    return assertionsOf(
      store,
      claims.map((row) => row.claim),
    );
  }
  if (type === 'REPORTS')
    return (await assertionsOf(store, [target])).filter((one) => one.article.outlet?.key === source);
  if (type === 'QUOTES')
    return among(store, await store.read('read/evidence/quoting', { outlet: source, actor: target }));
  if (type === 'CITES')
    return among(store, await store.read('read/evidence/citing', { outlet: source, cited: target }));
  if (claimRelations.includes(type)) return assertionsOf(store, [source]);
  if (type === 'CONTAINS') return among(store, await store.read('read/evidence/near', { key: target }));
  return among(store, await store.read('read/evidence/near', { key: source }));
}

/** A derived edge, computed from what counts; it need not be stored: a revision that does not count may have ended it. */
function computed(key: string, { derived }: Filtered): EdgeView | undefined {
  const name = parseEdgeKey(key);
  const rows = derived.filter(
    (row) => row.type === name?.type && row.source === name.source && row.target === name.target,
  );
  return edgeViews(rows).find((edge) => edge.key === key);
}

/**
 * With a filter, only what counts: the edge's properties are computed anew, and an edge that nothing supports any more
 * has none, and no assertions. Throws NotFound with the nearest names where there is no such edge at all.
 */
export async function evidence(store: Reader, key: string, query: EvidenceQuery): Promise<Evidence> {
  const filtered = await filteredBy(store, query);
  const counted = filtered === null ? undefined : computed(key, filtered);
  const stored = counted ?? (await loadEdge(store, key));
  const stands = filtered === null || counted !== undefined || (!stored.derived && filtered.relation(stored));
  const edge = stands ? stored : { ...stored, properties: {} };
  const [nodes, behind, stated] = await Promise.all([
    loadNodes(store, [edge.source, edge.target]),
    stands ? assertionsBehind(store, edge) : [],
    stands ? placesOf(store, edge) : [],
  ]);
  const assertions = behind.filter((one) => filtered?.assertions.has(one.key) ?? true);
  const places = stated.filter((place) => filtered?.article(place.article.key) ?? true);
  const source = nodes.find((node) => node.key === edge.source);
  const target = nodes.find((node) => node.key === edge.target);
  if (source === undefined || target === undefined) throw new NotFound(`No edge has the key "${key}".`);
  return { edge, source, target, assertions, places };
}
