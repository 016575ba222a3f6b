import { expect, test } from 'vitest';
import { adjacency, typeOf } from '../../client/graph/model.ts';
import { basis, edgeSentence, nodeSentence, type Part, planSentence } from '../../client/text/sentences.ts';
import type { NodeView } from '../../server/schema/view.ts';
import { edge, node, sample, stance } from './builders.ts';

const text = (parts: readonly Part[]) => parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const lookup = (key: string) => sample.nodes.get(key);
const at = (key: string) => lookup(key) as NodeView;

test('a stance edge says who holds it, on what, and on how many articles it rests', () => {
  const held = stance('OPPOSES', 'country:hu', 'plan:invitation', 3, 2);
  expect(text(edgeSentence(held, at('country:hu'), at('plan:invitation')))).toBe(
    'Hungary opposes NATO invitation for Ukraine, according to three articles in two outlets.',
  );
});

test('articles whose outlet is not named are counted and never named', () => {
  expect(basis(edge('OPPOSES', 'a', 'b', { articles: 2, outlets: 1, unnamedOutlets: 1 }))).toBe(
    'according to two articles in one outlet and one whose outlet is not named',
  );
  expect(basis(edge('OPPOSES', 'a', 'b', { articles: 4, outlets: 2, unnamedOutlets: 2 }))).toBe(
    'according to four articles in two outlets and two others whose outlets are not named',
  );
  expect(basis(edge('OPPOSES', 'a', 'b', { articles: 1, outlets: 0, unnamedOutlets: 1 }))).toBe(
    'according to one article whose outlet is not named',
  );
  expect(basis(edge('OPPOSES', 'a', 'b', { articles: 2, outlets: 0, unnamedOutlets: 2 }))).toBe(
    'according to two articles whose outlets are not named',
  );
});

test('a stated relation says its title and claims no articles', () => {
  const office = edge('HOLDS_OFFICE', 'person:zelensky', 'country:ua', { title: 'President' });
  expect(text(edgeSentence(office, at('person:zelensky'), at('country:ua')))).toBe(
    'Volodymyr Zelensky holds office in Ukraine (President).',
  );
});

test('a plan says how many hold each position, and that some are counted twice', () => {
  const edges = [...sample.edges.values()].filter((one) => one.target === 'plan:invitation' && one.derived);
  expect(planSentence(edges, (key) => typeOf(at(key)))).toBe(
    'Three countries oppose it; one country supports it; one country is noncommittal; one country defers to others.' +
      ' Reports disagree on one actor, counted under each position.',
  );
  expect(planSentence([], () => '')).toBe('No report in the data gives anybody a position on this plan.');
});

test('a node says its positions on one plan in full and counts the other plans', () => {
  const edges = adjacency(sample);
  expect(text(nodeSentence(at('country:de'), edges.get('country:de') ?? [], lookup))).toBe(
    'Germany is noncommittal on NATO invitation for Ukraine, according to two articles in one outlet, and opposes it, according to one article.',
  );
  expect(text(nodeSentence(at('country:hu'), edges.get('country:hu') ?? [], lookup))).toBe(
    'Hungary opposes NATO invitation for Ukraine, according to three articles in two outlets. Reports also give it a position on one other plan.',
  );
});

test('an outlet says whom it cites and quotes, and a bystander says nothing', () => {
  const edges = adjacency(sample);
  expect(text(nodeSentence(at('outlet:kyiv-post'), edges.get('outlet:kyiv-post') ?? [], lookup))).toBe(
    'Kyiv Post cites one other outlet and quotes one actor.',
  );
  expect(nodeSentence(node('person:x'), [], lookup)).toEqual([]);
});
