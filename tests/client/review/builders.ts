// Proposals and drafts for tests of the review: short to write, of the server's form.
import type { Proposal, ProposalOf } from '../../../server/schema/draft.ts';
import type { DecisionsBodyInput, DraftView, ProposalState, ReviewedProposal } from '../../../server/schema/drafts.ts';

export const idOf = (number: number): string => `p${String(number).padStart(20, '0')}`;
const text = 'Norland is resisting the bridge, Coast Radio said. Ada Brook: “No bridge.” In March it rained.';
const spanOf = (quote: string) => {
  const start = [...text.slice(0, text.indexOf(quote))].length;
  return { start, end: start + [...quote].length, quote };
};
const common = (number: number, quote: string) => ({
  id: idOf(number),
  span: spanOf(quote),
  score: 0.7,
  reason: 'a rule',
});

export const claim = (number: number, more: Partial<ProposalOf<'claim'>> = {}): ProposalOf<'claim'> => ({
  kind: 'claim',
  ...common(number, 'Norland is resisting the bridge'),
  claim: {
    kind: 'stance',
    holder: 'country:norland',
    target: 'plan:bridge',
    stance: 'opposes',
    text: 'Norland opposes it.',
  },
  mode: 'asserts',
  modality: 'now',
  relays: [{ article: idOf(3), how: 'said', span: spanOf('said') }],
  sources: [{ source: idOf(2), span: spanOf('Coast Radio') }],
  quotes: [],
  includes: [],
  ...more,
});
export const source: ProposalOf<'source'> = {
  kind: 'source',
  ...common(2, 'Coast Radio'),
  source: 's-2',
  sourceKind: 'anonymous',
  descriptor: 'two officials',
  minCount: 2,
};
export const article: ProposalOf<'article'> = {
  kind: 'article',
  ...common(3, 'Coast Radio said'),
  article: 'article:coast-radio',
  outlet: 'outlet:coast-radio',
  publishedTo: '2026-03-02',
  dateBasis: 'inferred',
  candidates: [],
};
export const quote: ProposalOf<'quote'> = { kind: 'quote', ...common(4, 'No bridge.'), speaker: 'person:ada-brook' };
export const mention: ProposalOf<'mention'> = {
  kind: 'mention',
  ...common(5, 'Norland'),
  entity: 'country:norland',
  candidates: [{ key: 'country:norland', type: 'Country', name: 'Norland', score: 1, reason: 'its name' }],
};
export const entity: ProposalOf<'entity'> = {
  kind: 'entity',
  ...common(6, 'Ada Brook'),
  entity: 'person:ada-brook',
  type: 'Person',
  name: 'Ada Brook',
  aliases: [],
};

export const reviewed = (
  proposal: Proposal,
  state: ProposalState = 'open',
  needs: string[] = [],
): ReviewedProposal => ({
  ...{ proposal, state, edited: false, byHand: false, by: null, on: null, needs, version: 'a'.repeat(20) },
});

export const draftOf = (...proposals: ReviewedProposal[]): DraftView => ({
  article: { key: 'article:harbour', name: 'The bridge' },
  extractor: 'rules/1',
  on: '2026-03-03T10:00:00.000Z',
  text,
  textHash: `sha256:${'0'.repeat(64)}`,
  entities: [
    { key: 'country:norland', type: 'Country', name: 'Norland' },
    { key: 'plan:bridge', type: 'Plan', name: 'the bridge' },
    { key: 'outlet:coast-radio', type: 'Outlet', name: 'Coast Radio' },
  ],
  proposals,
  sameTitle: [],
  lang: 'en',
});

/** A request without the versions that its decisions name. */
export const withoutVersions = (body: DecisionsBodyInput): DecisionsBodyInput => ({
  ...body,
  ...(body.decisions && { decisions: body.decisions.map(({ version: _, ...one }) => one) }),
});
