// Proposals in words, and a draft's claim in a form and back.
import { expect, test } from 'vitest';
import { addedLinks, formAt, formOfProposal, proposalOfForm } from '../../../client/state/edit/of-draft.ts';
import { draftNames, positionWords, proposalLine, supportsOf } from '../../../client/text/proposal.ts';
import { ClaimProposal } from '../../../server/schema/draft.ts';
import { article, claim, draftOf, entity, idOf, quote, reviewed, source } from './builders.ts';

const draft = draftOf(...[claim(1), source, article, quote, entity].map((one) => reviewed(one)));
const nameOf = draftNames(draft);
const byId = new Map(draft.proposals.map((one) => [one.proposal.id, one]));

test('a claim is told with names, a denied one as such, a count with its number', () => {
  expect(proposalLine(claim(1), nameOf)).toBe('Norland opposes the bridge');
  expect(proposalLine(claim(1, { mode: 'denies' }), nameOf)).toBe('Denies: Norland opposes the bridge');
  const count = { ...claim(1).claim, kind: 'count', quantifier: 'atLeast', number: 7, of: 32 } as const;
  expect(positionWords({ claim: count }, nameOf)).toBe('Norland: at least 7 of 32 oppose the bridge');
  const statement = { kind: 'statement', holder: 'person:ada-brook', text: 'It rained.' } as const;
  expect(positionWords({ claim: statement }, nameOf)).toBe('Ada Brook: It rained.');
  const behind = { ...claim(1).claim, stance: 'defers', shieldedBy: ['person:ada-brook'] } as const;
  expect(positionWords({ claim: { ...behind, shieldedBy: [...behind.shieldedBy] } }, nameOf)).toBe(
    'Norland defers on the bridge, behind Ada Brook',
  );
});

test('what a claim rests on leads to its proposals; one that is gone is left out', () => {
  expect(supportsOf(claim(1, { quotes: [idOf(4), idOf(99)] }), byId, nameOf)).toEqual([
    { id: idOf(3), title: 'Relays (said)', words: 'Report by Coast Radio, by 2 Mar 2026', quoted: false },
    {
      id: idOf(2),
      title: 'On the word of',
      words: 'two officials (anonymous source, at least 2 people)',
      quoted: false,
    },
    { id: idOf(4), title: 'Quotes, Ada Brook', words: 'No bridge.', quoted: true },
  ]);
});

test('a form that nobody touched gives the same proposal', () => {
  const given = claim(1, { hedge: 'reportedly', inferred: 'It says so above.' });
  expect(proposalOfForm(formOfProposal(draft, given), given.span, given)).toEqual(given);
});

test('a form gives what was changed, in the form that the server takes', () => {
  const given = claim(1);
  const form = { ...formOfProposal(draft, given), hedge: ' perhaps ', wording: '', stance: 'defers' as const };
  const made = proposalOfForm(
    {
      ...form,
      shieldedBy: [{ key: 'person:ada-brook', name: 'Ada Brook' }],
      sources: form.sources.map((one) => ({ ...one, on: false })),
    },
    given.span,
    given,
  );
  expect(made).toMatchObject({
    hedge: 'perhaps',
    sources: [],
    claim: { stance: 'defers', shieldedBy: ['person:ada-brook'] },
  });
  expect(made.relays).toEqual(given.relays);
  expect(ClaimProposal.parse(made)).toEqual(made);
});

test('what a claim is given anew is added first and then pointed to', () => {
  const span = { start: 0, end: 7, quote: 'Norland' };
  const made = { kind: 'anonymous' as const, descriptor: ' one minister ', actor: null, minCount: '1' };
  const form = {
    ...formAt(draft, span),
    holder: { key: 'country:norland', name: 'Norland' },
    target: { key: 'plan:bridge', name: 'the bridge' },
    text: 'Norland opposes the bridge.',
    sources: [{ id: 'by-hand-1', words: 'one minister', on: true, made }],
    relays: [
      {
        id: 'new',
        words: 'x',
        on: true,
        how: 'said',
        made: { outlet: { key: 'outlet:wave', name: 'Wave' }, publishedTo: '' },
      },
    ],
  };
  const links = addedLinks(form, span, 'article:harbour');
  expect(links.map(({ proposal }) => proposal)).toMatchObject([
    { kind: 'source', source: 'by-hand-1', descriptor: 'one minister' },
    { kind: 'article', article: 'article:wave-in-harbour', outlet: 'outlet:wave', dateBasis: 'unknown' },
  ]);
  const ids = new Map([
    ['by-hand-1', idOf(8)],
    ['new', idOf(9)],
  ]);
  const claimed = proposalOfForm(form, span, undefined, ids);
  expect(claimed).toMatchObject({ sources: [{ source: idOf(8) }], relays: [{ article: idOf(9), how: 'said' }] });
  expect(ClaimProposal.parse(claimed)).toEqual(claimed);
});
