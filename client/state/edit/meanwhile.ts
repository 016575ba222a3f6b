// What somebody else changed while a form was open: told above its buttons, what was typed stays, and both can be looked at.
import { batch, type Signal, signal } from '@preact/signals';
import type { Failure } from '../../api.ts';

export interface Meanwhile {
  words: string;
  /** What the form shows: what was typed, or what stands by now. */
  shows: 'mine' | 'theirs';
  /** Shows the other of the two; null where there is nothing to be shown of what stands. */
  swap: (() => void) | null;
}
/** Of the form that is open; one is open at a time. */
export const meanwhile = signal<Meanwhile | null>(null);

/** The places in what was sent of which somebody changed something since it was read; none of another failure. */
export const changedPlaces = ({ code, errors = [] }: Failure): string[] =>
  code === 'conflict' ? errors.flatMap(({ pointer }) => pointer ?? []) : [];

/** What was changed by whom and when, as the server says it. */
export const meanwhileWords = ({ title, errors = [] }: Failure): string =>
  errors.length < 2 ? `${title}.` : errors.map(({ reason }) => `${reason}.`).join(' ');

/** Tells of it; `theirs` is the form with what stands by now, null where that is gone or not of this form. */
export function tellMeanwhile<T>(failure: Failure, form: Signal<T | null>, theirs: T | null): void {
  const kept = { mine: form.peek(), theirs };
  const show = (shows: Meanwhile['shows']): Meanwhile => ({
    words: `${meanwhileWords(failure)} Nothing of yours was saved yet, and what you typed is kept: save again to put it in the place of theirs.`,
    shows,
    swap: theirs === null || kept.mine === null ? null : () => turn(shows === 'mine' ? 'theirs' : 'mine'),
  });
  const turn = (to: Meanwhile['shows']): void => {
    kept[to === 'mine' ? 'theirs' : 'mine'] = form.peek();
    batch(() => {
      form.value = kept[to];
      meanwhile.value = show(to);
    });
  };
  meanwhile.value = show('mine');
}
