// One record with its degree, and the page of what lies one step from it; both as they are, or under a filter.

import { mergedAway } from '../../evidence/operations.ts';
import { parseEdgeKey } from '../../schema/edge-key.ts';
import type { EvidenceQuery, NeighboursQuery } from '../../schema/query.ts';
import type { EdgeRow } from '../../schema/statements/rows.ts';
import type { EdgeView, Neighbours, NodeDetail } from '../../schema/view.ts';
import type { Reader, Store } from '../../store/port.ts';
import { countIn, readPageCursor, writePageCursor } from '../cursor.ts';
import { edgeViews } from '../edge.ts';
import { allTypes, checkKnown, derivedTypes, neighbourTypes } from '../kinds.ts';
import { ascending, groupBy, sortedBy } from '../order.ts';
import { filteredBy } from './evidence-filter.ts';
import { filterName } from './filter-query.ts';
import { loadNode, loadNodes } from './load.ts';
import { countedRelations } from './relations.ts';

type Degree = NodeDetail['degree'];

const inOrder = (rows: readonly Omit<Degree[number], 'derived'>[]): Degree =>
  sortedBy(rows, (row) => [row.type, row.direction]).map((row) => ({
    ...row,
    derived: derivedTypes.includes(row.type),
  }));

function degreeIn(key: string, edges: readonly EdgeView[]): Degree {
  const directed = edges.map(({ type, source }) => ({ type, direction: directionAt(key, source) }));
  const groups = groupBy(directed, ({ type, direction }) => `${type} ${direction}`);
  return inOrder(
    [...groups.values()].flatMap((group) => group.slice(0, 1).map((one) => ({ ...one, count: group.length }))),
  );
}

const directionAt = (key: string, source: string): 'in' | 'out' => (source === key ? 'out' : 'in');

/** The record; one that was merged into another is found there. */
async function loadFollowing(store: Store, asked: string) {
  const [node] = await loadNodes(store, [asked]);
  if (node !== undefined) return { node };
  const [away] = await mergedAway(store, [asked]);
  if (away === undefined) return { node: await loadNode(store, asked) };
  const { key, name, by } = away;
  return { node: await loadNode(store, away.into.key), merged: { key, name, by } };
}

export async function nodeDetail(store: Store, asked: string, query: EvidenceQuery): Promise<NodeDetail> {
  const [filtered, { node, merged }] = await Promise.all([filteredBy(store, query), loadFollowing(store, asked)]);
  const { key } = node;
  const degree =
    filtered === null
      ? inOrder(await store.read('read/degree', { key }))
      : degreeIn(key, await countedRelations(store, [key], allTypes, filtered));
  return { node, degree, ...(merged === undefined ? {} : { merged }) };
}

const otherEnd = (key: string, edge: EdgeView): string => (edge.source === key ? edge.target : edge.source);

/** By type, other end, direction and number among parallel ones: the order of the statement read/neighbours. */
function onPage(key: string, edges: readonly EdgeView[]): EdgeView[] {
  return sortedBy(edges, (edge) => [
    edge.type,
    otherEnd(key, edge),
    directionAt(key, edge.source),
    ascending(parseEdgeKey(edge.key)?.number ?? 1),
  ]);
}

interface Asked {
  key: string;
  types: readonly string[];
  direction: NeighboursQuery['direction'];
  /** Where the page begins: with the whole group of this type and other end. */
  afterType: string;
  afterKey: string;
}
/** The edges from where the page begins, at least `most` of them where there are as many, and how many match in all. */
interface Found {
  edges: EdgeView[];
  total(): Promise<number>;
}

type PageRow = Omit<EdgeRow, 'source' | 'target'> & { other: string; direction: 'in' | 'out' };

async function stored(store: Reader, asked: Asked, most: number): Promise<Found> {
  const { key, types, direction } = asked;
  const rows: PageRow[] = await store.read('read/neighbours', { ...asked, types: [...types], limit: most });
  const ends = ({ other, direction: way, ...row }: PageRow): EdgeRow =>
    way === 'out' ? { source: key, target: other, ...row } : { source: other, target: key, ...row };
  return {
    edges: onPage(key, edgeViews(rows.map(ends))),
    async total() {
      // The first page of a node that has no second one was counted by reading it.
      if (asked.afterType === '' && rows.length < most) return rows.length;
      const degree = await store.read('read/degree', { key });
      const matching = degree.filter(
        (row) =>
          (types.length === 0 || types.includes(row.type)) && (direction === 'both' || row.direction === direction),
      );
      return matching.reduce((sum, row) => sum + row.count, 0);
    },
  };
}

async function counted(store: Store, asked: Asked, query: NeighboursQuery): Promise<Found | null> {
  const filtered = await filteredBy(store, query);
  if (filtered === null) return null;
  const { key, direction, afterType, afterKey } = asked;
  const types = asked.types.length === 0 ? allTypes : asked.types;
  const all = onPage(key, await countedRelations(store, [key], types, filtered)).filter(
    (edge) => direction === 'both' || directionAt(key, edge.source) === direction,
  );
  const edges = all.filter(
    (edge) => edge.type > afterType || (edge.type === afterType && otherEnd(key, edge) >= afterKey),
  );
  return { edges, total: async () => all.length };
}

export async function neighbours(store: Store, key: string, query: NeighboursQuery): Promise<Neighbours> {
  checkKnown('types', query.types, neighbourTypes);
  const types = query.types ?? [];
  const list = { key, types, direction: query.direction, filter: filterName(query) };
  const [afterType = '', afterKey = '', given = '0'] = readPageCursor(list, query.cursor, 3) ?? [];
  const skip = countIn(given);
  const asked = { key, types, direction: query.direction, afterType, afterKey };
  const found = (await counted(store, asked, query)) ?? (await stored(store, asked, skip + query.limit + 1));
  const edges = found.edges.slice(skip, skip + query.limit);
  const end = (edge: EdgeView) => otherEnd(key, edge);
  // Where nothing lies beside it, it may not be there at all.
  if (edges.length === 0) await loadNode(store, key);
  const last = edges.at(-1);
  // How much of the last group has been given by now: the next page begins with that group again.
  const group =
    last === undefined
      ? []
      : found.edges.slice(0, skip + edges.length).filter((edge) => edge.type === last.type && end(edge) === end(last));
  const [nodes, total] = await Promise.all([loadNodes(store, edges.map(end)), found.total()]);
  return {
    nodes,
    edges,
    total,
    next:
      last === undefined || found.edges.length <= skip + query.limit
        ? null
        : writePageCursor(list, [last.type, end(last), String(group.length)]),
  };
}
