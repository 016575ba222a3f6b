import { expect, test } from 'vitest';
import { adjacency, typeOf } from '../../client/graph/model.ts';
import { edgeSentence, nodeSentence, type Part, planSentence } from '../../client/text/sentences.ts';
import { doesWords } from '../../client/text/words.ts';
import type { NodeView } from '../../server/schema/view.ts';
import { edge, node, sample, stance } from './builders.ts';

const text = (parts: readonly Part[]) => parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const lookup = (key: string) => sample.nodes.get(key);
const at = (key: string) => lookup(key) as NodeView;

const hungary = (origins: readonly [number, number], contested = false) => {
  const held = stance('OPPOSES', 'country:hu', 'plan:invitation', 3, 2, origins, contested);
  return text(edgeSentence(held, at('country:hu'), at('plan:invitation')));
};

test('a stance edge says who holds it, on what, on how many articles and origins it rests, and that it is contested', () => {
  expect(hungary([1, 2])).toBe(
    'Hungary opposes NATO invitation for Ukraine, according to three articles on one to two origins.',
  );
  expect(hungary([1, 1], true)).toBe(
    'Hungary opposes NATO invitation for Ukraine, according to three articles on one origin. Reports contradict it.',
  );
});

test('an edge whose support is withdrawn says so, and that nobody says it any longer', () => {
  expect(hungary([0, 0])).toBe(
    'No report that counts says any longer that Hungary opposes NATO invitation for Ukraine: the support is withdrawn.',
  );
});

test('of a group the sentence speaks as of several', () => {
  const held = stance('NONCOMMITTAL_ON', 'group:two', 'plan:invitation', 3, 2, [1, 1], false);
  const two = node('group:two', 'Belgium and Spain');
  expect(text(edgeSentence(held, two, at('plan:invitation')))).toMatch(/^Belgium and Spain are noncommittal on NATO/);
  expect(text(nodeSentence(two, [held], (key) => (key === two.key ? two : lookup(key))))).toMatch(
    /^Belgium and Spain are noncommittal on NATO/,
  );
  expect(['OPPOSES', 'CITES'].map((type) => doesWords(type, 'group:two'))).toEqual(['oppose', 'cites']);
  expect(doesWords('OPPOSES', 'country:hu')).toBe('opposes');
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
    'Three countries oppose it, on one origin each; one country supports it, on one origin; one country is noncommittal, on one origin; one country defers to others, on one origin.' +
      ' Reports disagree on one actor, counted under each position.',
  );
  expect(planSentence([], () => '')).toBe('No report in the data gives anybody a position on this plan.');
});

test('a plan says how far the origins range and who denies, and leaves out what is withdrawn', () => {
  const edges = [
    stance('OPPOSES', 'country:hu', 'plan:invitation', 3, 2, [1, 2]),
    stance('OPPOSES', 'country:sk', 'plan:invitation', 2, 2, [1, 1]),
    stance('OPPOSES', 'country:de', 'plan:invitation', 0, 0, [0, 0]),
  ];
  expect(planSentence(edges, () => 'Country', ['Ana Kim'])).toBe(
    'Two countries oppose it, on one to two origins each. Ana Kim denies some of what is reported.',
  );
});

test('a node says its positions on one plan in full and counts the other plans', () => {
  const edges = adjacency(sample);
  expect(text(nodeSentence(at('country:de'), edges.get('country:de') ?? [], lookup))).toBe(
    'Germany is noncommittal on NATO invitation for Ukraine, according to two articles on one origin, and opposes it, according to one article.',
  );
  expect(text(nodeSentence(at('country:hu'), edges.get('country:hu') ?? [], lookup))).toBe(
    'Hungary opposes NATO invitation for Ukraine, according to three articles on one origin. Reports also give it a position on one other plan.',
  );
});

test('an outlet says whom it cites and quotes, and a bystander says nothing', () => {
  const edges = adjacency(sample);
  expect(text(nodeSentence(at('outlet:kyiv-post'), edges.get('outlet:kyiv-post') ?? [], lookup))).toBe(
    'Kyiv Post cites one other outlet and quotes one actor.',
  );
  expect(nodeSentence(node('person:x'), [], lookup)).toEqual([]);
});
