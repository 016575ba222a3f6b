import { expect, test } from 'vitest';
import type { Origin } from '../../../server/provenance/each-origin.ts';
import { namedOrigin } from '../../../server/views/hearsay/named-origins.ts';

const outlets: Readonly<Record<string, string>> = { a: 'Kyiv Post', b: 'Suspilne', c: 'Babel' };
const named = (origin: Partial<Origin>) =>
  namedOrigin(
    { cut: ['a'], members: ['a'], circular: false, articles: ['a'], sources: [], ...origin },
    {
      article: (key) => outlets[key] ?? key,
      source: (key, articles) => (key === 'paper' ? `paper as ${articles.join(' and ')} calls it` : key),
      sources: new Map([
        ['the officials', { kind: 'anonymous', minCount: 4 }],
        ['anonymous diplomat', { kind: 'anonymous', minCount: 1 }],
        ['Mark Rutte', { kind: 'named', minCount: 1 }],
        ['paper', { kind: 'document', minCount: 1 }],
      ]),
    },
  );

test('an article goes by its outlet, with the sources from which it has it', () => {
  expect(named({ sources: ['the officials'] })).toMatchObject({
    name: 'Kyiv Post',
    onWordOf: ['the officials (unnamed)'],
    title: 'Kyiv Post (the officials, unnamed, at least 4 people)',
  });
  expect(named({ sources: ['paper'] }).title).toBe('Kyiv Post (a document: paper as a calls it)');
  expect(named({ sources: ['Mark Rutte', 'anonymous diplomat'] }).title).toBe(
    'Kyiv Post (Mark Rutte; anonymous diplomat)',
  );
  expect(named({}).title).toBe('Kyiv Post (no source named)');
});

test('a source that several articles name goes by itself, as they call it', () => {
  const paper = { cut: ['paper'], members: ['paper'], articles: ['a', 'b'], sources: ['paper'] };
  expect(named(paper)).toMatchObject({ name: 'a document (paper as a and b calls it)', onWordOf: [] });
  expect(named({ cut: ['Mark Rutte'], members: ['Mark Rutte'], sources: ['Mark Rutte'] }).title).toBe('Mark Rutte');
});

test('circular reporting is called by all its outlets', () => {
  const circle = { circular: true, members: ['a', 'b'], articles: ['a', 'b'] };
  expect(named(circle).title).toBe('Kyiv Post and Suspilne, each on the other');
  const three = { circular: true, members: ['a', 'b', 'c'], articles: ['a', 'b', 'c'] };
  expect(named(three).title).toBe('Kyiv Post, Suspilne and Babel, each on another of them');
});
