import { expect, test } from 'vitest';
import { isWords, readableName, recordRows } from '../../client/text/record.ts';
import { node } from './builders.ts';

test('an assertion says in words what it does, and nothing of how it is stored', () => {
  const plain = node('assertion:1', 'resisting', {
    channel: 'unknown',
    end: 1209,
    extractor: 'hand',
    modality: 'now',
    mode: 'asserts',
    quote: 'resisting',
    reconstructed: false,
    review: 'accepted',
    start: 85,
    wording: 'resisting',
  });
  expect(recordRows(plain)).toEqual([
    ['What it does', 'Puts forward the claim'],
    ['Worded', { words: 'resisting' }],
    ['Place in the article', 'Characters 85–1,209'],
  ]);
  expect(isWords(plain)).toBe(true);
});

test('an assertion that denies, expects, or awaits its review says so', () => {
  const rows = recordRows(
    node('assertion:1', 'A claim', {
      channel: 'private',
      modality: 'expected',
      mode: 'denies',
      reconstructed: true,
      review: 'proposed',
    }),
  );
  expect(rows).toEqual([
    ['What it does', 'Denies the claim'],
    ['Position', 'Expected, not held now'],
    ['Said', 'Said in private'],
    ['Known', 'Only through other articles'],
    ['Review', 'Not yet reviewed'],
  ]);
  expect(isWords(node('assertion:1', 'A claim'))).toBe(false);
});

test('a claim says how many, a source whom it spoke to, an utterance when', () => {
  const claim = {
    kind: 'count',
    number: 7,
    of: 32,
    quantifier: 'atLeast',
    questionKey: 'question:1',
    stance: 'opposes',
  };
  expect(recordRows(node('claim:1', 'Seven oppose', claim))).toEqual([
    ['What it is about', 'How many hold a position'],
    ['Position', 'Opposes'],
    ['How many', 'At least 7 of 32'],
  ]);
  const source = { kind: 'anonymous', minCount: 4, spokeTo: 'article:politico' };
  expect(recordRows(node('source:1', 'four officials', source))).toEqual([
    ['Kind', 'Anonymous source'],
    ['People', 'At least 4'],
    ['Spoke to', { article: 'article:politico' }],
  ]);
  expect(recordRows(node('utterance:1', 'To Suspilne', { saidOn: '2024-10-24', occasion: 'To Suspilne' }))).toEqual([
    ['Said on', '24 Oct 2024'],
    ['Occasion', 'To Suspilne'],
  ]);
  expect(recordRows(node('quote:1', 'Ні', { lang: 'uk', start: 1, end: 3, text: 'Ні' }))?.[0]).toEqual([
    'Language',
    'Ukrainian',
  ]);
});

test('other types keep their properties, and a nameless record is called what it is', () => {
  expect(recordRows(node('country:hu', 'Hungary', { iso2: 'HU' }))).toBeUndefined();
  expect(readableName(node('source:person:x', 'source:person:x', { kind: 'named' }))).toBe('Named source');
  expect(readableName(node('country:hu', 'Hungary'))).toBe('Hungary');
});
