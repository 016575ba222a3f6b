// The filters, and what of the data they let through, counted by facet: pure functions, no signals.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { type Dataset, mainPlans, ownTypeOf, plansByStances, stanceOf, typeOf } from '../graph/model.ts';
import { type StanceName, stances } from '../text/words.ts';

/** What is left out. Empty sets and undefined mean: nothing. */
export interface Filters {
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
export const defaultFilters: Filters = {
  typesOff: new Set(['Event']),
  stancesOff: new Set(),
  relationsOff: new Set(['MEMBER_OF']),
  plan: undefined,
  bystanders: false,
};
export const openFilters: Filters = {
  ...defaultFilters,
  typesOff: new Set(),
  relationsOff: new Set(),
  plan: everyPlan,
  bystanders: true,
};

/** Actors can hold positions; other types need none to be shown. */
export const actorTypes: ReadonlySet<string> = new Set(['Person', 'Country', 'Organization', 'Group']);

/** Nodes put on or taken off the canvas by hand. */
export interface Hand {
  readonly added: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** Nothing else is on the canvas than what was put there by hand. */
  readonly only?: true;
}

export interface Visible {
  nodes: NodeView[];
  edges: EdgeView[];
}

/** The plans that the filter lets through; `mains` are those that are so whatever counts. */
function plansThrough(dataset: Dataset, plan: string | undefined, mains?: ReadonlySet<string>): ReadonlySet<string> {
  if (plan === undefined) return mains ?? mainPlans(dataset);
  return plan === everyPlan ? new Set(plansByStances(dataset).map(({ key }) => key)) : new Set([plan]);
}

/** A stance edge also needs its plan to be shown; that follows from its ends. */
const edgePasses = (edge: EdgeView, filters: Filters): boolean => {
  const stance = stanceOf(edge);
  return stance ? !filters.stancesOff.has(stance) : !filters.relationsOff.has(edge.type);
};

/** The holders of positions that pass the stance filter, on these plans. */
function holders(dataset: Dataset, filters: Filters, plans: ReadonlySet<string>): Set<string> {
  const keys = new Set<string>();
  for (const edge of dataset.edges.values())
    if (stanceOf(edge) && plans.has(edge.target) && edgePasses(edge, filters)) keys.add(edge.source);
  return keys;
}

/**
 * What the canvas and the tables show. Nodes added by hand are shown whatever the filters say. `mains` are the main
 * plans of all there is, where only part of it counts at the moment; those of the dataset if absent.
 */
export function visible(dataset: Dataset, filters: Filters, hand: Hand, mains?: ReadonlySet<string>): Visible {
  const plans = plansThrough(dataset, filters.plan, mains);
  const held = holders(dataset, filters, plans);
  const shown = (node: NodeView): boolean => {
    if (hand.hidden.has(node.key)) return false;
    if (hand.added.has(node.key)) return true;
    if (hand.only) return false;
    if (dataset.extra.has(node.key)) return false;
    if (filters.typesOff.has(typeOf(node))) return false;
    const type = ownTypeOf(node);
    if (type === undefined) return true;
    if (type === 'Plan') return plans.has(node.key);
    return !actorTypes.has(type) || held.has(node.key) || (filters.bystanders && !holdsAny(dataset, node.key));
  };
  const nodes = [...dataset.nodes.values()].filter(shown);
  const keys = new Set(nodes.map((node) => node.key));
  const edges = [...dataset.edges.values()].filter(
    (edge) => keys.has(edge.source) && keys.has(edge.target) && edgePasses(edge, filters),
  );
  return { nodes, edges };
}

const holderCache = new WeakMap<Dataset, Set<string>>();
function holdsAny(dataset: Dataset, key: string): boolean {
  let all = holderCache.get(dataset);
  if (!all) {
    all = holders(dataset, openFilters, plansThrough(dataset, everyPlan));
    holderCache.set(dataset, all);
  }
  return all.has(key);
}

/** One line of a facet: how many there are in the data, and how many the canvas shows. */
export interface Facet {
  value: string;
  total: number;
  shown: number;
}

const tally = (values: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
const facet = (all: Map<string, number>, now: Map<string, number>, values: readonly string[]): Facet[] =>
  values.map((value) => ({ value, total: all.get(value) ?? 0, shown: now.get(value) ?? 0 }));
const byCount = (counts: Map<string, number>): string[] =>
  [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));

export interface Facets {
  types: Facet[];
  stances: Facet[];
  relations: Facet[];
  plans: (Facet & { name: string })[];
  mainPlans: number;
  allPlans: number;
  /** Actors that hold no position on any plan. */
  bystanders: number;
}

/** Every facet with its counts, most frequent first; stances in their fixed order. */
export function facets(dataset: Dataset, now: Visible, mains: ReadonlySet<string> = mainPlans(dataset)): Facets {
  const there = new Set(now.nodes.map((node) => node.key));
  const counted = (key: string) => there.has(key) || !dataset.extra.has(key);
  const nodes = [...dataset.nodes.values()].filter((node) => counted(node.key));
  const edges = [...dataset.edges.values()].filter((edge) => counted(edge.source) && counted(edge.target));
  const types = tally(nodes.map(typeOf));
  const relations = tally(edges.filter((edge) => !stanceOf(edge)).map((edge) => edge.type));
  const stanceKeys = (list: readonly EdgeView[]) => tally(list.flatMap((edge) => stanceOf(edge) ?? []));
  const plans = plansByStances(dataset).filter((plan) => plan.stances > 0);
  return {
    types: facet(types, tally(now.nodes.map(typeOf)), byCount(types)),
    stances: facet(stanceKeys(edges), stanceKeys(now.edges), stances),
    relations: facet(
      relations,
      tally(now.edges.filter((edge) => !stanceOf(edge)).map((edge) => edge.type)),
      byCount(relations),
    ),
    mainPlans: mains.size,
    allPlans: types.get('Plan') ?? 0,
    plans: plans.map((plan) => ({
      value: plan.key,
      name: plan.name,
      total: plan.stances,
      shown: now.edges.filter((edge) => stanceOf(edge) && edge.target === plan.key).length,
    })),
    bystanders: nodes.filter((node) => actorTypes.has(ownTypeOf(node) ?? '') && !holdsAny(dataset, node.key)).length,
  };
}

/** The set with `value` in it if it was not, and without it if it was. */
export function toggled<T>(set: ReadonlySet<T>, value: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
