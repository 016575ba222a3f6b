import { expect, test } from 'vitest';
import { groupByOrigin } from '../../client/graph/origin-groups.ts';
import { trailOfChains } from '../../client/graph/trails.ts';
import type { ChainLink, Evidence } from '../../server/schema/view.ts';
import { assertion, evidence } from './trails-builders.ts';

const nameless = () => undefined;
const grouped = (found: Evidence) =>
  groupByOrigin(found, nameless).origins.map((group) => [group.key, group.assertions.map((one) => one.key)]);

test('assertions stand with the origin that their trail meets first, the one most read first', () => {
  const found = evidence(
    [assertion('a1', 'kyiv'), assertion('a2', 'euro'), assertion('a3', 'babel')],
    ['kyiv>politico@a1', 'babel>politico@a3', 'politico>source:officials', 'euro>source:one@a2'],
    ['politico', 'source:one'],
  );
  expect(grouped(found)).toEqual([
    ['politico', ['a1', 'a3']],
    ['source:one', ['a2']],
  ]);
  const [first] = groupByOrigin(found, nameless).origins;
  expect(first?.origins.map((origin) => origin.name)).toEqual(['politico']);
  expect(first?.trail.nodes.map((one) => one.key).sort()).toEqual(['babel', 'kyiv', 'politico', 'source:officials']);
});

test('of two assertions in one article each goes its own way; one without a link of its own goes the article’s', () => {
  const found = evidence(
    [assertion('a1', 'kyiv'), assertion('a2', 'kyiv'), assertion('a3', 'kyiv')],
    ['kyiv>politico@a1', 'kyiv>babel@a2', 'politico>source:x', 'babel>source:y'],
    ['politico', 'babel'],
  );
  expect(grouped(found)).toEqual([
    ['babel', ['a2']],
    ['babel politico', ['a3']],
    ['politico', ['a1']],
  ]);
});

test('what an article not held asserts stands with those that make it known, however far behind the cut', () => {
  const found = evidence(
    [assertion('a1', 'euro'), assertion('a2', 'suspilne', { reconstructed: true })],
    ['euro>suspilne@a1', 'suspilne>source:one@a2'],
    ['euro'],
  );
  expect(grouped(found)).toEqual([['euro', ['a1', 'a2']]]);
});

/** Evidence whose one origin is all of these nodes. */
function oneOrigin(found: Evidence, members: readonly string[]): Evidence {
  const { derivation } = found;
  if (derivation === null) throw new Error('a derived edge has a derivation');
  const [first = ''] = members;
  const origin = { cut: [first], members: [...members], circular: true, name: first, onWordOf: [], title: first };
  return { ...found, derivation: { ...derivation, origins: [origin] } };
}

test('articles that relay each other are one origin, whichever of them the cut names', () => {
  const found = evidence(
    [assertion('a1', 'kyiv'), assertion('a2', 'babel')],
    ['kyiv>babel@a1', 'babel>kyiv@a2'],
    ['kyiv'],
  );
  expect(grouped(oneOrigin(found, ['kyiv', 'babel']))).toEqual([['kyiv', ['a1', 'a2']]]);
});

test('sources taken to be one are one origin', () => {
  const found = evidence(
    [assertion('a1', 'kyiv'), assertion('a2', 'babel')],
    ['kyiv>source:x@a1', 'babel>source:y@a2'],
    ['source:x'],
  );
  expect(grouped(oneOrigin(found, ['source:x', 'source:y']))).toEqual([['source:x', ['a1', 'a2']]]);
});

test('denials, positions not held now and what does not count stand apart', () => {
  const found = evidence(
    [
      assertion('a1', 'kyiv'),
      assertion('no', 'rbc', { mode: 'denies' }),
      assertion('later', 'babel', { modality: 'expected' }),
      assertion('out', 'euro', { counts: false }),
    ],
    ['kyiv>source:x@a1'],
    ['kyiv'],
  );
  const { origins, against, notNow, uncounted } = groupByOrigin(found, nameless);
  const keys = (list: readonly { key: string }[]) => list.map((one) => one.key);
  expect(origins.map((group) => keys(group.assertions))).toEqual([['a1']]);
  expect([keys(against), keys(notNow), keys(uncounted)]).toEqual([['no'], ['later'], ['out']]);
});

test('what an outlet reports counts in any modality, and whom it quotes in any mode', () => {
  const list = [assertion('a1', 'kyiv', { modality: 'expected' }), assertion('a2', 'kyiv', { mode: 'denies' })];
  const links = ['kyiv>source:x@a1', 'kyiv>source:x@a2'];
  expect(groupByOrigin(evidence(list, links, ['kyiv'], 'REPORTS'), nameless)).toMatchObject({
    origins: [{ assertions: [{ key: 'a1' }] }],
    against: [{ key: 'a2' }],
  });
  expect(grouped(evidence(list, links, ['kyiv'], 'QUOTES'))).toEqual([['kyiv', ['a1', 'a2']]]);
});

test('the chains of one assertion are drawn as one graph', () => {
  const link = (key: string, label: ChainLink['label'], sourceKind: ChainLink['sourceKind'] = null): ChainLink => ({
    key,
    label,
    name: key,
    how: `how ${key}`,
    sourceKind,
  });
  const start = [link('kyiv', 'Article'), link('politico', 'Article')];
  const trail = trailOfChains({
    key: 'a1',
    chains: [
      [...start, link('source:a', 'Source', 'anonymous')],
      [...start, link('source:b', 'Source', 'named')],
    ],
  });
  expect(trail.nodes.map((node) => [node.key, node.vague])).toEqual([
    ['kyiv', false],
    ['politico', false],
    ['source:a', true],
    ['source:b', false],
  ]);
  expect(trail.links.map((one) => `${one.source}>${one.target} ${one.kind}`)).toEqual([
    'kyiv>politico relays',
    'politico>source:a attributed',
    'politico>source:b attributed',
  ]);
});
