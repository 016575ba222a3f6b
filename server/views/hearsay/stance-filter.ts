// Narrows a graph to some stances or some plans, and to what hangs on them.
import { stanceEdge } from '../../provenance/edges.ts';
import type { GraphQuery } from '../../schema/query.ts';
import type { EdgeView } from '../../schema/view.ts';
import { stanceTypes } from '../kinds.ts';
import type { Drawn } from './keep-counting.ts';

/** Relations over which something hangs on a position's holder or plan: its office, its proposer, who quotes it. */
const hanging: ReadonlySet<string> = new Set([
  'HOLDS_OFFICE',
  'PROPOSED_BY',
  'QUOTES',
  'PART_OF',
  'STEP_TOWARD',
  'HOLDER',
  'TARGET',
  'SHIELDED_BY',
]);

/** The whole graph where the query names neither stances nor plans. */
export function keepStances({ nodes, edges }: Drawn, query: Pick<GraphQuery, 'stance' | 'plan'>): Drawn {
  const { stance = [], plan = [] } = query;
  if (stance.length === 0 && plan.length === 0) return { nodes, edges };
  const types = new Set<string>(stance.length === 0 ? stanceTypes : stance.map((word) => stanceEdge[word]));
  const isStance = (edge: EdgeView) => stanceTypes.includes(edge.type);
  const positions = edges.filter((edge) => types.has(edge.type) && (plan.length === 0 || plan.includes(edge.target)));
  const core = new Set([...plan, ...positions.flatMap((edge) => [edge.source, edge.target])]);
  const near = new Set(core);
  for (const edge of edges) {
    if (!hanging.has(edge.type)) continue;
    if (core.has(edge.source)) near.add(edge.target);
    if (core.has(edge.target)) near.add(edge.source);
  }
  const others = edges.filter(
    (edge) =>
      !isStance(edge) &&
      near.has(edge.source) &&
      near.has(edge.target) &&
      (core.has(edge.source) || core.has(edge.target)),
  );
  return { nodes: nodes.filter((node) => near.has(node.key)), edges: [...positions, ...others] };
}
