// A text that somebody pastes, with what is known of it: kept while it is tried, tried anew in the place of the last time.
import { effect, signal } from '@preact/signals';
import { addressFault, dateFault } from '../../text/dates.ts';
import { slugOf } from '../../text/slug.ts';
import { takeInOpen } from '../work.ts';
import { pastedFile } from './forms.ts';
import { bring, items, leaveOut } from './run.ts';

const empty = { title: '', outlet: '', author: '', date: '', url: '', text: '' };
export type Pasted = typeof empty;

export const pasted = signal<Pasted>(empty);
/** What is wrong, by the field that shows it. */
export const pasteFaults = signal<Partial<Record<keyof Pasted, string>>>({});
/** The item that the text is tried as. */
let triedAs: number | undefined;

export function setPasted(change: Partial<Pasted>): void {
  pasted.value = { ...pasted.peek(), ...change };
}

/** What is missing or cannot be read, before anything is sent. */
export function faultsOfPasted({ text, date, url }: Pasted): Partial<Record<keyof Pasted, string>> {
  const found = {
    text: text.trim() === '' ? 'Paste the text of the article.' : '',
    date: dateFault(date),
    url: addressFault(url),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== ''));
}

/** Tries the text; false where something is wrong with a field, which is told there. */
export function tryPasted(): boolean {
  const of = pasted.peek();
  pasteFaults.value = faultsOfPasted(of);
  if (Object.keys(pasteFaults.peek()).length > 0) return false;
  if (items.peek().some(({ id, state }) => id === triedAs && state.step !== 'done')) leaveOut(triedAs ?? 0);
  const name = `${slugOf(of.title, 60) || 'pasted'}.md`;
  void bring([new File([pastedFile(of)], name, { type: 'text/markdown' })]);
  triedAs = items.peek().at(-1)?.id;
  return true;
}

function forget(): void {
  pasted.value = empty;
  pasteFaults.value = {};
  triedAs = undefined;
}

// What is in need not be pasted again, and the dialog begins anew.
effect(() => {
  const isIn = items.value.some(({ id, state }) => id === triedAs && state.step === 'done');
  if (isIn || !takeInOpen.value) forget();
});
