// All filters together, and what of the data they let through. Each kind has its own file in filters/: pure functions, no signals.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import type { Dataset } from '../graph/model.ts';
import { keepNoted, type NoteCounts, type NotedFilter, noNotedFilter } from './filters/noted.ts';
import {
  defaultPositions,
  nodePasses,
  openPositions,
  type PositionFilter,
  relationPasses,
} from './filters/positions.ts';
import { nodeTestsPass, noPropertyFilter, type PropertyFilter, relationTestsPass } from './filters/properties.ts';
import { filtersReports, noReportFilter, type ReportFilter, type ReportsOf, reportsPass } from './filters/reports.ts';
import { filtersStructure, keepStructure, noStructureFilter, type StructureFilter } from './filters/structure.ts';
import { filtersSupport, noSupportFilter, type SupportFilter, supportPasses } from './filters/support.ts';

export interface Filters
  extends PositionFilter,
    ReportFilter,
    SupportFilter,
    StructureFilter,
    PropertyFilter,
    NotedFilter {}

/** What every filter but the positions is to begin with: nothing is left out. */
const none = { ...noReportFilter, ...noSupportFilter, ...noStructureFilter, ...noPropertyFilter, ...noNotedFilter };
export const defaultFilters: Filters = { ...defaultPositions, ...none };
/** Where there are no positions: somebody else's database. */
export const openFilters: Filters = { ...openPositions, ...none };

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

export interface Surroundings {
  /** The main plans of all there is, where only part of it counts at the moment; those of the dataset if absent. */
  mains?: ReadonlySet<string> | undefined;
  /** What is known of the reports under the edges; without it no report is asked for. */
  reportsOf?: ReportsOf | undefined;
  /** What has notes; without it nothing is left out for having none. */
  noteCounts?: NoteCounts | undefined;
}

const unknown: ReportsOf = () => undefined;

/** Whether a filter keeps some relations for what they rest on: then it also keeps only what these join. */
const narrows = (filters: Filters): boolean =>
  filtersReports(filters) || filtersSupport(filters) || filters.where.some(({ on }) => on === 'relation');

/**
 * What the canvas and the tables show. Nodes added by hand need not pass the filters of type, plan and position, which
 * say what is there to begin with; all other filters are for everything on the canvas.
 */
export function visible(
  dataset: Dataset,
  filters: Filters,
  hand: Hand,
  { mains, reportsOf = unknown, noteCounts }: Surroundings = {},
): Visible {
  const passes = nodePasses(dataset, filters, mains);
  let nodes = [...dataset.nodes.values()].filter((node) => {
    if (hand.hidden.has(node.key) || !nodeTestsPass(node, filters)) return false;
    return hand.added.has(node.key) || (!hand.only && !dataset.extra.has(node.key) && passes(node));
  });
  const keys = new Set(nodes.map((node) => node.key));
  const edges = [...dataset.edges.values()].filter(
    (edge) =>
      keys.has(edge.source) &&
      keys.has(edge.target) &&
      relationPasses(edge, filters) &&
      supportPasses(edge, filters) &&
      relationTestsPass(edge, filters) &&
      reportsPass(edge, filters, reportsOf),
  );
  if (narrows(filters)) {
    const joined = new Set(edges.flatMap(({ source, target }) => [source, target]));
    nodes = nodes.filter((node) => joined.has(node.key));
  }
  const noted = keepNoted({ nodes, edges }, filters, noteCounts);
  if (!filtersStructure(filters)) return noted;
  const left = keepStructure(noted, filters);
  return { nodes: [...left.nodes], edges: [...left.edges] };
}
