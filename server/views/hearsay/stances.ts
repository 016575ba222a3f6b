// The table of stances: holders by plans, and the members of a named set to whom no report gives one.
import { firstDay, lastDay } from '../../provenance/days.ts';
import { stanceEdge } from '../../provenance/edges.ts';
import type { Holder, StanceRow, StanceTable } from '../../schema/comparison.ts';
import { edgeKey } from '../../schema/edge-key.ts';
import type { StancesQuery } from '../../schema/query.ts';
import type { Stance } from '../../schema/stance.ts';
import type { EdgeRow } from '../../schema/statements/rows.ts';
import type { NodeView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { stanceTypes } from '../kinds.ts';
import { sortedBy } from '../order.ts';
import { textOf } from '../properties.ts';
import { badgeOf } from './badge.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadAs, loadNodes } from './load.ts';
import { unsettledAmong } from './unsettled.ts';

const stanceOf = new Map(Object.entries(stanceEdge).map(([stance, type]) => [type as string, stance as Stance]));

const holder = ({ key, name, labels }: NodeView): Holder => ({ key, name, labels });

async function edgesOn(store: Store, plan: string | undefined, filtered: Filtered | null): Promise<EdgeRow[]> {
  if (filtered !== null) {
    const edges = plan === undefined ? filtered.derived : filtered.derivedAt(plan);
    return edges.filter(({ type, target }) => stanceOf.has(type) && (plan === undefined || target === plan));
  }
  if (plan !== undefined) return store.read('read/stances/of-plan', { plan });
  return store.read('read/graph/entity-edges', { types: [...stanceTypes] });
}

/** A membership that ended before the day, month or year is none; one that begins after it is none yet. */
function isMember(properties: Readonly<Record<string, unknown>>, day: string): boolean {
  const [from, to] = [textOf(properties.from), textOf(properties.to)];
  return (from === null || firstDay(from) <= lastDay(day)) && (to === null || lastDay(to) >= firstDay(day));
}

async function membersOf(
  store: Store,
  query: Omit<StancesQuery, 'limit'>,
  today: string,
  filtered: Filtered | null,
): Promise<NodeView[]> {
  if (query.among === undefined) return [];
  const group = await loadAs(store, 'among', query.among);
  const rows = await store.read('read/stances/members', { key: group.key });
  const members = rows.filter(
    (row) =>
      isMember(row.properties, query.asOf ?? today) && (filtered?.relation({ properties: row.properties }) ?? true),
  );
  return loadNodes(
    store,
    members.map((row) => row.key),
  );
}

/**
 * `today` is the day of which memberships are asked where the query has no `asOf`, YYYY-MM-DD. Errors: NotFound on an
 * unknown plan or set, InvalidRequest where they are something else, and those of the filter.
 */
export async function stances(store: Store, query: Omit<StancesQuery, 'limit'>, today: string): Promise<StanceTable> {
  const filtered = await filteredBy(store, query);
  const plan = query.plan === undefined ? null : await loadAs(store, 'plan', query.plan);
  const members = await membersOf(store, query, today, filtered);
  const edges = await edgesOn(store, query.plan, filtered);
  const ends = await loadNodes(
    store,
    edges.flatMap(({ source, target }) => [source, target]),
  );
  const nodes = new Map(ends.map((node) => [node.key, node]));
  const rows = edges.flatMap((edge): StanceRow[] => {
    const [source, target, stance] = [nodes.get(edge.source), nodes.get(edge.target), stanceOf.get(edge.type)];
    if (source === undefined || target === undefined || stance === undefined) return [];
    return [
      {
        holder: holder(source),
        plan: { key: target.key, name: target.name },
        stance,
        edgeKey: edgeKey({ ...edge, number: 1 }),
        ...badgeOf(edge.properties),
      },
    ];
  });
  const heard = new Set(edges.map(({ source }) => source));
  const without = members.filter((node) => !heard.has(node.key));
  const unsettled = await unsettledAmong(store, without, plan?.key, filtered);
  const spokenOf = new Set(unsettled.map((one) => one.holder.key));
  const targets = [
    ...edges.map(({ target }) => target),
    ...unsettled.flatMap(({ said }) => said.map((one) => one.plan.key)),
  ];
  const plans = plan === null ? await loadNodes(store, targets) : [plan];
  return {
    plan: plan === null ? null : holder(plan),
    plans: sortedBy(plans, (node) => [node.name, node.key]).map(holder),
    rows: sortedBy(rows, (row) => [row.plan.name, row.plan.key, row.holder.name, row.holder.key, row.stance]),
    ...(query.among === undefined
      ? {}
      : {
          silent: sortedBy(
            without.filter((node) => !spokenOf.has(node.key)),
            (node) => [node.name, node.key],
          ).map(holder),
          unsettled,
        }),
  };
}
