// Many nodes of somebody else's database at once, with their relations among one another and with those that are there already.
import type { NodesRequest, NodesResult } from '../../schema/nodes.ts';
import type { Store } from '../../store/port.ts';
import { distinct, sortedBy } from '../order.ts';
import { foreignEdge, foreignNodesOf, toId } from './convert.ts';
import { captionsOf } from './profile.ts';

/** The ids in the keys, each once; a key of another form is of nothing here. */
const idsIn = (keys: readonly string[]): string[] => distinct(keys.flatMap((key) => toId(key) ?? []));

export async function manyForeignNodes(store: Store, { keys, beside }: NodesRequest): Promise<NodesResult> {
  const ids = idsIn(keys);
  const rows = ids.length === 0 ? [] : await store.read('read/foreign/nodes', { ids });
  const found = sortedBy(foreignNodesOf(rows, await captionsOf(store)), (node) => [node.key]);
  const known = new Set(rows.map(({ id }) => id));
  const others = idsIn(beside).filter((id) => !known.has(id));
  const edges =
    known.size === 0 ? [] : await store.read('read/foreign/edges-beside', { ids: [...known], beside: others });
  return {
    nodes: found,
    edges: sortedBy(edges.map(foreignEdge), (edge) => [edge.key]),
    missing: distinct(keys).filter((key) => !known.has(toId(key) ?? '')),
  };
}
