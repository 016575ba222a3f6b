// The steps of a review that can be taken back: each with what it decided and what was accepted because that rests on it.
import type { Proposal } from '../../../server/schema/draft.ts';
import type { DraftView, ProposalState, ReviewedProposal } from '../../../server/schema/drafts.ts';

export interface Decision {
  id: string;
  state: ProposalState;
  /** Its content as the person has it. */
  proposal?: Proposal;
  /** Of an answer: the version that the proposal has since. */
  version?: string | undefined;
}

/** What was decided together, and how it was before. */
export interface Step {
  what: string;
  /** What was said when it was done. */
  said: string;
  before: Decision[];
  /** What it accepted, by id. */
  accepts: readonly string[];
  /** What the server accepted along because something of the step rests on it, by id; it was open before. */
  brought: readonly string[];
}

/** The draft with decisions on some of its proposals. */
export function withDecisions(view: DraftView, decisions: readonly Decision[]): DraftView {
  const on = new Map(decisions.map((one) => [one.id, one]));
  const proposals = view.proposals.map((one) => {
    const decision = on.get(one.proposal.id);
    if (decision === undefined) return one;
    const edited = decision.proposal === undefined ? one.edited : true;
    const { state, proposal = one.proposal, version = one.version } = decision;
    return { ...one, state, edited, proposal, version };
  });
  return { ...view, proposals };
}

/** The latest decision on each proposal, in the order in which they were first decided on. */
export function latestOfEach(decisions: readonly Decision[]): Decision[] {
  const latest = new Map<string, Decision>();
  for (const one of decisions) latest.set(one.id, { ...latest.get(one.id), ...one });
  return [...latest.values()];
}

type Needing = Pick<ReviewedProposal, 'needs' | 'state'> & { proposal: Pick<Proposal, 'id'> };

/** Of proposals those on which nothing accepted rests, but for each other. */
export function unneeded(ids: readonly string[], proposals: readonly Needing[]): string[] {
  const free = new Set(ids);
  const accepted = proposals.filter(({ state }) => state === 'accepted');
  for (let before = -1; before !== free.size; ) {
    before = free.size;
    for (const { proposal, needs } of accepted) if (!free.has(proposal.id)) for (const id of needs) free.delete(id);
  }
  return ids.filter((id) => free.has(id));
}

/** The steps with what one request brought along, at each that accepted something which rests on it. */
export function hangOn(
  steps: readonly Step[],
  brought: readonly string[],
  asked: ReadonlySet<string>,
  needsOf: (id: string) => readonly string[],
): Step[] {
  return steps.map((step) => {
    const accepted = step.accepts.filter((id) => asked.has(id));
    const its = brought.filter((id) => !step.brought.includes(id) && accepted.some((one) => needsOf(one).includes(id)));
    return its.length === 0 ? step : { ...step, brought: [...step.brought, ...its] };
  });
}

/** What takes a step back: what it decided as it was before, and what came along, unless something else rests on that. */
export function takenBack(step: Step, view: DraftView): Decision[] {
  const own = new Set(step.before.map(({ id }) => id));
  const changed = new Set(step.before.flatMap(({ id, proposal }) => (proposal === undefined ? [] : [id])));
  // What content that was changed by hand rests on says nothing of the content of before.
  const after = withDecisions(view, step.before).proposals.filter(({ proposal }) => !changed.has(proposal.id));
  const accepted = new Set(after.flatMap(({ proposal, state }) => (state === 'accepted' ? [proposal.id] : [])));
  const along = step.brought.filter((id) => !own.has(id) && accepted.has(id));
  return [...step.before, ...unneeded(along, after).map((id) => ({ id, state: 'open' as const }))];
}
