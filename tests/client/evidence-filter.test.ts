import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, filterQuery, isFiltered } from '../../client/api.ts';
import { setAsOf } from '../../client/state/actions.ts';
import { chosenCase, keyFor } from '../../client/state/cases.ts';
import { articles, dataset } from '../../client/state/data.ts';
import { axis, datedArticles, goTo, pause, play, playing, stepDay } from '../../client/state/replay.ts';
import { applyView, asOf, evidenceFilter, since, undo, undoable } from '../../client/state/view.ts';
import { defaultView, noFilter } from '../../client/state/view-url.ts';
import { leaveOut, leftOut, putAllBack, putBack } from '../../client/state/what-if.ts';
import { sample } from './builders.ts';
import { graphAnswer } from './graph-answer.ts';

const article = (key: string, day: string | null, outlet: string) => ({
  key: `article:${key}`,
  title: key,
  held: true,
  outlet: { key: `outlet:${outlet}`, name: outlet },
  publishedFrom: day,
  publishedTo: day,
  dateBasis: 'stated' as const,
  url: null,
});

afterEach(() => {
  pause();
  vi.unstubAllGlobals();
  applyView(defaultView);
  articles.value = [];
  while (undo() !== undefined);
});

test('every part of the filter goes into the request, the keys sorted, and nothing where everything counts', () => {
  expect(addressOf('graph', filterQuery(noFilter))).toBe('/api/graph');
  const filter = { asOf: '2024-10-24', without: new Set(['outlet:b', 'outlet:a']), case: 'case:x', grade: 'B2' };
  expect(addressOf('graph', filterQuery(filter))).toBe(
    '/api/graph?asOf=2024-10-24&without=outlet%3Aa%2Coutlet%3Ab&case=case%3Ax&grade=B2',
  );
  expect([noFilter, filter].map(isFiltered)).toEqual([false, true]);
});

test('what is left out is named, put back one by one or all together, and undo takes each back', () => {
  dataset.value = sample;
  leaveOut('outlet:politico', 'Politico');
  leaveOut('source:x#four', 'four officials');
  leaveOut('outlet:politico', 'Politico');
  expect(leftOut.value).toEqual([
    { key: 'outlet:politico', name: 'Politico' },
    { key: 'source:x#four', name: 'four officials' },
  ]);
  putBack('outlet:politico');
  expect([...evidenceFilter.value.without]).toEqual(['source:x#four']);
  putAllBack();
  expect(evidenceFilter.value.without.size).toBe(0);
  expect(undo()).toBe('put everything back');
  expect(undo()).toBe('put back Politico');
  expect(evidenceFilter.value.without.size).toBe(2);
});

test('undo of what is left out does not move in time', () => {
  leaveOut('outlet:politico', 'Politico');
  setAsOf('2024-10-24');
  expect(undoable.value).toBe('leave out Politico');
  undo();
  expect(evidenceFilter.value).toEqual({ ...noFilter, asOf: '2024-10-24' });
});

test('a day is compared with an earlier one only', () => {
  since.value = '2024-10-23';
  setAsOf('2024-10-24');
  expect(since.value).toBe('2024-10-23');
  setAsOf('2024-10-22');
  expect(since.value).toBeNull();
});

test('stepping goes through the days on which articles appeared, each beside the one before', () => {
  articles.value = [article('a', '2024-10-23', 'x'), article('b', '2024-10-24', 'y'), article('c', '2024-10-27', 'z')];
  expect(axis.value.days.map(({ day }) => day)).toEqual(['2024-10-23', '2024-10-24', '2024-10-27']);
  stepDay(1);
  expect([asOf.value, since.value]).toEqual(['2024-10-23', null]);
  stepDay(1);
  expect([asOf.value, since.value]).toEqual(['2024-10-24', '2024-10-23']);
  goTo('2024-10-27');
  stepDay(1);
  expect(asOf.value).toBe('2024-10-27');
  stepDay(-1);
  expect([asOf.value, since.value]).toEqual(['2024-10-24', '2024-10-23']);
  goTo(null);
  expect([asOf.value, since.value]).toEqual([null, null]);
  stepDay(-1);
  expect(asOf.value).toBe('2024-10-27');
});

test('a replay shows day after day and stops on the last; somebody who goes elsewhere stops it', async () => {
  articles.value = [article('a', '2024-10-23', 'x'), article('b', '2024-10-24', 'y')];
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return graphAnswer({});
  });
  play();
  expect([playing.value, asOf.value]).toEqual([true, '2024-10-23']);
  await vi.waitFor(() => expect([playing.value, asOf.value]).toEqual([false, '2024-10-24']), { timeout: 5000 });
  expect(asked.filter((address) => address.includes('asOf=2024-10-24'))).toHaveLength(1);
  play();
  expect([playing.value, asOf.value]).toEqual([true, '2024-10-23']);
  setAsOf('2024-10-24');
  expect(playing.value).toBe(false);
});

test('the time axis holds what counts whatever the day', () => {
  articles.value = [
    article('a', '2024-10-23', 'x'),
    article('b', '2024-10-24', 'y'),
    { ...article('s', '2024-10-20', 'z'), held: false },
  ];
  leaveOut('outlet:x', 'x');
  setAsOf('2024-10-01');
  expect(datedArticles.value.map(({ key }) => key)).toEqual(['article:b']);
});

test('a new case has a readable key that no other has', () => {
  expect(keyFor('Border talks, 2024', new Set())).toBe('case:border-talks-2024');
  expect(keyFor('Łódź – Überblick', new Set())).toMatch(/^case:[a-z0-9-]+$/);
  expect(keyFor('Переговори', new Set())).toBe('case:case');
  expect(keyFor('October', new Set(['case:october', 'case:october-2']))).toBe('case:october-3');
  expect(chosenCase.value).toBeUndefined();
});
