// The difference between two documents of proposals, carried over to the document that stands: people's changes stay, nothing is left loose.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prune } from '../../../server/changes/items.ts';
import { applyDifference } from '../../../server/drafts/difference.ts';
import { acceptedDocument } from '../../../server/drafts/document.ts';
import { draftOf } from '../../../server/drafts/extract.ts';
import { newDraft } from '../../../server/drafts/remake.ts';
import { needsIn, reviewOf } from '../../../server/drafts/review.ts';
import { prepare } from '../../../server/extract/draft.ts';
import { canonicalJson } from '../../../server/ingest/canonical.ts';
import { localKeys } from '../../../server/ingest/claims.ts';
import { parseDocument } from '../../../server/ingest/document.ts';
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import type { Decision, KeptDraft } from '../../../server/schema/drafts.ts';
import { entities } from '../../contract/drafts-setup.ts';

const text =
  `Norland opposes the harbour bridge, Coast Radio reported on Tuesday, citing two officials. One official said
that Sudmark supports the harbour bridge. “The bridge is a gift to nobody,” said Ada Brook, the mayor of Kelp. She opposes
the harbour bridge. Norland opposes the harbour bridge.`.replaceAll('\n', ' ');
const about = {
  key: 'article:one',
  outlet: 'outlet:harbour-times',
  publishedTo: '2026-03-05',
  dateBasis: 'stated',
} as const;
const known = entities.entities.map((one) => ({ aliases: [], ...one })) as never;
const kept = newDraft(draftOf(text, about, prepare({ entities: known })));
const all = kept.draft.proposals.map(({ id }) => id);

const accepting = (ids: readonly string[]): KeptDraft => {
  const decision: Decision = { state: 'accepted', by: 'Ada', on: '2026-03-06T10:00:00.000Z' };
  return { ...kept, decisions: Object.fromEntries(ids.map((id) => [id, decision])) };
};
const documentOf = (ids: readonly string[]): ClaimsDocument => acceptedDocument(accepting(ids), text).document;
const nothing = documentOf([]);
/** The content whatever the order and the ids of items. */
function contentOf(document: ClaimsDocument): string[] {
  const { claims, assertions, quotes } = localKeys(document);
  const items = [...document.articles, ...document.entities, ...document.utterances].map((one) => canonicalJson(one));
  return [...items, ...claims.values(), ...assertions.values(), ...quotes.values()].sort();
}
const valid = (document: ClaimsDocument): ClaimsDocument => {
  const parsed = parseDocument(document);
  if (parsed.kind !== 'claims') throw new Error('It is a claims document.');
  return parsed.document;
};
const someIds = fc.subarray(all);

describe('the difference', () => {
  it('comes out the same in one step as in several, whatever the steps, and is a valid document each time', () => {
    fc.assert(
      fc.property(fc.array(someIds, { minLength: 1, maxLength: 5 }), (steps) => {
        let [stands, before] = [nothing, nothing];
        for (const ids of steps) {
          const now = documentOf(ids);
          stands = valid(applyDifference(stands, before, now));
          before = now;
        }
        expect(contentOf(stands)).toEqual(contentOf(applyDifference(nothing, nothing, before)));
        expect(contentOf(valid(applyDifference(stands, before, nothing)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves what people added and changed by hand, and gives nothing back that they took out', () => {
    const whole = valid(applyDifference(nothing, nothing, documentOf(all)));
    const [first, second] = whole.assertions.filter(({ reconstructed }) => !reconstructed);
    const claim = whole.claims.find(({ id }) => id === first?.claim);
    if (first === undefined || second === undefined || claim === undefined) throw new Error('The draft has claims.');
    const own = { ...claim, id: 'mine', kind: 'statement' as const, text: 'What a person read.' };
    const { holder, kind, text: words, id } = own;
    const mended: ClaimsDocument = {
      ...whole,
      claims: [...whole.claims, { id, kind, holder, text: words }],
      assertions: [
        ...whole.assertions.filter((one) => one.id !== second.id),
        { ...first, id: 'my-own', claim: 'mine' },
      ].map((one) => (one.id === first.id ? { ...one, condition: 'if it rains' } : one)),
    };
    const less = all.filter((one) => one !== `p${first.id}`);
    const next = valid(applyDifference(valid(prune(mended)), documentOf(all), documentOf(less)));
    expect(next.assertions.find((one) => one.id === first.id)?.condition).toBe('if it rains');
    expect(next.assertions.map((one) => one.id)).toContain('my-own');
    expect(next.assertions.map((one) => one.id)).not.toContain(second.id);
    const bare = valid(applyDifference(next, documentOf(less), nothing));
    expect(bare.assertions.map((one) => one.id)).toEqual(['my-own']);
    expect(bare.claims.map((one) => one.id)).toEqual(['mine']);
    // Whom a claim of their own is about stays known, whoever brought the entity.
    expect(bare.entities.map(({ key }) => key)).toContain(holder);
  });

  it('is what a proposal rests on with it, and nothing of what is rejected', () => {
    const reviewed = reviewOf(kept);
    const claim = reviewed.find(({ proposal }) => proposal.kind === 'claim' && proposal.relays.length > 0)?.proposal;
    const needs = needsIn(kept, reviewed)([claim?.id ?? '']);
    const kindOf = (id: string) => reviewed.find(({ proposal }) => proposal.id === id)?.proposal.kind;
    expect(new Set(needs.map(kindOf))).toEqual(new Set(['article', 'source']));
    const stub = needs.find((id) => kindOf(id) === 'article');
    expect(needsIn(kept, reviewed, (id) => id === stub)([claim?.id ?? ''])).not.toContain(stub);
  });
});
