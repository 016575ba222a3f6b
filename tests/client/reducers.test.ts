import { expect, test } from 'vitest';
import { createGraph, syncGraph } from '../../client/graph/build.ts';
import { palettes } from '../../client/graph/palette.ts';
import { type Emphasis, inFocus, reducers } from '../../client/stage/reducers.ts';
import { openFilters, visible } from '../../client/state/filters.ts';
import { sample } from './builders.ts';

const graph = createGraph();
const shown = visible(sample, openFilters, { added: new Set(), hidden: new Set() });
syncGraph(graph, { ...shown, main: 'plan:invitation', positions: new Map() }, palettes.light);
const calm: Emphasis = {
  hovered: null,
  selectedNode: undefined,
  picked: new Set(),
  selectedEdge: undefined,
  path: null,
};
const held = 'OPPOSES~country:hu~plan:invitation';
const look = (emphasis: Partial<Emphasis>) => {
  const { node, edge } = reducers(graph, { ...calm, ...emphasis }, palettes.light);
  // Copies, as sigma hands them over.
  return {
    node: (key: string) => node(key, { ...graph.getNodeAttributes(key) }),
    edge: (key: string) => edge(key, { ...graph.getEdgeAttributes(key) }),
  };
};

test('without emphasis everything has its own colour', () => {
  expect(inFocus(graph, calm)).toBeNull();
  expect(look({}).node('country:hu').color).toBe(graph.getNodeAttribute('country:hu', 'color'));
});

test('hovering a node lights what it touches and nothing else, each in its own colour', () => {
  const { node, edge } = look({ hovered: { kind: 'node', key: 'country:hu' } });
  expect(node('country:hu').lit).toBe(true);
  expect(node('plan:invitation').lit).toBe(true);
  expect(node('country:ua').lit).toBe(false);
  expect(edge(held).lit).toBe(true);
  expect(edge('SUPPORTS~country:ua~plan:invitation').lit).toBe(false);
  expect(node('country:ua').color).toBe(graph.getNodeAttribute('country:ua', 'color'));
});

test('a hovered edge keeps its two ends', () => {
  const focus = inFocus(graph, { ...calm, hovered: { kind: 'edge', key: held } });
  expect([...(focus?.nodes ?? [])].sort()).toEqual(['country:hu', 'plan:invitation']);
});

test('a selection has a border and grows, and the graph itself does not change', () => {
  const before = JSON.stringify(graph.export());
  const { node, edge } = look({ selectedEdge: held });
  expect(node('country:hu').border).toBe(palettes.light.ink);
  expect(edge(held).size).toBeGreaterThan(graph.getEdgeAttribute(held, 'size'));
  expect(JSON.stringify(graph.export())).toBe(before);
});

test('what is hovered or shown but no longer drawn does no harm', () => {
  expect(inFocus(graph, { ...calm, hovered: { kind: 'node', key: 'gone' } })).toBeNull();
  expect(look({ selectedEdge: 'gone' }).node('country:hu').border).toBe(palettes.light.canvas);
});
