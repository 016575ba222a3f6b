// Leaves in a graph only what the articles that count say, and the entities that this still joins.
import type { EdgeView, NodeView } from '../../schema/view.ts';
import type { Filtered } from './evidence-filter.ts';

export interface Drawn {
  nodes: NodeView[];
  edges: EdgeView[];
}

export function keepCounting({ nodes, edges }: Drawn, filtered: Filtered): Drawn {
  const kept = new Set(nodes.filter((node) => filtered.record(node.key)).map((node) => node.key));
  const left = edges.filter((edge) => kept.has(edge.source) && kept.has(edge.target));
  const touched = new Set(left.flatMap((edge) => [edge.source, edge.target]));
  return { nodes: nodes.filter((node) => touched.has(node.key)), edges: left };
}
