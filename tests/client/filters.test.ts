import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extend } from '../../client/graph/model.ts';
import { facets } from '../../client/state/filters/facets.ts';
import { everyPlan } from '../../client/state/filters/positions.ts';
import { toggled } from '../../client/state/filters/sets.ts';
import { defaultFilters, type Filters, type Hand, openFilters, visible } from '../../client/state/filters.ts';
import { stances } from '../../client/text/words.ts';
import { edge, node, sample } from './builders.ts';

const none: Hand = { added: new Set(), hidden: new Set() };
const keys = (filters: Filters, hand: Hand = none) =>
  new Set(visible(sample, filters, hand).nodes.map((node) => node.key));

test('at first the main plans, who holds a position on them, and the outlets are shown', () => {
  const shown = keys(defaultFilters);
  expect([...shown].filter((key) => key.startsWith('plan:'))).toEqual(['plan:invitation', 'plan:membership']);
  expect(shown).toContain('country:hu');
  expect(shown).toContain('outlet:politico');
  expect(shown).not.toContain('person:bystander');
  expect(shown).not.toContain('event:summit');
});

test('open filters show everything', () => {
  const shown = visible(sample, openFilters, none);
  expect(shown.nodes).toHaveLength(sample.nodes.size);
  expect(shown.edges).toHaveLength(sample.edges.size);
});

test('switching a stance off takes its edges, and those who hold nothing else', () => {
  const filters = { ...defaultFilters, stancesOff: toggled(defaultFilters.stancesOff, 'defers' as const) };
  const shown = visible(sample, filters, none);
  expect(shown.edges.some((edge) => edge.type === 'DEFERS_ON')).toBe(false);
  expect(shown.nodes.map((node) => node.key)).not.toContain('country:be');
});

test('one plan leaves its own holders only', () => {
  const shown = keys({ ...defaultFilters, plan: 'plan:membership' });
  expect(shown).toContain('person:zelensky');
  expect(shown).toContain('country:hu');
  expect(shown).not.toContain('country:sk');
  expect(shown).not.toContain('plan:invitation');
  expect(keys({ ...defaultFilters, plan: everyPlan })).toContain('plan:lesser');
});

test('what is added by hand is shown whatever the filters say, and what is hidden never is', () => {
  expect(keys(defaultFilters, { added: new Set(['event:summit']), hidden: new Set() })).toContain('event:summit');
  expect(keys(openFilters, { added: new Set(['country:hu']), hidden: new Set(['country:hu']) })).not.toContain(
    'country:hu',
  );
});

test('what was fetched beyond the explorer’s graph is shown only while it is on the canvas by hand', () => {
  const grown = extend(
    sample,
    [node('article:a'), node('country:hu', 'Hungary')],
    [edge('MENTIONS', 'article:a', 'country:hu')],
  );
  expect(visible(grown, openFilters, none).nodes.map((one) => one.key)).not.toContain('article:a');
  const shown = visible(grown, openFilters, { added: new Set(['article:a']), hidden: new Set() });
  expect(shown.nodes.map((one) => one.key)).toContain('article:a');
  expect(shown.edges.map((one) => one.type)).toContain('MENTIONS');
  expect(facets(grown, shown).types).toContainEqual({ value: 'Article', total: 1, shown: 1 });
  expect(facets(grown, visible(grown, openFilters, none)).types.map((facet) => facet.value)).not.toContain('Article');
  expect(visible(grown, openFilters, none).nodes.map((one) => one.key)).toContain('country:hu');
});

test('whatever the filters, every edge shown has both its ends shown and passes the stance and relation switches', () => {
  const types = [...new Set([...sample.nodes.values()].map((node) => node.labels[0] as string))];
  const relations = [...new Set([...sample.edges.values()].map((edge) => edge.type))];
  const all = [...sample.nodes.keys()];
  fc.assert(
    fc.property(
      fc.subarray(types),
      fc.subarray([...stances]),
      fc.subarray(relations),
      fc.constantFrom(undefined, everyPlan, 'plan:membership', 'plan:none'),
      fc.boolean(),
      fc.subarray(all),
      fc.subarray(all),
      (typesOff, stancesOff, relationsOff, plan, bystanders, added, hidden) => {
        const filters = {
          ...openFilters,
          typesOff: new Set(typesOff),
          stancesOff: new Set(stancesOff),
          relationsOff: new Set(relationsOff),
          plan,
          bystanders,
        };
        const shown = visible(sample, filters, { added: new Set(added), hidden: new Set(hidden) });
        const there = new Set(shown.nodes.map((node) => node.key));
        for (const edge of shown.edges) {
          expect(there.has(edge.source) && there.has(edge.target)).toBe(true);
        }
        for (const key of hidden) expect(there.has(key)).toBe(false);
        for (const facet of Object.values(facets(sample, shown)).flat()) {
          if (typeof facet === 'object') expect(facet.shown).toBeLessThanOrEqual(facet.total);
        }
      },
    ),
  );
});

test('facets count what there is and what of it is shown', () => {
  const counted = facets(sample, visible(sample, defaultFilters, none));
  expect(counted.types.find((facet) => facet.value === 'Event')).toEqual({ value: 'Event', total: 1, shown: 0 });
  expect(counted.stances.map((facet) => facet.value)).toEqual([...stances]);
  expect(counted.stances[0]).toEqual({ value: 'opposes', total: 4, shown: 4 });
  expect(counted.bystanders).toBe(1);
  expect(counted.mainPlans).toBe(2);
  expect(counted.plans[0]).toMatchObject({ value: 'plan:invitation', total: 6 });
});
