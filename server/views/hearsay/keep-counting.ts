// Leaves in a graph only what the articles that count say, and the entities that this still joins.
import type { EdgeView, NodeView } from '../../schema/view.ts';
import { groupBy } from '../order.ts';
import type { Filtered } from './evidence-filter.ts';

export interface Drawn {
  nodes: NodeView[];
  edges: EdgeView[];
}

/** From an assertion to its sources and quotes, and from these on. */
const leadsOn: ReadonlySet<string> = new Set(['ATTRIBUTED_TO', 'HAS_QUOTE', 'RENDERS', 'TRANSLATION_OF', 'MEMBER_OF']);

function reachedFrom(keys: Iterable<string>, edges: readonly EdgeView[]): Set<string> {
  const outgoing = groupBy(
    edges.filter((edge) => leadsOn.has(edge.type)),
    (edge) => edge.source,
  );
  const reached = new Set(keys);
  // A set gives what is added to it during the walk as well.
  for (const key of reached) for (const edge of outgoing.get(key) ?? []) reached.add(edge.target);
  return reached;
}

export function keepCounting({ nodes, edges }: Drawn, filtered: Filtered): Drawn {
  const reached = reachedFrom(filtered.assertions, edges);
  const telling = new Set(
    edges.filter((edge) => edge.type === 'CONTAINS' && filtered.assertions.has(edge.target)).map((edge) => edge.source),
  );
  const counts = ({ key, labels: [label], properties }: NodeView): boolean => {
    if (label === 'Article') return filtered.article(key) && (properties.held === true || telling.has(key));
    if (label === 'Claim') return filtered.claims.has(key);
    if (label === 'Assertion' || label === 'Source' || label === 'Quote' || label === 'Utterance')
      return reached.has(key);
    return true;
  };
  const kept = new Set(nodes.filter(counts).map((node) => node.key));
  const left = edges.filter((edge) => kept.has(edge.source) && kept.has(edge.target));
  const touched = new Set(left.flatMap((edge) => [edge.source, edge.target]));
  return { nodes: nodes.filter((node) => touched.has(node.key)), edges: left };
}
