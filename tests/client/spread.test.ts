import { expect, test } from 'vitest';
import { planSpread } from '../../client/state/spread.ts';
import { eligibleWords, partsOf } from '../../client/text/grades.ts';

const step = (key: string, day: string | null, relays: string[] = []) => ({
  article: {
    key,
    title: null,
    held: true,
    outlet: null,
    publishedFrom: day,
    publishedTo: day,
    dateBasis: 'stated' as const,
    url: null,
  },
  day,
  first: false,
  relays,
  assertions: [],
  mode: 'asserts' as const,
});

test('dots lie in the order of their days, arrows lead from who is relayed to who relays', () => {
  const plan = planSpread([
    step('article:politico', '2024-10-23'),
    step('article:independent', '2024-10-24', ['article:politico']),
    step('article:press', '2024-10-27', ['article:politico', 'article:unknown']),
    step('article:undated', null, ['article:press']),
  ]);
  const places = plan.dots.map(({ at }) => at);
  expect(places[3]).toBeNull();
  expect(places.slice(0, 3)).toEqual([...places.slice(0, 3)].sort());
  expect(plan.arrows).toEqual([
    { from: 0, to: 1 },
    { from: 0, to: 2 },
    { from: 2, to: 3 },
  ]);
  expect(plan.ticks.map(({ day }) => day)).toEqual(['2024-10-23', '2024-10-27']);
});

test('articles that relay themselves or of which none is dated still have their places', () => {
  const plan = planSpread([step('article:a', null, ['article:a'])]);
  expect(plan).toEqual({ dots: [{ key: 'article:a', at: null }], arrows: [], ticks: [] });
});

test('what the server makes eligible is put into words with the origins that it counted', () => {
  const words = (min: number, max: number, eligible: number | null) =>
    eligibleWords({ origins: { min, max }, eligible });
  expect(words(2, 3, 1)).toBe(
    'Whoever says it, it rests on two to three origins: credibility 1 (confirmed by other sources) may be given.',
  );
  expect(words(1, 2, 2)).toContain('one to two origins: at most credibility 2 (probably true) may be given.');
  expect(words(1, 1, null)).toContain('one origin: that makes neither credibility 1 nor 2 eligible.');
  expect(eligibleWords({ origins: null, eligible: null })).toBeUndefined();
});

test('a least grade is taken apart into its letter and its digit', () => {
  expect(partsOf('B2')).toEqual({ reliability: 'B', credibility: '2' });
  expect(partsOf('3')).toEqual({ reliability: '', credibility: '3' });
});
