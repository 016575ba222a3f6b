// What the keys and buttons of the review do.
import { signal } from '@preact/signals';
import type { ProposalState } from '../../../server/schema/drafts.ts';
import { count } from '../../text/format.ts';
import type { Place } from '../../text/places.ts';
import { draftNames, proposalLine } from '../../text/proposal.ts';
import { by } from '../decide.ts';
import { acceptListed, decideCurrent, said, undoDecision } from './decide.ts';
import { current, currentProposal, draft, listed, unfolded } from './draft.ts';
import { addAt, editCurrent } from './form.ts';
import type { ReviewAction } from './keys.ts';
import { nextOpen, stepFrom } from './list.ts';

/** Whether accepting all that are listed waits for a yes. */
export const confirming = signal(false);
export const keysShown = signal(false);
/** One more each time the focus belongs to the current proposal in the list. */
export const toList = signal(0);
/** What of the text is selected; set by the text, which alone can tell. */
export const selected: { place: () => Place | undefined } = { place: () => undefined };

const lineOf = (): string => {
  const one = currentProposal.peek();
  const view = draft.peek();
  return one && view ? proposalLine(one.proposal, draftNames(view)) : '';
};

export const openListed = (): number => listed.peek().filter(({ state }) => state === 'open').length;

function goTo(id: string | null): void {
  if (id !== null) current.value = id;
  toList.value++;
}

function decideHere(state: ProposalState): void {
  decideCurrent(state, lineOf());
  // Unless a name is asked for first, which has the focus then.
  if (by.peek().trim() !== '') goTo(current.peek());
}

function askForAll(): void {
  if (openListed() === 0) said.value = 'Nothing that is shown is open.';
  else confirming.value = true;
}

export function acceptAll(): void {
  confirming.value = false;
  const number = acceptListed();
  if (number > 0) said.value = `Accepted: ${count(number, 'proposal')}. u takes it back.`;
  toList.value++;
}

/** Where something is added: at the selected words, else at those of the current proposal. */
function addHere(kind: 'claim' | 'mention'): void {
  const place = selected.place() ?? currentProposal.peek()?.proposal.span;
  if (place === undefined) said.value = 'Select the words in the text first.';
  else addAt(kind, place);
}

const actions: Readonly<Record<ReviewAction, () => void>> = {
  next: () => goTo(stepFrom(listed.peek(), current.peek(), 1)),
  previous: () => goTo(stepFrom(listed.peek(), current.peek(), -1)),
  nextOpen: () => {
    const next = nextOpen(listed.peek(), current.peek());
    if (next === null) said.value = 'No other proposal that is shown is open.';
    goTo(next);
  },
  accept: () => decideHere('accepted'),
  reject: () => decideHere('rejected'),
  reopen: () => decideHere('open'),
  undo: () => {
    undoDecision();
    goTo(current.peek());
  },
  details: () => {
    unfolded.value = !unfolded.peek();
  },
  edit: () => void editCurrent(),
  acceptAll: askForAll,
  addClaim: () => addHere('claim'),
  addMention: () => addHere('mention'),
  help: () => {
    keysShown.value = !keysShown.peek();
  },
};

export const act = (action: ReviewAction): void => actions[action]();
