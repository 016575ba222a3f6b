// What an edge rests on: the assertions behind a derived one, the places that state an asserted one.
import { NotFound } from '../../errors.ts';
import { stanceEdge } from '../../provenance/edges.ts';
import type { AssertionView, EdgeView, Evidence } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { edgeViews, parseEdgeKey } from '../edge.ts';
import { claimRelations, stanceTypes } from '../kinds.ts';
import { assertionsOf } from './assertions.ts';
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

/** Throws NotFound with the nearest names where there is no such edge. */
export async function evidence(store: Reader, key: string): Promise<Evidence> {
  const edge = await loadEdge(store, key);
  const [nodes, assertions, places] = await Promise.all([
    loadNodes(store, [edge.source, edge.target]),
    assertionsBehind(store, edge),
    placesOf(store, edge),
  ]);
  const source = nodes.find((node) => node.key === edge.source);
  const target = nodes.find((node) => node.key === edge.target);
  if (source === undefined || target === undefined) throw new NotFound(`No edge has the key "${key}".`);
  return { edge, source, target, assertions, places };
}
