// A list of names that somebody pastes: what answers to each, what was chosen of it, and how that gets onto the canvas.
import { batch, computed, signal } from '@preact/signals';
import type { NamesResult } from '../../server/schema/names.ts';
import { api, type Failure, failureOf } from '../api.ts';
import { count } from '../text/format.ts';
import { withProgress } from './actions.ts';
import { fit } from './camera.ts';
import { dataset, shownKeys } from './data.ts';
import { fetchNodes, withFetched } from './fetch-nodes.ts';
import { notify } from './notices.ts';
import { addByHand, tab } from './view.ts';

/** Names that are matched at once, and characters in each: the server takes no more. */
export const mostNames = 500;
const longestName = 200;

export const namesOpen = signal(false);
export const namesText = signal('');

export type Matching =
  | { state: 'writing' }
  | { state: 'matching' }
  | { state: 'failed'; failure: Failure }
  | { state: 'matched'; result: NamesResult };
export const matching = signal<Matching>({ state: 'writing' });

/** The lines of a text with something on them, each once, bullets and numbers in front of them taken off. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) =>
    line
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/u, '')
      .trim(),
  );
  return [...new Set(lines.filter((line) => /[\p{L}\p{N}]/u.test(line)))];
}

/** What is wrong with the list, or undefined. */
export function listFault(lines: readonly string[]): string | undefined {
  if (lines.length > mostNames)
    return `These are ${count(lines.length, 'name')}: at most ${mostNames} are matched at once.`;
  const long = lines.find((line) => line.length > longestName);
  return long === undefined
    ? undefined
    : `A line has more than ${longestName} characters: “${long.slice(0, 40)}…”. Put one name on a line.`;
}

export const names = computed(() => linesOf(namesText.value));

/** By row of the answer, the key that was chosen; null where none is to be taken. */
const chosen = signal<ReadonlyMap<number, string | null>>(new Map());

type Row = NamesResult['rows'][number];

/** What a row puts on the canvas: what was chosen, or its only candidate. */
export function choiceOf(row: Row, index: number, choices: ReadonlyMap<number, string | null> = chosen.value) {
  const choice = choices.get(index);
  if (choice !== undefined) return choice;
  return row.candidates.length === 1 && row.more === 0 ? (row.candidates[0]?.key ?? null) : null;
}

export const choose = (index: number, key: string | null): void => {
  chosen.value = new Map([...chosen.peek(), [index, key]]);
};

/** How many names were found, are to be chosen, or were not found; and the keys to put on the canvas, each once. */
export const outcome = computed(() => {
  const now = matching.value;
  const rows = now.state === 'matched' ? now.result.rows : [];
  const keys = new Set<string>();
  const missing: string[] = [];
  let open = 0;
  rows.forEach((row, index) => {
    const key = choiceOf(row, index);
    if (key !== null) keys.add(key);
    else if (row.candidates.length === 0) missing.push(row.name);
    else if (!chosen.value.has(index)) open++;
  });
  return { of: rows.length, found: rows.length - missing.length, open, missing, keys: [...keys] };
});

let attempt: AbortController | undefined;

/** Opens the dialog, with a list to be matched at once where one is given. */
export function openNames(text?: string): void {
  namesOpen.value = true;
  if (text === undefined) return;
  namesText.value = text;
  void matchList();
}

export function stopMatching(): void {
  attempt?.abort();
  matching.value = { state: 'writing' };
}

export async function matchList(): Promise<void> {
  if (names.peek().length === 0 || listFault(names.peek()) !== undefined) return;
  attempt?.abort();
  const mine = new AbortController();
  attempt = mine;
  batch(() => {
    chosen.value = new Map();
    matching.value = { state: 'matching' };
  });
  try {
    const result = await api.matchNames(names.peek(), mine.signal);
    if (attempt === mine && !mine.signal.aborted) matching.value = { state: 'matched', result };
  } catch (error) {
    if (attempt === mine && !mine.signal.aborted) matching.value = { state: 'failed', failure: failureOf(error) };
  }
}

/** Puts what was chosen on the canvas, in one step that undo takes back. */
export async function putNamesOnCanvas(): Promise<void> {
  const { keys } = outcome.peek();
  const missing = keys.filter((key) => !dataset.peek().nodes.has(key));
  const fetched = await withProgress(`Fetching ${count(missing.length, 'node')}`, () => fetchNodes(missing));
  if (!fetched) return;
  batch(() => {
    dataset.value = withFetched(dataset.peek(), fetched);
    tab.value = 'graph';
    namesOpen.value = false;
  });
  const there = keys.filter((key) => dataset.peek().nodes.has(key));
  const fresh = there.filter((key) => !shownKeys.peek().has(key));
  if (fresh.length > 0) addByHand(`add ${count(fresh.length, 'node')} of a list`, fresh);
  setTimeout(fit, 100);
  const before = there.length - fresh.length;
  const also =
    before > 0 ? `${count(before, 'node')} of the list ${before === 1 ? 'was' : 'were'} there already. ` : '';
  notify(
    fresh.length > 0
      ? `Added ${count(fresh.length, 'node')}. ${also}Ctrl+Z takes that back.`
      : `${also}Nothing was added.`,
  );
}

/** Puts the names that nothing answers to on the clipboard, one a line. */
export async function copyMissing(): Promise<void> {
  const { missing } = outcome.peek();
  try {
    await navigator.clipboard.writeText(missing.join('\n'));
    notify(
      `${count(missing.length, 'name')} that ${missing.length === 1 ? 'was' : 'were'} not found ${missing.length === 1 ? 'is' : 'are'} on the clipboard.`,
    );
  } catch {
    notify(
      'The browser does not let this page write to the clipboard: select the names in the table instead.',
      'problem',
    );
  }
}
