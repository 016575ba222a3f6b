// Makes stored relations into edges of an answer.
import { edgeKey } from '../schema/edge-key.ts';
import type { EdgeRow } from '../schema/statements/rows.ts';
import { atOnce, flatMapSteps, groupSteps, type Steps, sortSteps } from '../schema/steps.ts';
import type { EdgeView } from '../schema/view.ts';
import { compare, sortedBy } from './order.ts';
import { toProperties } from './properties.ts';

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
