import { expect, test } from 'vitest';
import { type Counted, countedOf, standingOf } from '../../client/graph/counted.ts';
import { groupTitle } from '../../client/text/origin-titles.ts';
import {
  badgeSentence,
  badgeText,
  originNotes,
  originsInWords,
  sourcesInWords,
  withdrawals,
} from '../../client/text/origins.ts';
import type { Origins } from '../../server/schema/origins.ts';
import { edge, stance } from './builders.ts';

const counted = (part: Partial<Counted> = {}): Counted => ({
  articles: 3,
  outlets: 3,
  unnamedOutlets: 0,
  sources: 5,
  originsMin: 1,
  originsMax: 2,
  originsByOwner: 2,
  contested: false,
  ...part,
});

test('the badge always writes both ends', () => {
  expect(badgeText(counted())).toBe('1–2');
  expect(badgeText(counted({ originsMin: 2, originsMax: 2 }))).toBe('2–2');
  expect(badgeText(counted({ originsMin: 0, originsMax: 0 }))).toBe('0–0');
  expect(badgeText(counted({ originsMin: 1, originsMax: 1200 }))).toBe('1–1,200');
});

test('the badge’s sentence says what was read, on how many origins it rests, and which', () => {
  expect(badgeSentence(counted(), { origins: ['Politico (four officials)', 'Suspilne (one source)'] })).toBe(
    '3 articles in 3 outlets, resting on 1 to 2 independent origins: Politico (four officials), Suspilne (one source).',
  );
  const one = { articles: 1, outlets: 1, originsMin: 1, originsMax: 1 };
  expect(badgeSentence(counted({ ...one, contested: true }))).toBe(
    '1 article in 1 outlet, resting on 1 independent origin. Contested.',
  );
});

test('articles whose outlet is not named are counted and never named', () => {
  const read = (articles: number, outlets: number, unnamedOutlets: number) =>
    badgeSentence(counted({ articles, outlets, unnamedOutlets })).split(', resting')[0];
  expect(read(2, 1, 1)).toBe('2 articles in 1 outlet and 1 whose outlet is not named');
  expect(read(4, 2, 2)).toBe('4 articles in 2 outlets and 2 whose outlets are not named');
  expect(read(1, 0, 1)).toBe('1 article whose outlet is not named');
  expect(read(2, 0, 2)).toBe('2 articles whose outlets are not named');
});

test('what nothing supports any longer is withdrawn, and says so', () => {
  const none = counted({ originsMin: 0, originsMax: 0 });
  expect(standingOf(none)).toBe('withdrawn');
  expect(badgeSentence(none)).toMatch(/^Support withdrawn/);
  expect(badgeSentence(none, { withdrawn: ['Kyiv Post was retracted', 'Suspilne was corrected by Babel'] })).toBe(
    'Support withdrawn: Kyiv Post was retracted; Suspilne was corrected by Babel.',
  );
  expect(standingOf(counted())).toBe('uncertain');
  expect(standingOf(counted({ originsMin: 2 }))).toBe('certain');
});

test('in sentences numbers are words', () => {
  expect(originsInWords({ originsMin: 1, originsMax: 2 })).toBe('one to two origins');
  expect(originsInWords({ originsMin: 1, originsMax: 1 })).toBe('one origin');
  expect(originsInWords({ originsMin: 3, originsMax: 3 })).toBe('three origins');
});

test('sources are a plain number, and owners are spoken of only where they change the count', () => {
  expect(sourcesInWords(counted())).toBe('5');
  expect(sourcesInWords(counted({ originsByOwner: 1 }))).toBe(
    '5; with the outlets of one owner taken as one, at most 1 origin',
  );
});

test('the counts of an edge are read from a derived one only', () => {
  expect(countedOf(stance('OPPOSES', 'a', 'b', 3, 2, [1, 2], true))).toMatchObject({
    articles: 3,
    originsMin: 1,
    originsMax: 2,
    contested: true,
  });
  expect(countedOf(edge('OPPOSES', 'a', 'b', { articles: 3 }))).toBeUndefined();
  expect(countedOf(edge('HOLDS_OFFICE', 'a', 'b', { originsMax: 3 }))).toBeUndefined();
});

const origins: Origins = {
  min: 1,
  max: 1,
  byOwner: 1,
  sources: 1,
  cut: [],
  circular: [],
  dateConflicts: [],
  unresolved: [],
  retracted: [],
  corrected: [],
};
const names: Readonly<Record<string, string>> = { a: 'Kyiv Post', b: 'Suspilne' };
const notes = (part: Partial<Origins>) =>
  originNotes({ ...origins, ...part }, (key) => ({
    name: names[key] ?? key,
    published: key === 'a' ? '2024-10-24' : '2024-10-25',
  }));

test('circles, date conflicts, ends without a source and retractions are each said in words', () => {
  expect(notes({})).toEqual([]);
  expect(notes({ circular: [['a', 'b']] })[0]?.text).toBe(
    'Kyiv Post and Suspilne relay only each other: together they count as one origin.',
  );
  expect(notes({ dateConflicts: [{ article: 'a', relays: 'b' }] })[0]?.text).toBe(
    'Kyiv Post (24 Oct 2024) relays Suspilne (25 Oct 2024), which is dated later. The link counts all the same.',
  );
  expect(notes({ unresolved: ['b'], retracted: ['a'] }).map((note) => note.title)).toEqual([
    'Ends without a source',
    'Retracted',
  ]);
});

test('what took the support away is said of each article, with its day', () => {
  const corrected = [{ article: 'a', by: ['b'] }];
  expect(notes({ corrected })).toEqual([
    {
      title: 'Corrected',
      text: 'Kyiv Post (24 Oct 2024) was corrected by Suspilne (25 Oct 2024): what rested on that part of it no longer counts.',
    },
  ]);
  const name = (key: string) => ({ name: names[key] ?? key });
  expect(withdrawals({ retracted: ['b'], corrected }, name)).toEqual([
    'Suspilne was retracted',
    'Kyiv Post was corrected by Suspilne',
  ]);
});

test('a group of quotations is called by its origins as the server names them', () => {
  const origin = (name: string, onWordOf: string[], title = name) => ({
    cut: [name],
    members: [name],
    circular: false,
    name,
    onWordOf,
    title,
  });
  const politico = origin('Politico', ['four officials (unnamed)'], 'Politico (four officials, unnamed)');
  expect(groupTitle({ origins: [politico] })).toEqual({
    name: 'Politico',
    note: 'on the word of four officials (unnamed)',
  });
  expect(groupTitle({ origins: [politico, origin('Babel', ['Mark Rutte'])] })).toEqual({
    name: 'Politico and Babel',
    note: 'on the word of four officials (unnamed) and Mark Rutte',
  });
  expect(groupTitle({ origins: [origin('a document (letter)', [])] })).toEqual({
    name: 'A document (letter)',
    note: '',
  });
  expect(groupTitle({ origins: [origin('Le Monde', [], 'Le Monde (no source named)')] }).note).toBe('no source named');
  expect(groupTitle({ origins: [] }).name).toBe('No source named');
});
