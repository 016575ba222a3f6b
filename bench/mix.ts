// What people ask of a server, and how often: the crowd of the bench, and of the test that nothing grows.
import type { GraphView } from '../server/schema/view.ts';

/** What is asked how often, of the keys of a graph. */
export function mixOf({ nodes, edges }: GraphView): [name: string, share: number, path: (at: number) => string][] {
  const of = (key = '') => encodeURIComponent(key);
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];
  const plans = nodes.filter(({ key }) => key.startsWith('plan:'));
  const words = ['hungary', 'member 1', 'plan', 'nato', 'paper 7', 'orb', 'berlin', 'agency'];
  return [
    ['a node', 25, (at) => `/api/nodes/${of(pick(nodes, at)?.key)}`],
    ['search', 25, (at) => `/api/search?q=${of(pick(words, at))}`],
    ['neighbours', 12, (at) => `/api/nodes/${of(pick(nodes, at)?.key)}/neighbours`],
    ['evidence of an edge', 12, (at) => `/api/edges/${of(pick(edges, at)?.key)}/evidence`],
    ['the first graph', 8, () => '/api/graph'],
    ['articles', 5, () => '/api/articles'],
    ['who stands where', 5, (at) => `/api/stances?plan=${of(pick(plans, at)?.key)}`],
    ['contradictions', 4, (at) => `/api/contradictions?plan=${of(pick(plans, at)?.key)}`],
    ['a path', 2, (at) => `/api/paths?from=${of(pick(nodes, at)?.key)}&to=${of(pick(nodes, 1 - at / 2)?.key)}`],
    ['status', 2, () => '/api/meta'],
  ];
}
