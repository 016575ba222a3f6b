import { expect, test } from 'vitest';
import { sourcesLike } from '../../client/state/find.ts';
import { sourceLine, sourceSentence } from '../../client/text/source.ts';
import { articleView } from '../view-builders.ts';
import { node } from './builders.ts';

const politico = articleView(
  'article:politico',
  { key: 'outlet:politico', name: 'Politico' },
  { publishedFrom: '2024-10-23', publishedTo: '2024-10-23' },
);
const untitled = articleView('article:wire', null, { title: null, publishedFrom: null, publishedTo: null });
const articles = [politico, untitled];
const source = (key: string, name: string, properties: Record<string, string | number> = {}) =>
  node(`source:${key}`, name, { kind: 'anonymous', spokeTo: 'article:politico', ...properties });
const four = source('politico#four', 'four officials', { minCount: 4 });
const wire = source('wire#one', 'an official', { spokeTo: 'article:wire' });
const words = (of: typeof four) =>
  sourceSentence(of, articles)
    .map((part) => (typeof part === 'string' ? part : `[${part.name}]`))
    .join('');

test('a source is told from others that are described alike by whom it spoke to, never by its key', () => {
  expect(sourceLine(four, articles)).toBe('four officials, who spoke to Politico, 23 Oct 2024');
  expect(sourceLine(wire, articles)).toBe('an official, who spoke to a report of an outlet that is not named');
  const named = node('source:person:x', 'Mark Rutte', { kind: 'named' });
  const rows = (query: string) =>
    sourcesLike([four, wire, named], { query, self: 'source:me', known: articles }).map(({ key }) => key);
  expect(rows('official')).toEqual([four.key, wire.key]);
  expect(rows('POLITICO four')).toEqual([four.key]);
  expect(rows('source:')).toEqual([]);
  expect(sourcesLike([four], { query: 'four', self: four.key, known: articles })).toEqual([]);
});

test('the panel of a source says first what it is and where its word is read', () => {
  expect(words(four)).toBe('At least four people who spoke to [Politico, 23 Oct 2024] and are not named there.');
  expect(words(source('a', 'an official'))).toBe(
    'Somebody who spoke to [Politico, 23 Oct 2024] and is not named there.',
  );
  expect(words(source('a', 'the letter', { kind: 'document' }))).toBe(
    'A document that was seen by [Politico, 23 Oct 2024].',
  );
  expect(words(source('a', 'own', { kind: 'ownReporting' }))).toBe('What [Politico, 23 Oct 2024] reports on its own.');
  expect(words(source('a', '', { kind: 'unresolved' }))).toContain('it does not say');
  expect(words(node('source:person:x', 'Mark Rutte', { kind: 'named' }))).toBe('A source that is known by name.');
});
