// The keys of the review: which does what, for the handler and for the list that explains them.

export type ReviewAction =
  | 'next'
  | 'previous'
  | 'accept'
  | 'reject'
  | 'reopen'
  | 'edit'
  | 'details'
  | 'undo'
  | 'nextOpen'
  | 'acceptAll'
  | 'addClaim'
  | 'addMention'
  | 'help';

export interface ReviewKey {
  action: ReviewAction;
  /** Compared with KeyboardEvent.key, a letter in lower case. */
  keys: readonly string[];
  /** Together with Shift. */
  shift?: boolean;
  shown: string;
  does: string;
}

export const reviewKeys: readonly ReviewKey[] = [
  { action: 'next', keys: ['j', 'ArrowDown'], shown: 'j or ↓', does: 'Next proposal' },
  { action: 'previous', keys: ['k', 'ArrowUp'], shown: 'k or ↑', does: 'Proposal before it' },
  { action: 'nextOpen', keys: ['n'], shown: 'n', does: 'Next open proposal' },
  { action: 'accept', keys: ['a'], shown: 'a', does: 'Accept it' },
  { action: 'reject', keys: ['r'], shown: 'r', does: 'Reject it' },
  { action: 'reopen', keys: ['o'], shown: 'o', does: 'Open it again' },
  { action: 'edit', keys: ['e'], shown: 'e', does: 'Edit it' },
  { action: 'details', keys: ['Enter'], shown: 'Enter', does: 'Show or fold its details' },
  { action: 'undo', keys: ['u'], shown: 'u', does: 'Undo the last decision' },
  { action: 'acceptAll', keys: ['a'], shift: true, shown: 'Shift+A', does: 'Accept all that are shown and open' },
  { action: 'addClaim', keys: ['c'], shown: 'c', does: 'Add a claim at the selected words' },
  { action: 'addMention', keys: ['m'], shown: 'm', does: 'Add a mention at the selected words' },
  { action: 'help', keys: ['?'], shown: '?', does: 'Show these keys' },
];

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What a press means; nothing together with another key, or where somebody types. */
export function reviewAction(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed,
  typing: boolean,
): ReviewAction | undefined {
  if (typing || ctrlKey || metaKey || altKey) return undefined;
  // Capitals come with Shift or without, where they are locked; of a sign such as "?" it says nothing.
  const letter = /^\p{L}$/u.test(key);
  const pressed = letter ? key.toLowerCase() : key;
  return reviewKeys.find(({ keys, shift = false }) => keys.includes(pressed) && (!letter || shift === shiftKey))
    ?.action;
}
