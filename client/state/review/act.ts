// What the keys and buttons of the review do.
import { effect, signal } from '@preact/signals';
import type { ProposalState } from '../../../server/schema/drafts.ts';
import { count } from '../../text/format.ts';
import type { Place } from '../../text/places.ts';
import { proposalLine } from '../../text/proposal.ts';
import { by } from '../decide.ts';
import { reviewOpen } from '../work.ts';
import { acceptListed, asksWho, decideCurrent, said, undoDecision } from './decide.ts';
import { current, currentProposal, listed, names, unfolded } from './draft.ts';
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
  return one ? proposalLine(one.proposal, names.peek()) : '';
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

/** What waits for a name: to be done with the proposal that was current then. */
let unsigned: { of: string | null; run: () => void } | undefined;

/** Does something, or keeps it until somebody signs where it asks for a name. */
function signedOrLater(run: () => void): void {
  unsigned = undefined;
  const asked = asksWho.peek();
  run();
  if (asksWho.peek() > asked) unsigned = { of: current.peek(), run: () => signedOrLater(run) };
}

/** Once the name is given: what waited for it is done, and the focus is at the current proposal again. */
export function signed(): void {
  if (by.peek().trim() === '') return;
  const waited = unsigned;
  unsigned = undefined;
  if (waited?.of === current.peek()) waited?.run();
  toList.value++;
}

export function acceptAll(): void {
  confirming.value = false;
  signedOrLater(() => {
    const number = acceptListed();
    if (number > 0) said.value = `Accepted: ${count(number, 'proposal')}. u takes it back.`;
    if (by.peek().trim() !== '') toList.value++;
  });
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
    if (by.peek().trim() !== '') goTo(current.peek());
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

export const act = (action: ReviewAction): void => signedOrLater(actions[action]);

// The list of keys starts closed each time, and nothing waits for a name.
effect(() => {
  if (reviewOpen.value) return;
  keysShown.value = false;
  unsigned = undefined;
});
