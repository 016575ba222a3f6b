// The page of what lies one step from a node of somebody else's database.
import type { NeighboursQuery } from '../../schema/query.ts';
import type { Neighbours, NodeDetail } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { readPageCursor, writePageCursor } from '../cursor.ts';
import { distinct, sortedBy } from '../order.ts';
import { foreignEdge, foreignNodesOf, toId } from './convert.ts';
import { captionsOf } from './profile.ts';

export async function foreignNeighbours(
  store: Store,
  { node, degree }: NodeDetail,
  query: NeighboursQuery,
): Promise<Neighbours> {
  const id = toId(node.key) ?? '';
  const types = query.types ?? [];
  const list = { key: node.key, types, direction: query.direction };
  const [afterType = '', afterOther = '', afterEdge = ''] = readPageCursor(list, query.cursor, 3) ?? [];
  const rows = await store.read('read/foreign/neighbours', {
    id,
    types,
    direction: query.direction,
    afterType,
    afterOther,
    afterEdge,
    limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const edges = page.map(({ other, direction, ...row }) =>
    foreignEdge({ ...row, ...(direction === 'out' ? { source: id, target: other } : { source: other, target: id }) }),
  );
  const nodes =
    page.length === 0 ? [] : await store.read('read/foreign/nodes', { ids: distinct(page.map((row) => row.other)) });
  const matching = degree.filter(
    (row) =>
      (types.length === 0 || types.includes(row.type)) &&
      (query.direction === 'both' || row.direction === query.direction),
  );
  return {
    nodes: sortedBy(foreignNodesOf(nodes, await captionsOf(store)), (one) => [one.key]),
    edges,
    total: matching.reduce((sum, row) => sum + row.count, 0),
    next:
      last === undefined || rows.length <= query.limit ? null : writePageCursor(list, [last.type, last.other, last.id]),
  };
}
