// Filters by type, by stance and other relations, by plan, and of actors without a position.
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';
import { type Dataset, mainPlans, ownTypeOf, plansByStances, stanceOf, typeOf } from '../../graph/model.ts';
import type { StanceName } from '../../text/words.ts';

/** What is left out. Empty sets and undefined mean: nothing. */
export interface PositionFilter {
  readonly typesOff: ReadonlySet<string>;
  readonly stancesOff: ReadonlySet<StanceName>;
  readonly relationsOff: ReadonlySet<string>;
  /** Only positions on this plan, or `everyPlan`; undefined: on the main plans. */
  readonly plan: string | undefined;
  /** Also actors that hold no position on any plan. */
  readonly bystanders: boolean;
}

/** The value of `plan` that lets the lesser plans through too. Keys hold a colon, so it is none. */
export const everyPlan = 'all';

/** Events and memberships start switched off: they are context, and would crowd the evidence. */
export const defaultPositions: PositionFilter = {
  typesOff: new Set(['Event']),
  stancesOff: new Set(),
  relationsOff: new Set(['MEMBER_OF']),
  plan: undefined,
  bystanders: false,
};
export const openPositions: PositionFilter = {
  typesOff: new Set(),
  stancesOff: new Set(),
  relationsOff: new Set(),
  plan: everyPlan,
  bystanders: true,
};

/** Actors can hold positions; other types need none to be shown. */
export const actorTypes: ReadonlySet<string> = new Set(['Person', 'Country', 'Organization', 'Group']);

/** The plans that the filter lets through; `mains` are those that are so whatever counts. */
function plansThrough(dataset: Dataset, plan: string | undefined, mains?: ReadonlySet<string>): ReadonlySet<string> {
  if (plan === undefined) return mains ?? mainPlans(dataset);
  return plan === everyPlan ? new Set(plansByStances(dataset).map(({ key }) => key)) : new Set([plan]);
}

/** A stance edge also needs its plan to be shown; that follows from its ends. */
export const relationPasses = (edge: EdgeView, filter: PositionFilter): boolean => {
  const stance = stanceOf(edge);
  return stance ? !filter.stancesOff.has(stance) : !filter.relationsOff.has(edge.type);
};

/** The holders of positions that pass the stance filter, on these plans. */
function holders(dataset: Dataset, filter: PositionFilter, plans: ReadonlySet<string>): Set<string> {
  const keys = new Set<string>();
  for (const edge of dataset.edges.values())
    if (stanceOf(edge) && plans.has(edge.target) && relationPasses(edge, filter)) keys.add(edge.source);
  return keys;
}

/** Which nodes pass by themselves; `mains` as in `visible`. */
export function nodePasses(
  dataset: Dataset,
  filter: PositionFilter,
  mains?: ReadonlySet<string>,
): (node: NodeView) => boolean {
  const plans = plansThrough(dataset, filter.plan, mains);
  const held = holders(dataset, filter, plans);
  return (node) => {
    if (filter.typesOff.has(typeOf(node))) return false;
    const type = ownTypeOf(node);
    if (type === undefined) return true;
    if (type === 'Plan') return plans.has(node.key);
    return !actorTypes.has(type) || held.has(node.key) || (filter.bystanders && !holdsAny(dataset, node.key));
  };
}

const holderCache = new WeakMap<Dataset, Set<string>>();
/** Whether an actor holds a position on any plan. */
export function holdsAny(dataset: Dataset, key: string): boolean {
  let all = holderCache.get(dataset);
  if (!all) {
    all = holders(dataset, openPositions, plansThrough(dataset, everyPlan));
    holderCache.set(dataset, all);
  }
  return all.has(key);
}
