// Another model in the page: its labels and types are its own, whatever Hearsay's model means by the same words.
import { afterEach, expect, test } from 'vitest';
import { encodeEdge, encodeNode } from '../../client/graph/encode.ts';
import { articlesOf, emptyDataset, merge, plansByStances, stanceOf } from '../../client/graph/model.ts';
import { hueOf, palettes, spreadHues } from '../../client/graph/palette.ts';
import { facets } from '../../client/state/filters/facets.ts';
import { openFilters, visible } from '../../client/state/filters.ts';
import { callBy, captionOf, labelsOf } from '../../client/text/cypher-values.ts';
import { edgeSentence } from '../../client/text/sentences.ts';
import type { TypedNode } from '../../server/schema/cypher.ts';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';

const node = (id: number, label: string, properties: NodeView['properties'] = {}): NodeView => ({
  key: `~${id}`,
  labels: [label],
  name: `${label} ${id}`,
  properties,
});
const edge: EdgeView = {
  key: '~9',
  source: '~1',
  target: '~2',
  type: 'SUPPORTS',
  derived: false,
  properties: { articles: 3 },
};
const person = node(1, 'Person');
const plan = node(2, 'Plan');

afterEach(() => {
  spreadHues([]);
  callBy([]);
});

test('a relation that is called as a stance is none', () => {
  expect(stanceOf(edge)).toBeUndefined();
  expect(articlesOf(edge)).toBe(0);
  expect(encodeEdge(edge, palettes.light, 0).mark).toBe('');
  expect(edgeSentence(edge, person, plan).at(-1)).toBe('.');
  const data = merge(emptyDataset, [person, plan], [edge]);
  expect(plansByStances(data)).toEqual([]);
  const now = visible(data, openFilters, { added: new Set(), hidden: new Set() });
  expect(now.nodes).toHaveLength(2);
  expect(facets(data, now).relations).toEqual([{ value: 'SUPPORTS', total: 1, shown: 1 }]);
});

test('a node grows with its relations whatever its label', () => {
  const size = (degree: number) => encodeNode(plan, palettes.light, { main: false, degree }).size;
  expect(size(20)).toBeGreaterThan(size(1));
  expect(encodeNode(node(3, 'Country', { iso2: 'HU' }), palettes.light, { main: false, degree: 1 }).inscription).toBe(
    '',
  );
});

test('up to twelve labels have hues apart, the same in any order', () => {
  const labels = Array.from({ length: 12 }, (_, index) => `Label${index}`);
  spreadHues(labels);
  const hues = labels.map(hueOf);
  expect(new Set(hues).size).toBe(12);
  spreadHues([...labels].reverse());
  expect(labels.map(hueOf)).toEqual(hues);
});

test('a node of an answer is called as the server calls it, and by its rarest label', () => {
  const typed = (properties: Record<string, string>): TypedNode => ({
    _element_id: '4:x:1',
    _labels: ['Agent', 'Person'],
    _properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, { $type: 'String', _value: value }]),
    ),
  });
  callBy([
    { label: 'Agent', count: 10, captions: [['id']] },
    { label: 'Person', count: 4, captions: [['first', 'last'], ['nick']] },
  ]);
  expect(labelsOf(typed({}))).toEqual(['Person', 'Agent']);
  expect(captionOf(typed({ first: 'Anna', last: 'Karina', id: '7' }))).toBe('Anna Karina');
  expect(captionOf(typed({ first: 'Anna', nick: 'Ann', id: '7' }))).toBe('Ann');
  expect(captionOf(typed({ first: 'Anna', id: '7' }))).toBe('7');
});
