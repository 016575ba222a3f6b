// What there is to filter by, each value with how many there are and how many of them are shown.
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';
import { countedOf } from '../../graph/counted.ts';
import { type Dataset, mainPlans, ownTypeOf, plansByStances, stanceOf, typeOf } from '../../graph/model.ts';
import { stances } from '../../text/words.ts';
import { actorTypes, holdsAny } from './positions.ts';
import type { ReportsOf } from './reports.ts';
import { tally } from './sets.ts';

/** One line of a facet: how many there are in the data, and how many the canvas shows. */
export interface Facet {
  value: string;
  total: number;
  shown: number;
}

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
  /** Relations by the least number of their origins, from 0 up; empty where none is counted. */
  origins: Facet[];
  contested: { total: number; shown: number };
  /** Relations by the outlets they rest on, by key; empty as long as that is not known. */
  outlets: Facet[];
}

interface Shown {
  readonly nodes: readonly NodeView[];
  readonly edges: readonly EdgeView[];
}

function originFacet(all: readonly EdgeView[], now: readonly EdgeView[]): Facet[] {
  const least = (edges: readonly EdgeView[]) => edges.flatMap((edge) => countedOf(edge)?.originsMin ?? []);
  const counts = least(all);
  if (counts.length === 0) return [];
  const values = Array.from({ length: Math.max(...counts) + 1 }, (_, index) => String(index));
  return facet(tally(counts.map(String)), tally(least(now).map(String)), values);
}

function outletFacet(all: readonly EdgeView[], now: readonly EdgeView[], reportsOf: ReportsOf): Facet[] {
  const outlets = (edges: readonly EdgeView[]) =>
    tally(edges.flatMap((edge) => [...new Set((reportsOf(edge) ?? []).flatMap((report) => report.outlets))]));
  const totals = outlets(all);
  return facet(totals, outlets(now), byCount(totals));
}

const contestedIn = (edges: readonly EdgeView[]): number =>
  edges.filter((edge) => countedOf(edge)?.contested === true).length;

/** Every facet with its counts, most frequent first; stances in their fixed order. */
export function facets(
  dataset: Dataset,
  now: Shown,
  mains: ReadonlySet<string> = mainPlans(dataset),
  reportsOf: ReportsOf = () => undefined,
): Facets {
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
    origins: originFacet(edges, now.edges),
    contested: { total: contestedIn(edges), shown: contestedIn(now.edges) },
    outlets: outletFacet(edges, now.edges, reportsOf),
  };
}
