// The proposals of a draft as they are gone through: which are shown, in which order, how far the review is, what is next.
import type { Proposal } from '../../../server/schema/draft.ts';
import type { DraftView, ProposalState, ReviewedProposal } from '../../../server/schema/drafts.ts';

export type ProposalKind = Proposal['kind'];
/** Claims first: they are what is decided on. */
export const proposalKinds: readonly ProposalKind[] = [
  'claim',
  'quote',
  'source',
  'article',
  'entity',
  'mention',
  'date',
];

/** What is not listed, so that what nobody touched shows everything. */
export interface ReviewFilter {
  kindsOff: ReadonlySet<ProposalKind>;
  statesOff: ReadonlySet<ProposalState>;
}
/** At first claims and what they rest on, without the mentions and dates, of which there are many. */
export const firstFilter: ReviewFilter = { kindsOff: new Set(['mention', 'date']), statesOff: new Set() };

const rank = (kind: ProposalKind): number => proposalKinds.indexOf(kind);

/** Those that the filter lets through: by kind, claims first, each kind in the order of the text. */
export function shownProposals({ proposals }: Pick<DraftView, 'proposals'>, filter: ReviewFilter): ReviewedProposal[] {
  return proposals
    .filter(({ proposal, state }) => !filter.kindsOff.has(proposal.kind) && !filter.statesOff.has(state))
    .sort(
      ({ proposal: a }, { proposal: b }) =>
        rank(a.kind) - rank(b.kind) || a.span.start - b.span.start || a.span.end - b.span.end,
    );
}

export interface Progress {
  decided: number;
  of: number;
}

/** How many are decided, of one kind or of all. */
export function progressOf({ proposals }: Pick<DraftView, 'proposals'>, kind?: ProposalKind): Progress {
  const meant = kind === undefined ? proposals : proposals.filter(({ proposal }) => proposal.kind === kind);
  return { decided: meant.filter(({ state }) => state !== 'open').length, of: meant.length };
}

/** How many there are by kind and by state, whatever the filter. */
export function tallies({ proposals }: Pick<DraftView, 'proposals'>): Map<ProposalKind | ProposalState, number> {
  const counts = new Map<ProposalKind | ProposalState, number>();
  for (const { proposal, state } of proposals)
    for (const name of [proposal.kind, state]) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const idAt = (list: readonly ReviewedProposal[], at: number): string | null => list[at]?.proposal.id ?? null;
const indexOf = (list: readonly ReviewedProposal[], id: string | null): number =>
  list.findIndex(({ proposal }) => proposal.id === id);

/** The one so many steps on, at most the first or the last; the first where none is current. */
export function stepFrom(list: readonly ReviewedProposal[], current: string | null, steps: number): string | null {
  const at = indexOf(list, current);
  return idAt(list, at < 0 ? 0 : Math.min(Math.max(at + steps, 0), list.length - 1));
}

/** The next open one after the current, from the beginning again where there is none; null where all are decided. */
export function nextOpen(list: readonly ReviewedProposal[], current: string | null): string | null {
  const from = indexOf(list, current) + 1;
  const turned = [...list.slice(from), ...list.slice(0, from)];
  return idAt(
    turned.filter(({ state, proposal }) => state === 'open' && proposal.id !== current),
    0,
  );
}

/** Where to go once what is current leaves the list (a filter, a decision): its place, or the last. */
export function stayNear(
  list: readonly ReviewedProposal[],
  before: readonly ReviewedProposal[],
  current: string | null,
): string | null {
  if (indexOf(list, current) >= 0) return current;
  const at = indexOf(before, current);
  for (const { proposal } of before.slice(Math.max(at, 0))) if (indexOf(list, proposal.id) >= 0) return proposal.id;
  return idAt(list, list.length - 1);
}
