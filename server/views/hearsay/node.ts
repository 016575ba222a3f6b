// One record with its degree, and the page of what lies one step from it.
import type { NeighboursQuery } from '../../schema/query.ts';
import type { EdgeRow } from '../../schema/statements/rows.ts';
import type { EdgeView, Neighbours, NodeDetail } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { countIn, readPageCursor, writePageCursor } from '../cursor.ts';
import { edgeViews, parseEdgeKey } from '../edge.ts';
import { allTypes, checkKnown, derivedTypes } from '../kinds.ts';
import { ascending, sortedBy } from '../order.ts';
import { loadNode, loadNodes } from './load.ts';

type Degree = NodeDetail['degree'];

async function degreeOf(store: Reader, key: string): Promise<Degree> {
  const rows = await store.read('read/degree', { key });
  return sortedBy(rows, (row) => [row.type, row.direction]).map((row) => ({
    ...row,
    derived: derivedTypes.includes(row.type),
  }));
}

export async function nodeDetail(store: Reader, key: string): Promise<NodeDetail> {
  return { node: await loadNode(store, key), degree: await degreeOf(store, key) };
}

type PageRow = Omit<EdgeRow, 'source' | 'target'> & { other: string; direction: 'in' | 'out' };

/** The edges in the statement's order: by type, other end, direction and number among parallel ones. */
function edgesOnPage(key: string, rows: readonly PageRow[]): EdgeView[] {
  const edges = edgeViews(
    rows.map(({ other, direction, ...row }) =>
      direction === 'out' ? { source: key, target: other, ...row } : { source: other, target: key, ...row },
    ),
  );
  return sortedBy(edges, (edge) => [
    edge.type,
    otherEnd(key, edge),
    edge.target === key ? 'in' : 'out',
    ascending(parseEdgeKey(edge.key)?.number ?? 1),
  ]);
}

const otherEnd = (key: string, edge: EdgeView): string => (edge.source === key ? edge.target : edge.source);

export async function neighbours(store: Reader, key: string, query: NeighboursQuery): Promise<Neighbours> {
  checkKnown('types', query.types, allTypes);
  const types = query.types ?? [];
  const list = { key, types, direction: query.direction };
  const [afterType = '', afterKey = '', given = '0'] = readPageCursor(list, query.cursor, 3) ?? [];
  const skip = countIn(given);
  const [degree, rows] = await Promise.all([
    nodeDetail(store, key).then((detail) => detail.degree),
    store.read('read/neighbours', {
      key,
      types,
      direction: query.direction,
      afterType,
      afterKey,
      limit: skip + query.limit + 1,
    }),
  ]);
  const matching = degree.filter(
    (row) =>
      (types.length === 0 || types.includes(row.type)) &&
      (query.direction === 'both' || row.direction === query.direction),
  );
  const all = edgesOnPage(key, rows);
  const edges = all.slice(skip, skip + query.limit);
  const last = edges.at(-1);
  const end = (edge: EdgeView) => otherEnd(key, edge);
  // How much of the last group has been given by now: the next page begins with that group again.
  const group =
    last === undefined
      ? []
      : all.slice(0, skip + edges.length).filter((edge) => edge.type === last.type && end(edge) === end(last));
  return {
    nodes: await loadNodes(store, edges.map(end)),
    edges,
    total: matching.reduce((sum, row) => sum + row.count, 0),
    next:
      last === undefined || all.length <= skip + query.limit
        ? null
        : writePageCursor(list, [last.type, end(last), String(group.length)]),
  };
}
