import { expect, test } from 'vitest';
import { createGraph, lanes, syncGraph } from '../../client/graph/build.ts';
import { palettes } from '../../client/graph/palette.ts';
import { edge, node, stance } from './builders.ts';

const positions = new Map([['country:hu', { x: 5, y: 7 }]]);
const nodes = [node('plan:a', 'Plan'), node('country:hu', 'Hungary', { iso2: 'HU' }), node('outlet:x', 'X')];
const edges = [stance('OPPOSES', 'country:hu', 'plan:a', 3), stance('NONCOMMITTAL_ON', 'country:hu', 'plan:a', 1)];

test('the graph holds exactly what is visible, each with its place and style', () => {
  const graph = createGraph();
  syncGraph(graph, { nodes, edges, main: 'plan:a', positions }, palettes.light);
  expect(graph.nodes().sort()).toEqual(['country:hu', 'outlet:x', 'plan:a']);
  expect(graph.getNodeAttributes('country:hu')).toMatchObject({
    x: 5,
    y: 7,
    kind: 'Country',
    inscription: 'HU',
    label: 'Hungary',
  });
  expect(graph.getEdgeAttributes('OPPOSES~country:hu~plan:a')).toMatchObject({ mark: '×', arrow: true });

  syncGraph(graph, { nodes: nodes.slice(0, 2), edges: edges.slice(1), main: 'plan:a', positions }, palettes.dark);
  expect(graph.nodes().sort()).toEqual(['country:hu', 'plan:a']);
  expect(graph.edges()).toEqual(['NONCOMMITTAL_ON~country:hu~plan:a']);
  expect(graph.getNodeAttribute('plan:a', 'color')).toBe(palettes.dark.type.Plan);
});

test('edges between the same two nodes have lanes of their own, on one side whichever way they run', () => {
  const found = lanes([edge('A', 'x', 'y'), edge('B', 'x', 'y'), edge('C', 'y', 'x'), edge('D', 'x', 'z')]);
  expect(found.get('A~x~y')).toBe(0);
  expect(found.get('B~x~y')).toBe(1);
  expect(found.get('C~y~x')).toBe(1);
  expect(found.get('D~x~z')).toBe(0);
});

test('each relation of a node to itself is a loop in a place of its own', () => {
  const loops = [
    edge('A', 'outlet:x', 'outlet:x'),
    edge('B', 'outlet:x', 'outlet:x'),
    edge('C', 'outlet:x', 'outlet:x'),
  ];
  const graph = createGraph();
  syncGraph(graph, { nodes, edges: loops, main: undefined, positions }, palettes.light);
  expect(loops.map(({ key }) => graph.getEdgeAttribute(key, 'curvature'))).toEqual([0, 1, 2]);
});

test('size and colour tell what they are asked to, and the type again when they are not', () => {
  const graph = createGraph();
  const plain = { nodes, edges, main: 'plan:a', positions };
  syncGraph(graph, { ...plain, look: () => ({ size: 17, color: '#123456' }) }, palettes.light);
  expect(graph.getNodeAttributes('country:hu')).toMatchObject({ size: 17, color: '#123456' });
  syncGraph(graph, plain, palettes.light);
  expect(graph.getNodeAttribute('country:hu', 'color')).toBe(palettes.light.type.Country);
});

test('a node with hostile text is drawn as that text, cut like any other', () => {
  const graph = createGraph();
  const name = '<img src=x onerror=alert(1)>';
  syncGraph(graph, { nodes: [node('person:x', name)], edges: [], main: undefined, positions }, palettes.light);
  expect(graph.getNodeAttribute('person:x', 'label')).toBe(name);
});
