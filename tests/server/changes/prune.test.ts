// What nothing in a document leads to goes, and nothing else.
import { expect, it } from 'vitest';
import { prune } from '../../../server/changes/items.ts';
import { parseClaims } from '../../../server/ingest/document.ts';
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import { report } from '../../builders.ts';

const made = (): ClaimsDocument =>
  parseClaims(
    report({
      slug: 'one',
      outlet: 'outlet:one',
      says: [
        { holder: 'country:a', stance: 'opposes', target: 'plan:x', source: 'person:p' },
        { holder: 'country:a', stance: 'supports', target: 'plan:x', source: 'aide' },
      ],
    }),
  ).document;
/** The document with assertions of a stub, each known from the one before it. */
function chained(document: ClaimsDocument, length: number): ClaimsDocument {
  const [first] = document.assertions;
  if (first === undefined) throw new Error('The report says nothing.');
  const chain = Array.from({ length }, (_, at) => {
    return { ...first, id: `link-${at}`, knownFrom: [at === 0 ? first.id : `link-${at - 1}`] };
  });
  return { ...document, assertions: [...document.assertions, ...chain] };
}
const without = (document: ClaimsDocument, id: string | undefined): ClaimsDocument => ({
  ...document,
  assertions: document.assertions.filter((one) => one.id !== id),
});

it('keeps a document of which everything is led to as it is', () => {
  expect(prune(made())).toEqual(made());
});

it('takes what an assertion alone had, and leaves what another has too', () => {
  const document = made();
  const [gone, left] = document.assertions;
  const next = prune(without(document, gone?.id));
  expect(next.assertions).toEqual(document.assertions.slice(1));
  expect(next.claims.map(({ id }) => id)).toEqual([left?.claim]);
  expect(next.sources.map(({ id }) => id)).toEqual(left?.attributedTo?.map(({ source }) => source));
});

it('takes a chain of ten thousand that are known from one another with the first', () => {
  const document = chained(made(), 10_000);
  expect(prune(document).assertions).toHaveLength(10_002);
  expect(prune(without(document, document.assertions[0]?.id)).assertions).toEqual(made().assertions.slice(1));
});

it('keeps an assertion that is said to be known from nothing', () => {
  const document = made();
  const assertions = document.assertions.map((one) => ({ ...one, knownFrom: [] }));
  expect(prune({ ...document, assertions }).assertions).toEqual(assertions);
});
