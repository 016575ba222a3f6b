import { expect, test } from 'vitest';
import { byQuestion } from '../../client/state/ledger.ts';
import {
  contradictionTypes,
  denialsOf,
  deniersOf,
  dispositionLine,
  questionTitle,
  sideCounts,
  typeWords,
} from '../../client/text/ledger.ts';
import type { ContradictionView, SideView } from '../../server/schema/comparison.ts';
import { ContradictionType, contesting } from '../../server/schema/ledger.ts';

type Sayer = SideView['sayers'][number];
const sayer = (article: string, outlet: string | null, onWordOf: string | null, held = true): Sayer => ({
  assertion: `assertion:${article}`,
  mode: 'asserts',
  article: {
    key: article,
    title: null,
    held,
    outlet: outlet === null ? null : { key: outlet, name: outlet },
    publishedFrom: null,
    publishedTo: null,
    dateBasis: 'unknown',
    url: null,
  },
  wording: null,
  quote: null,
  start: null,
  end: null,
  onWordOf,
});
const side = (part: Partial<SideView> = {}): SideView => ({
  claim: 'claim:a',
  article: null,
  quote: null,
  mode: 'asserts',
  assertions: [],
  title: 'At least seven oppose it.',
  holder: null,
  stance: 'opposes',
  channel: null,
  sayers: [],
  origins: { min: 1, max: 2, sources: 3 },
  ...part,
});
const entry = (key: string, part: Partial<ContradictionView> = {}): ContradictionView => ({
  key,
  type: 'denial',
  questionKey: 'question:1',
  a: side(),
  b: side({ mode: 'denies', sayers: [sayer('rbc', 'RBC-Ukraine', 'Ana Kim')] }),
  explanation: 'One asserts what the other denies.',
  holder: { key: 'organization:nato', name: 'NATO' },
  plan: { key: 'plan:a', name: 'the invitation' },
  edges: [],
  contests: true,
  disposition: { state: 'open', by: null, why: null, on: null },
  ...part,
});

test('each of the nine types has words of its own, those that contest first', () => {
  expect([...contradictionTypes].sort()).toEqual([...ContradictionType.options].sort());
  expect(contradictionTypes.slice(0, 4)).toEqual([...contesting]);
  const words = Object.values(typeWords);
  for (const part of ['title', 'mark', 'meaning'] as const) {
    expect(new Set(words.map((one) => one[part])).size, part).toBe(9);
  }
  for (const { meaning } of words) expect(meaning).toMatch(/^[A-Z][^.]+\.$/);
});

test('entries stand by question, contesting ones first in it, and questions with one before the others', () => {
  const quiet = { contests: false, questionKey: 'question:2', holder: { key: 'country:de', name: 'Germany' } };
  const rows = [
    entry('wording', { ...quiet, type: 'wording' }),
    entry('tension', { type: 'tension', contests: false }),
    entry('count', { type: 'count' }),
    entry('b'),
    entry('a'),
  ];
  expect(byQuestion(rows).map((group) => [group.title, group.rows.map((row) => row.key)])).toEqual([
    ['NATO on the invitation', ['a', 'b', 'count', 'tension']],
    ['Germany on the invitation', ['wording']],
  ]);
});

test('who denies what: by the side that denies, whichever it is', () => {
  const turned = entry('b', { a: side({ mode: 'denies', sayers: [sayer('x', 'Babel', null)] }), b: side() });
  const rows = [entry('a'), turned, entry('c'), entry('d', { type: 'tension' })];
  expect(denialsOf(rows).map(({ row, voices }) => [row.key, voices])).toEqual([
    ['a', ['Ana Kim']],
    ['b', ['Babel']],
    ['c', ['Ana Kim']],
  ]);
  expect(deniersOf(rows)).toEqual(['Ana Kim', 'Babel']);
});

test('a dispute without a denying side has nobody who denies', () => {
  expect(denialsOf([entry('a', { b: side() })])).toEqual([]);
});

test('a side counts the held articles and outlets that say so; one without origins has no badge', () => {
  const sayers = [
    sayer('a', 'o', null),
    sayer('a', 'o', null),
    sayer('b', null, null),
    sayer('stub', 'p', null, false),
  ];
  expect(sideCounts(side({ sayers }))).toMatchObject({
    articles: 2,
    outlets: 1,
    unnamedOutlets: 1,
    originsMin: 1,
    originsMax: 2,
  });
  expect(sideCounts(side({ origins: null }))).toBeUndefined();
});

test('a disposition says who made it and when, and an entry what it is about', () => {
  expect(dispositionLine({ state: 'open', by: null, why: null, on: null })).toBe('Open');
  const settled = { state: 'settled', by: 'Ana Kim', why: 'She withdrew it.', on: '2026-11-22T08:00:00Z' } as const;
  expect(dispositionLine(settled)).toBe('Settled by Ana Kim on 22 Nov 2026');
  expect(questionTitle(entry('a', { plan: null }))).toBe('NATO');
  expect(questionTitle(entry('a', { holder: null }))).toBe('the invitation');
});
