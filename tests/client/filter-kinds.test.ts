import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportsBy } from '../../client/state/edge-reports.ts';
import { activeFilters } from '../../client/state/filters/active.ts';
import { facets } from '../../client/state/filters/facets.ts';
import { propertyChoices, valuePasses } from '../../client/state/filters/properties.ts';
import { type Report, type ReportsOf, unnamedOutlet } from '../../client/state/filters/reports.ts';
import { componentsOf, degreesOf } from '../../client/state/filters/structure.ts';
import { defaultFilters, type Filters, openFilters, visible } from '../../client/state/filters.ts';
import { dataset, edge, node, sample, stance } from './builders.ts';

const hand = { added: new Set<string>(), hidden: new Set<string>() };
const keys = (filters: Partial<Filters>, reportsOf?: ReportsOf, data = sample): string[] =>
  visible(data, { ...openFilters, ...filters }, hand, { reportsOf })
    .nodes.map(({ key }) => key)
    .sort();
const edges = (filters: Partial<Filters>, reportsOf?: ReportsOf, data = sample): string[] =>
  visible(data, { ...openFilters, ...filters }, hand, { reportsOf })
    .edges.map(({ key }) => key)
    .sort();

/** a – b – c – d in a chain, d with itself, e – f apart, g alone. */
const chain = dataset(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key, index) =>
    node(key, key.toUpperCase(), { rank: index, tag: `tág ${key}` }),
  ),
  [edge('TO', 'a', 'b'), edge('TO', 'c', 'b'), edge('TO', 'c', 'd'), edge('TO', 'd', 'd'), edge('TO', 'e', 'f')],
);
const inChain = (filters: Partial<Filters>) => keys(filters, undefined, chain).join('');

const two = dataset(
  [node('plan:p'), node('country:a'), node('country:b'), node('country:c'), node('outlet:o')],
  [
    stance('OPPOSES', 'country:a', 'plan:p', 2, 2, [2, 3], true),
    stance('SUPPORTS', 'country:b', 'plan:p', 1, 1, [1, 4]),
    edge('PART_OF', 'country:c', 'plan:p'),
  ],
);

test('origins are asked by the least there can be, and what is not counted rests on none', () => {
  expect(edges({ origins: 1 }, undefined, two)).toEqual(['OPPOSES~country:a~plan:p', 'SUPPORTS~country:b~plan:p']);
  expect(edges({ origins: 2 }, undefined, two)).toEqual(['OPPOSES~country:a~plan:p']);
  expect(keys({ origins: 2 }, undefined, two)).toEqual(['country:a', 'plan:p']);
  expect(keys({ origins: 3 }, undefined, two)).toEqual([]);
  expect(facets(two, visible(two, { ...openFilters, origins: 2 }, hand)).origins).toEqual([
    { value: '0', total: 0, shown: 0 },
    { value: '1', total: 1, shown: 0 },
    { value: '2', total: 1, shown: 1 },
  ]);
});

test('contested only keeps what is contested, and what that joins', () => {
  expect(keys({ contested: true }, undefined, two)).toEqual(['country:a', 'plan:p']);
  expect(facets(two, visible(two, openFilters, hand)).contested).toEqual({ total: 1, shown: 1 });
});

const report = (outlets: string[], from: string | null, to = from): Report => ({ outlets, from, to });

test('a relation stays while one report in the days is of an outlet that is on', () => {
  const reports: Record<string, Report[]> = {
    'OPPOSES~country:a~plan:p': [
      report(['outlet:x'], '2024-10-01'),
      report(['outlet:y', 'outlet:z'], '2024-11-01', '2024-11-20'),
    ],
    'SUPPORTS~country:b~plan:p': [report([unnamedOutlet], null)],
    'PART_OF~country:c~plan:p': [report(['outlet:x'], '2024-10')],
  };
  const of: ReportsOf = ({ key }) => reports[key];
  const left = (filters: Partial<Filters>) => edges(filters, of, two).map((key) => key.split('~')[0]);
  expect(left({ outletsOff: new Set(['outlet:x']) })).toEqual(['OPPOSES', 'SUPPORTS']);
  expect(left({ outletsOff: new Set(['outlet:y', 'outlet:x']) })).toEqual(['OPPOSES', 'SUPPORTS']);
  expect(left({ outletsOff: new Set(['outlet:y', 'outlet:x', 'outlet:z']) })).toEqual(['SUPPORTS']);
  // Undated reports are always taken in; a month stands for all its days.
  expect(left({ days: { from: '2024-11-10', to: null } })).toEqual(['OPPOSES', 'SUPPORTS']);
  expect(left({ days: { from: null, to: '2024-10-01' } })).toEqual(['OPPOSES', 'PART_OF', 'SUPPORTS']);
  expect(left({ days: { from: '2024-10-15', to: '2024-10-20' } })).toEqual(['PART_OF', 'SUPPORTS']);
  expect(left({ days: { from: '2024-12-01', to: '2024-12-31' } })).toEqual(['SUPPORTS']);
  // Both are asked of one report, not of the relation.
  expect(
    left({ days: { from: '2024-11-10', to: null }, outletsOff: new Set(['outlet:y', 'outlet:z', unnamedOutlet]) }),
  ).toEqual([]);
  expect(keys({ days: { from: '2024-12-01', to: null } }, of, two)).toEqual(['country:b', 'plan:p']);
  // Where nothing is known of the reports, nothing is left out for them.
  expect(edges({ days: { from: '2024-12-01', to: null } }, undefined, two)).toHaveLength(3);
});

test('the reports of derived relations come from the server, those of others from their articles', () => {
  const article = (key: string, outlet: string | null, day: string | null) => ({
    key,
    title: null,
    held: true,
    outlet: outlet === null ? null : { key: outlet, name: outlet },
    publishedFrom: day,
    publishedTo: day,
    dateBasis: 'stated' as const,
    url: null,
    assertions: 1,
  });
  const known = [article('article:1', 'outlet:x', '2024-10-01'), article('article:2', null, null)];
  const of = reportsBy(
    { edges: [{ key: 'OPPOSES~a~b', reports: [{ article: 'article:1', relays: ['outlet:y'] }] }] },
    known,
  );
  expect(of(stance('OPPOSES', 'a', 'b'))).toEqual([report(['outlet:x', 'outlet:y'], '2024-10-01')]);
  expect(of(edge('PART_OF', 'a', 'b', { articles: ['article:2'] }))).toEqual([report([unnamedOutlet], null)]);
  expect(of(edge('PART_OF', 'a', 'b'))).toEqual([]);
  expect(of(stance('OPPOSES', 'b', 'a'))).toBeUndefined();
});

test('near a node is what so many relations lead to, in either direction', () => {
  expect([1, 2, 3].map((hops) => inChain({ near: { key: 'a', hops } }))).toEqual(['ab', 'abc', 'abcd']);
  expect(inChain({ near: { key: 'nowhere', hops: 2 } })).toBe('');
});

test('components are whole, whatever the direction, and counted by their nodes', () => {
  expect(inChain({ component: 'd' })).toBe('abcd');
  expect(inChain({ component: 'g' })).toBe('g');
  expect(inChain({ componentSize: 2 })).toBe('abcdef');
  expect(inChain({ componentSize: 3 })).toBe('abcd');
});

test('degree counts relations to others in what the other filters leave', () => {
  expect(inChain({ degree: 1 })).toBe('abcdef');
  expect(inChain({ degree: 2 })).toBe('bc');
  expect(inChain({ degree: 2, near: { key: 'a', hops: 1 } })).toBe('');
  expect(degreesOf({ nodes: [...chain.nodes.values()], edges: [...chain.edges.values()] }).get('d')).toBe(1);
});

test('a test of a property is for its type alone', () => {
  const typed = dataset(
    [node('person:a', 'A', { born: 1970 }), node('person:b', 'B', { born: 1990 }), node('person:c'), node('country:x')],
    [
      edge('KNOWS', 'person:a', 'person:b', { since: '2001' }),
      edge('KNOWS', 'person:b', 'person:c', { since: '1999' }),
    ],
  );
  const born = { on: 'node', type: 'Person', name: 'born' } as const;
  const left = (...where: Filters['where']) => keys({ where }, undefined, typed).join(' ');
  expect(left({ ...born, operator: 'least', value: '1980' })).toBe('country:x person:b');
  expect(left({ ...born, operator: 'exists', value: '' })).toBe('country:x person:a person:b');
  const since = { on: 'relation', type: 'KNOWS', name: 'since', operator: 'most', value: '2000' } as const;
  expect(edges({ where: [since] }, undefined, typed)).toEqual(['KNOWS~person:b~person:c']);
  expect(left(since)).toBe('person:b person:c');
  expect(propertyChoices(typed)).toEqual([
    { on: 'node', type: 'Person', name: 'born', count: 2 },
    { on: 'relation', type: 'KNOWS', name: 'since', count: 2 },
  ]);
});

test.each([
  [9, 'least', '10', false],
  ['9', 'least', '10', false],
  ['2024-10-24', 'least', '2024-09', true],
  ['Péter', 'is', 'peter', true],
  ['Péter Szijjártó', 'contains', 'SZIJJARTO', true],
  [['a', 'b'], 'is', 'b', true],
  [[], 'exists', '', false],
  [true, 'is', 'true', true],
  [0, 'is', '', false],
  [null, 'exists', '', false],
  [undefined, 'most', '1', false],
] as const)('of %j it is true that it %s %j: %s', (value, operator, wanted, passes) => {
  expect(valuePasses(value as Parameters<typeof valuePasses>[0], operator, wanted)).toBe(passes);
});

const names = {
  node: (key: string) => key,
  outlet: (key: string) => key,
  outlets: ['outlet:x', 'outlet:y', 'outlet:z'],
};

test('every filter in force is named, and taken back by itself', () => {
  const all: Filters = {
    ...defaultFilters,
    stancesOff: new Set(['opposes']),
    typesOff: new Set(['Event', 'Person']),
    relationsOff: new Set(['MEMBER_OF', 'CITES']),
    plan: 'plan:p',
    outletsOff: new Set(['outlet:x']),
    days: { from: '2024-10-01', to: null },
    origins: 2,
    contested: true,
    near: { key: 'a', hops: 2 },
    component: 'a',
    componentSize: 3,
    degree: 2,
    where: [{ on: 'node', type: 'Person', name: 'born', operator: 'least', value: '1970' }],
  };
  const found = activeFilters(all, defaultFilters, names);
  expect(found.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'Without opposes',
    'Positions on plan:p',
    'Without Person',
    'Without cites',
    'Without outlet:x',
    'Reports from 1 Oct 2024 on',
    'Origins at least 2',
    'Only contested',
    'Within 2 hops of a',
    'Joined to a',
    'Components of 3 nodes or more',
    'Relations at least 2',
    'Person born at least 1970',
  ]);
  let filters = all;
  while (true) {
    const [first] = activeFilters(filters, defaultFilters, names);
    if (!first) break;
    filters = first.without;
  }
  expect(filters).toEqual(defaultFilters);
  expect(activeFilters(openFilters, openFilters, names)).toEqual([]);
});

test.each([
  [['outlet:x'], 'Without outlet:x'],
  [['outlet:x', 'outlet:z'], 'Only outlet:y'],
  [['outlet:x', 'outlet:y', 'outlet:z'], 'Without outlet:x, outlet:y and outlet:z'],
])('of outlets, without %j, the fewer are named: %s', (off, words) => {
  const filters = { ...defaultFilters, outletsOff: new Set(off) };
  expect(activeFilters(filters, defaultFilters, names).map(({ kind, text }) => `${kind} ${text}`)).toEqual([words]);
});

test('whatever the graph and the filters, no relation loses an end, and a filter more never shows more', () => {
  const some = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 });
  fc.assert(
    fc.property(some, fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 4 }), (pairs, degree, componentSize, hops) => {
      const data = dataset(
        Array.from({ length: 10 }, (_, index) => node(`n${index}`)),
        pairs.map(([a, b]) => edge('TO', `n${a}`, `n${b}`)),
      );
      const all = visible(data, openFilters, hand);
      const left = visible(data, { ...openFilters, degree, componentSize, near: { key: 'n0', hops } }, hand);
      const there = new Set(left.nodes.map(({ key }) => key));
      expect(left.nodes.every((one) => all.nodes.includes(one))).toBe(true);
      expect(left.edges.every(({ source, target }) => there.has(source) && there.has(target))).toBe(true);
      const components = componentsOf(all);
      expect(components.reduce((sum, one) => sum + one.size, 0)).toBe(10);
      for (const { source, target } of all.edges)
        expect(components.find((one) => one.has(source))).toBe(components.find((one) => one.has(target)));
    }),
  );
});
