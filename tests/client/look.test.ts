import { expect, test } from 'vitest';
import { createGraph, syncGraph } from '../../client/graph/build.ts';
import { palettes } from '../../client/graph/palette.ts';
import { repainted } from '../../client/stage/look.ts';
import { type Emphasis, inFocus, reducers } from '../../client/stage/reducers.ts';
import { openFilters, visible } from '../../client/state/filters.ts';
import { sample } from './builders.ts';

const graph = createGraph();
const shown = visible(sample, openFilters, { added: new Set(), hidden: new Set() });
const visual = { ...shown, main: 'plan:invitation', positions: new Map() };
syncGraph(graph, visual, palettes.light);
const over = (hovered: Emphasis['hovered']) => {
  const emphasis = { hovered, selectedNode: undefined, picked: new Set<string>(), selectedEdge: undefined, path: null };
  return { emphasis, focus: inFocus(graph, emphasis) };
};
const anEdge = graph.edges()[0] as string;
const places = [
  over(null),
  ...graph.nodes().map((key) => over({ kind: 'node', key })),
  over({ kind: 'edge', key: anEdge }),
];

test('what is painted anew as the pointer moves on is all that looks different', () => {
  const looks = places.map(({ emphasis }) => {
    const { node, edge } = reducers(graph, emphasis, palettes.light);
    return {
      nodes: new Map(graph.mapNodes((key, data) => [key, JSON.stringify(node(key, { ...data }))])),
      edges: new Map(graph.mapEdges((key, data) => [key, JSON.stringify(edge(key, { ...data }))])),
    };
  });
  for (const [from, before] of places.entries())
    for (const [to, after] of places.entries()) {
      const painted = repainted(graph, before, after);
      for (const kind of ['nodes', 'edges'] as const)
        for (const [key, look] of looks[from]?.[kind] ?? [])
          if (look !== looks[to]?.[kind].get(key)) expect(painted[kind], `${from} to ${to}`).toContain(key);
    }
});

test('from one node to the next, what stays faded is not painted anew', () => {
  const [a, b] = [over({ kind: 'node', key: 'country:hu' }), over({ kind: 'node', key: 'country:ua' })];
  const near = new Set([...(a.focus?.nodes ?? []), ...(b.focus?.nodes ?? [])]);
  expect(near.size).toBeLessThan(graph.order);
  for (const key of repainted(graph, a, b).nodes) expect(near).toContain(key);
  expect(repainted(graph, a, a)).toEqual({ nodes: [], edges: [] });
});

test('the order of drawing is the same wherever the pointer is', () => {
  for (const { emphasis } of places) {
    const { node, edge } = reducers(graph, emphasis, palettes.light);
    for (const key of graph.nodes()) expect(node(key, { ...graph.getNodeAttributes(key) }).zIndex).toBe(1);
    for (const key of graph.edges())
      expect(edge(key, { ...graph.getEdgeAttributes(key) }).zIndex).toBe(graph.getEdgeAttribute(key, 'zIndex'));
  }
});

test('what is as it was is not written again, so that nothing is drawn for it', () => {
  let written = 0;
  const count = () => written++;
  const events = ['nodeAttributesUpdated', 'edgeAttributesUpdated', 'nodeAdded', 'edgeAdded'] as const;
  for (const event of events) graph.on(event, count);
  syncGraph(graph, visual, palettes.light);
  expect(written).toBe(0);
  const [first] = graph.nodes();
  syncGraph(graph, { ...visual, pinned: new Set([first as string]) }, palettes.light);
  expect(written).toBe(1);
  for (const event of events) graph.removeListener(event, count);
});
