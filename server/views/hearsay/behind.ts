// Finds an edge by its key, and the assertions on which it rests or that it touches.
import { NotFound } from '../../errors.ts';
import { stanceEdge } from '../../provenance/edges.ts';
import { parseEdgeKey } from '../../schema/edge-key.ts';
import type { EdgeView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { claimRelations, stanceTypes } from '../kinds.ts';
import { distinct } from '../order.ts';
import { loadNodes, nearest, nearestEdges } from './load.ts';

/** Throws NotFound with the nearest names. */
export async function loadEdge(store: Reader, key: string): Promise<EdgeView> {
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
      nearest: await nearestEdges(store, key),
    });
  }
  const ends = await loadNodes(store, [name.source, name.target]);
  const missing = [name.source, name.target].find((end) => !ends.some((node) => node.key === end));
  if (missing !== undefined) {
    throw new NotFound(`No edge has the key "${shown}": no record has the key "${missing}".`, {
      nearest: await nearest(store, missing),
    });
  }
  const between = edges.map((edge) => ({
    key: edge.key,
    name: `${ends[0]?.name} ${edge.type} ${ends.at(-1)?.name}`,
  }));
  throw new NotFound(`No edge has the key "${shown}".`, {
    nearest: between.length > 0 ? between : await nearestEdges(store, key),
  });
}

/** The claims behind an edge; `only` are the keys of the assertions of these that belong to it, null: all. */
export interface Behind {
  claims: string[];
  only: ReadonlySet<string> | null;
}

const allOf = (claims: readonly string[]): Behind => ({ claims: distinct(claims), only: null });
const some = (found: readonly { assertion: string; claim: string }[]): Behind => ({
  claims: distinct(found.map((row) => row.claim)),
  only: new Set(found.map((row) => row.assertion)),
});

/** Of a stance all that is said of its claims, denials too; of an asserted relation the assertions at its ends. */
export async function behind(
  store: Reader,
  { type, source, target }: Pick<EdgeView, 'type' | 'source' | 'target'>,
): Promise<Behind> {
  if (stanceTypes.includes(type)) {
    const stance = Object.entries(stanceEdge).find(([, edge]) => edge === type)?.[0] ?? '';
    const claims = await store.read('read/evidence/stance-claims', { holder: source, target, stance });
    return allOf(claims.map((row) => row.claim));
  }
  if (type === 'REPORTS') return some(await store.read('read/evidence/reporting', { outlet: source, claim: target }));
  if (type === 'QUOTES') return some(await store.read('read/evidence/quoting', { outlet: source, actor: target }));
  if (type === 'CITES') return some(await store.read('read/evidence/citing', { outlet: source, cited: target }));
  if (claimRelations.includes(type)) return allOf([source]);
  if (type === 'CONTAINS') return some(await store.read('read/evidence/near', { key: target }));
  return some(await store.read('read/evidence/near', { key: source }));
}
