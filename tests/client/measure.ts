// The metrics of what is shown, computed at once instead of in their worker.
import { computeMetrics } from '../../client/graph/metrics/compute.ts';
import { shown } from '../../client/state/data.ts';
import { metrics } from '../../client/state/metrics.ts';

export function measure(): void {
  const { nodes, edges } = shown.value;
  const at = new Map(nodes.map(({ key }, index) => [key, index]));
  const ends = edges.flatMap(({ source, target }) => [at.get(source) as number, at.get(target) as number]);
  const { sampled, ...columns } = computeMetrics(nodes.length, Uint32Array.from(ends));
  const row = (index: number) => ({
    degree: columns.degree[index] as number,
    pagerank: columns.pagerank[index] as number,
    betweenness: columns.betweenness[index] as number,
    community: columns.community[index] as number,
    component: columns.component[index] as number,
  });
  metrics.value = { of: new Map(nodes.map(({ key }, index) => [key, row(index)])), sampled };
}
