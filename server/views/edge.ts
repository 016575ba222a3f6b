// Makes stored relations into edges of an answer; an edge's key is made of its type and its ends.
import type { EdgeRow } from '../schema/statements/rows.ts';
import { atOnce, flatMapSteps, groupSteps, type Steps, sortSteps } from '../schema/steps.ts';
import type { EdgeView } from '../schema/view.ts';
import { compare, sortedBy } from './order.ts';
import { toProperties } from './properties.ts';

/** What an edge's key says; `number` is 1 for the first of parallel edges. */
export interface EdgeName {
  type: string;
  source: string;
  target: string;
  number: number;
}

export function edgeKey({ type, source, target, number }: EdgeName): string {
  return [type, source, target, ...(number > 1 ? [String(number)] : [])].join('~');
}

/** The parts of an edge's key, or null where it is none. */
export function parseEdgeKey(key: string): EdgeName | null {
  const parts = /^([A-Z][A-Z_]*)~([^~]+)~([^~]+)(?:~([1-9]\d{0,5}))?$/u.exec(key);
  const [, type, source, target, number = '1'] = parts ?? [];
  if (type === undefined || source === undefined || target === undefined || parts?.[4] === '1') return null;
  return { type, source, target, number: Number(number) };
}

/** Parallel relations in their lasting order: as read/neighbours sorts them, then by all that is stored. */
function inOrder(rows: readonly EdgeRow[]): EdgeRow[] {
  if (rows.length === 1) return [...rows];
  return sortedBy(rows, (row) => [
    ...['title', 'from', 'to', 'how', 'descriptor'].map((name) => String(row.properties[name] ?? '')),
    JSON.stringify(toProperties(row.properties)),
  ]);
}

/** A mention also keeps what the article says of the entity, for the day it is removed: that is no part of the edge. */
function shownProperties({ type, properties }: EdgeRow): EdgeView['properties'] {
  if (type !== 'MENTIONS') return toProperties(properties, ['derived']);
  return toProperties({ starts: properties.starts, ends: properties.ends, names: properties.names });
}

/** Edges sorted by key; all parallel relations of a pair must be among the rows. */
export function* edgeViewSteps(rows: readonly EdgeRow[]): Steps<EdgeView[]> {
  const groups = yield* groupSteps(rows, (row) => edgeKey({ ...row, number: 1 }));
  const edges = yield* flatMapSteps(groups.values(), (group) =>
    inOrder(group).map(
      (row, index): EdgeView => ({
        key: edgeKey({ ...row, number: index + 1 }),
        source: row.source,
        target: row.target,
        type: row.type,
        derived: row.properties.derived === true,
        properties: shownProperties(row),
      }),
    ),
  );
  return yield* sortSteps(edges, (a, b) => compare(a.key, b.key));
}

/** All of `edgeViewSteps` at once. */
export const edgeViews = (rows: readonly EdgeRow[]): EdgeView[] => atOnce(edgeViewSteps(rows));
