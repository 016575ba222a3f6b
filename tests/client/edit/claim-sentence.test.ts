// The sentence of a claim follows what is chosen in the form, unless somebody wrote another.
import { expect, test } from 'vitest';
import { type ClaimForm, emptyForm } from '../../../client/state/edit/claim-form.ts';
import { inStep, mayNotFit, suggestedText } from '../../../client/state/edit/claim-sentence.ts';
import { claimText } from '../../../server/extract/claims/sentences-of-claims.ts';

const bridge = { key: 'plan:bridge', name: 'the bridge' };
const norland: ClaimForm = {
  ...emptyForm,
  holder: { key: 'country:norland', name: 'Norland' },
  target: bridge,
  text: 'Norland opposes “the bridge”.',
};
const union: ClaimForm = {
  ...norland,
  ...{ kind: 'count', quantifier: 'atLeast', number: '7', of: '32' },
  holder: { key: 'organization:union', name: 'the Union' },
  text: 'At least 7 of 32 members of the Union oppose “the bridge”.',
};
const changed = (form: ClaimForm, change: Partial<ClaimForm>): string => inStep(form, { ...form, ...change }).text;

test('a sentence is suggested as the rules write it', () => {
  type Of = Parameters<typeof claimText>[0];
  const of = (form: ClaimForm, count?: object) =>
    claimText({ holder: form.holder, stance: form.stance, target: { plan: form.target }, count } as unknown as Of);
  expect(suggestedText(norland)).toBe(of(norland));
  for (const quantifier of ['atLeast', 'exactly', 'majority', 'all', 'none'] as const)
    expect(suggestedText({ ...union, quantifier })).toBe(of(union, { quantifier, number: 7, of: 32 }));
  expect(suggestedText({ ...union, number: ' ' })).toBe('');
  expect(suggestedText({ ...norland, target: null })).toBe('');
});

test('a sentence that was generated follows holder, stance, plan, quantifier and number', () => {
  expect(changed(norland, { stance: 'noncommittal' })).toBe('Norland is noncommittal on “the bridge”.');
  expect(changed(norland, { holder: { key: 'country:sudland', name: 'Sudland' } })).toBe(
    'Sudland opposes “the bridge”.',
  );
  expect(changed(norland, { target: { key: 'plan:toll', name: 'the toll' } })).toBe('Norland opposes “the toll”.');
  expect(changed(union, { number: '9' })).toBe('At least 9 of 32 members of the Union oppose “the bridge”.');
  expect(changed(union, { quantifier: 'majority' })).toBe(
    'A majority of the 32 members of the Union oppose “the bridge”.',
  );
});

test('what somebody wrote behind it stays; other sentences are left as they are', () => {
  const longer = { ...norland, text: 'Norland opposes “the bridge”, at least this year.' };
  expect(changed(longer, { stance: 'supports' })).toBe('Norland supports “the bridge”, at least this year.');
  const other = { ...norland, text: 'Norland opposes building it.' };
  expect(changed(other, { stance: 'supports' })).toBe('Norland supports building it.');
  expect(changed(other, { target: { key: 'plan:toll', name: 'the toll' } })).toBe(other.text);
  const own = { ...norland, text: 'It will not be built, says Norland.' };
  expect(changed(own, { stance: 'supports' })).toBe(own.text);
  expect(inStep(norland, { ...norland, stance: 'supports', text: 'Mine.' }).text).toBe('Mine.');
});

test('one that may no longer fit is told until it is looked at', () => {
  const own = { ...norland, text: 'It will not be built, says Norland.' };
  expect(mayNotFit(own, own)).toBe(false);
  expect(mayNotFit(own, { ...own, hedge: 'reportedly', number: '3' })).toBe(false);
  expect(mayNotFit(own, { ...own, stance: 'supports' })).toBe(true);
  expect(mayNotFit(own, { ...own, stance: 'supports', text: 'It will be built.' })).toBe(false);
  expect(mayNotFit(norland, inStep(norland, { ...norland, stance: 'supports' }))).toBe(false);
});
