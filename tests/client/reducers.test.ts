import { expect, test } from 'vitest';
import { createGraph, syncGraph } from '../../client/graph/build.ts';
import { palettes, withAlpha } from '../../client/graph/palette.ts';
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
  return {
    node: (key: string) => node(key, graph.getNodeAttributes(key)),
    edge: (key: string) => edge(key, graph.getEdgeAttributes(key)),
  };
};

test('without emphasis everything has its own colour', () => {
  expect(inFocus(graph, calm)).toBeNull();
  expect(look({}).node('country:hu').color).toBe(graph.getNodeAttribute('country:hu', 'color'));
});

test('hovering a node fades what it does not touch to 15 %', () => {
  const { node, edge } = look({ hovered: { kind: 'node', key: 'country:hu' } });
  expect(node('country:hu').color).toMatch(/^#/);
  expect(node('plan:invitation').color).toMatch(/^#/);
  expect(node('country:ua').color).toMatch(/0\.15\)$/);
  expect(edge(held).color).toMatch(/^#/);
  expect(edge('SUPPORTS~country:ua~plan:invitation').color).toMatch(/0\.15\)$/);
});

test('where two states are compared, hovering fades to 15 % of an edge’s own colour', () => {
  const gone = new Map([[held, { kind: 'removed' as const, note: 'gone' }]]);
  const compared = createGraph();
  syncGraph(compared, { ...shown, main: 'plan:invitation', positions: new Map(), changes: gone }, palettes.dark);
  const { edge } = reducers(compared, { ...calm, hovered: { kind: 'node', key: 'plan:membership' } }, palettes.dark);
  // It stepped back to 30 % as it is unchanged; the grey of what is gone was at 70 %.
  const supports = 'SUPPORTS~country:ua~plan:invitation';
  expect(edge(supports, compared.getEdgeAttributes(supports)).color).toBe(
    withAlpha(palettes.dark.stance.supports, 0.15),
  );
  expect(edge(held, compared.getEdgeAttributes(held)).color).toBe(withAlpha(palettes.dark.muted, 0.15));
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
