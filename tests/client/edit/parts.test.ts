// What the form changes in a document, part by part; members that it does not show stay as they are.
import { expect, test } from 'vitest';
import type { ClaimForm } from '../../../client/state/edit/claim-form.ts';
import { missingIn } from '../../../client/state/edit/claim-form.ts';
import { partsOfFacts } from '../../../client/state/edit/facts.ts';
import { assertionAt, formOfAssertion } from '../../../client/state/edit/of-document.ts';
import { alsoClaimed, partsOfForm, partsOfRemoval, sameItem } from '../../../client/state/edit/parts.ts';
import { ClaimsDocument, type ClaimsDocumentInput } from '../../../server/schema/article.ts';
import { report } from '../../builders.ts';

const stub = 'article:coast-radio';
const input = report({
  slug: 'harbour',
  outlet: 'outlet:harbour-times',
  says: [
    { holder: 'country:norland', stance: 'opposes', target: 'plan:bridge', relays: stub, relayedSource: 'person:ada' },
    { holder: 'person:bo', stance: 'supports', target: 'plan:bridge', source: 'person:bo' },
    { holder: 'person:bo', stance: 'supports', target: 'plan:bridge', mode: 'denies' },
  ],
}) as ClaimsDocumentInput;
const document = ClaimsDocument.parse(input);
const names = (key: string) => key.slice(key.indexOf(':') + 1);
const own = document.assertions.filter(({ reconstructed }) => !reconstructed);
const [first, second] = own;
if (first === undefined || second === undefined) throw new Error('The report says less than it was given.');

const partsOf = (assertion: typeof first, change: Partial<ClaimForm>, everywhere = false) =>
  partsOfForm(document, {
    ...{
      form: { ...formOfAssertion(document, assertion, names), ...change },
      span: assertion.span,
      assertion,
      everywhere,
    },
  });

test('a form that nobody touched changes nothing', () => {
  for (const one of document.assertions) expect(partsOf(one, {})).toEqual([]);
});

test('a word on how it is put changes the assertion alone; what the form does not show stays', () => {
  const kept = { ...first, review: 'proposed' as const, extractor: 'rules/1' };
  const changed = { ...document, assertions: [kept, ...document.assertions.slice(1)] };
  const form = { ...formOfAssertion(changed, kept, names), wording: ' resisting ', condition: 'if it rains' };
  const parts = partsOfForm(changed, { form, span: kept.span, assertion: kept, everywhere: false });
  expect(parts).toHaveLength(1);
  expect(parts[0]).toMatchObject({
    part: 'assertions',
    value: { wording: 'resisting', condition: 'if it rains', review: 'proposed', extractor: 'rules/1' },
  });
  expect(sameItem({ ...parts[0]?.value, wording: undefined, condition: undefined }, kept)).toBe(true);
});

test('another stance makes another claim, and what is known from this assertion alone follows', () => {
  const parts = partsOf(first, { stance: 'noncommittal', text: 'Norland does not commit.' });
  const relayed = document.assertions.find(({ knownFrom }) => knownFrom?.includes(first.id));
  expect(parts.map(({ part }) => part).sort()).toEqual(['claims']);
  expect(parts[0]).toMatchObject({ id: first.claim, value: { stance: 'noncommittal' } });
  expect(relayed?.claim).toBe(first.claim);
});

test('a claim that others make too is changed for one alone, or for all', () => {
  expect(alsoClaimed(document, second)).toBe(1);
  const alone = partsOf(second, { stance: 'defers', text: 'Bo defers.' });
  expect(alone.map(({ part, id }) => [part, id])).toEqual([
    ['claims', 'by-hand-1'],
    ['assertions', second.id],
  ]);
  const all = partsOf(second, { stance: 'defers', text: 'Bo defers.' }, true);
  expect(all.map(({ part, id }) => [part, id])).toEqual([['claims', second.claim]]);
});

test('a claim that the document has already is taken instead of a second one', () => {
  const parts = partsOf(second, { ...formOfAssertion(document, first, names), sources: [], relays: [] });
  expect(parts.filter(({ part }) => part === 'claims')).toEqual([]);
  expect(parts[0]).toMatchObject({ part: 'assertions', value: { claim: first.claim } });
});

test('a relay that is added has the other article say so', () => {
  const { relays } = formOfAssertion(document, second, names);
  const parts = partsOf(second, { relays: relays.map((one) => ({ ...one, on: true, how: 'reported' })) });
  expect(parts).toContainEqual(
    expect.objectContaining({
      part: 'assertions',
      value: expect.objectContaining({
        article: stub,
        reconstructed: true,
        knownFrom: [second.id],
        claim: second.claim,
      }),
    }),
  );
});

test('taking an assertion out takes out what is known from it alone', () => {
  const relayed = document.assertions.find(({ knownFrom }) => knownFrom?.includes(first.id));
  expect(partsOfRemoval(document, first.id)).toEqual([
    { part: 'assertions', id: first.id, value: null },
    { part: 'assertions', id: relayed?.id, value: null },
  ]);
});

test('the assertion that the page shows is found by its place and its claim', () => {
  const text = document.claims.find(({ id }) => id === second.claim)?.text ?? '';
  const at = { start: second.span?.start ?? null, end: second.span?.end ?? null, claim: text };
  expect(assertionAt(document, at)?.id).toBe(second.id);
  expect(assertionAt(document, { start: 9999, end: 10_000, claim: text })).toBe(undefined);
});

test('facts are changed alone, and an outlet is made with them', () => {
  const { article } = document;
  const outlet = { key: 'outlet:night-post', name: 'Night Post', isNew: true };
  const form = { title: 'Other', author: '', url: '', archivedUrl: '', lang: article.lang, outlet };
  const dates = { publishedFrom: '', publishedTo: '', dateBasis: 'unknown' as const, dateNote: '' };
  expect(partsOfFacts(document, { ...form, ...dates })).toMatchObject([
    { part: 'entities', id: 'outlet:night-post' },
    { part: 'article', value: { title: 'Other', outlet: 'outlet:night-post', textHash: article.textHash } },
  ]);
});

test('what is missing is told at its field before anything is sent', () => {
  const form = { ...formOfAssertion(document, first, names), holder: null, kind: 'count' as const, text: '' };
  expect(Object.keys(missingIn(form, '')).sort()).toEqual(['by', 'holder', 'number', 'text']);
});
