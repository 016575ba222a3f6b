// Claims written as CSV and read again are the same claims, whatever the order of the rows, the quoting and the buckets.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimKey, sourceKey } from '../../../../../server/ingest/keys.ts';
import type { Prepared } from '../../../../../server/ingest/readers/csv/check.ts';
import type { Claim } from '../../../../../server/schema/claim.ts';
import type { CsvMappingInput } from '../../../../../server/schema/csv-mapping.ts';
import { prepared } from './prepared.ts';

const stances = ['supports', 'opposes', 'noncommittal', 'defers'] as const;
const modes = ['asserts', 'denies', 'questions'] as const;
interface Fact {
  holder: string;
  target: string;
  stance: (typeof stances)[number];
  mode: (typeof modes)[number];
  article: string;
  source: string;
  note: string;
}
const fact: fc.Arbitrary<Fact> = fc.record({
  holder: fc.constantFrom('country:a', 'person:b', 'organization:c', 'group:d'),
  target: fc.constantFrom('plan:x', 'plan:y', 'event:z'),
  stance: fc.constantFrom(...stances),
  mode: fc.constantFrom(...modes),
  article: fc.constantFrom('r1', 'r2', 'r3'),
  source: fc.constantFrom('', 'a memo', 'a list'),
  // Anything a cell may hold: delimiters, quotation marks, line breaks, letters beyond the first plane.
  note: fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é', '𝒳', ';'), maxLength: 12 }),
});

const mapping: CsvMappingInput = {
  format: 'hearsay-csv/1',
  kind: 'stances',
  holder: { column: 'holder', as: 'key' },
  plan: { column: 'target', as: 'key' },
  stance: {
    column: 'position',
    values: Object.fromEntries(
      stances.flatMap((stance) => modes.map((mode) => [`${mode} ${stance}`, { stance, mode }])),
    ),
  },
  source: { kind: 'document', descriptor: '{source}' },
  article: { key: '{article}' },
};

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvOf = (facts: readonly Fact[]): string =>
  [
    'holder,target,position,article,source,note',
    ...facts.map(({ holder, target, stance, mode, article, source, note }) =>
      [holder, target, `${mode} ${stance}`, article, source, note].map(cell).join(','),
    ),
  ].join('\n');

/** What is said: article, claim, mode and source, each once. */
const saidIn = (facts: readonly Fact[]): string[] => {
  const lines = facts.map(({ holder, target, stance, mode, article, source }) => {
    const claim: Claim = { kind: 'stance', id: '', holder, target, stance, text: '' };
    return `article:${article} ${claimKey(claim)} ${mode} ${source}`;
  });
  return [...new Set(lines)].sort();
};
const readFrom = (documents: Prepared['parsed']['document'][]): string[] =>
  documents
    .flatMap(({ article, claims, sources, assertions }) =>
      assertions.map(({ claim, mode, attributedTo = [] }) => {
        const found = claims.find(({ id }) => id === claim);
        if (found === undefined) throw new Error(`There is no claim ${claim}.`);
        const descriptor = sources.find(({ id }) => id === attributedTo[0]?.source)?.descriptor ?? '';
        return `${article.key} ${claimKey(found)} ${mode} ${descriptor}`;
      }),
    )
    .sort();

it('gives back exactly what was written, each once, and every place is its row', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fact, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 40 }),
      async (facts, chunk) => {
        const { documents, counts } = await prepared(csvOf(facts), mapping, { chunk });
        expect(readFrom(documents)).toEqual(saidIn(facts));
        expect(counts.rows).toBe(facts.length);
        expect(counts.assertions + counts.merged).toBe(facts.length);
        for (const { article, assertions } of documents) {
          const letters = [...(article.text ?? '')];
          for (const { span } of assertions) expect(letters.slice(span?.start, span?.end).join('')).toBe(span?.quote);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('says the same of every article however the rows lie, and the very same documents over many buckets', async () => {
  const sourcesOf = (documents: Prepared['parsed']['document'][]) =>
    documents.map(({ article, sources }) => sources.map((source) => sourceKey(source, article.key)).sort());
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 20 }), fc.integer(), async (facts, seed) => {
      const shuffled = [...facts].sort((a, b) => ((a.note.length + seed) % 7) - ((b.note.length * seed) % 5));
      const [first, second] = [await prepared(csvOf(facts), mapping), await prepared(csvOf(shuffled), mapping)];
      expect(readFrom(second.documents)).toEqual(readFrom(first.documents));
      expect(sourcesOf(second.documents)).toEqual(sourcesOf(first.documents));
      const spread = await prepared(csvOf(facts), mapping, { size: 20_000_000 });
      const byKey = (documents: Prepared['parsed']['document'][]) =>
        [...documents].sort((a, b) => (a.article.key < b.article.key ? -1 : 1));
      expect(byKey(spread.documents)).toEqual(byKey(first.documents));
    }),
    { numRuns: 30 },
  );
});
