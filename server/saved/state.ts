// A view as it is stored on a record: the address's part as text, the keys as lists; and back, with what of it is gone.
import { InvalidRequest } from '../errors.ts';
import { distinct, inBatches } from '../schema/lists.ts';
import { type SavedState, savedLimits } from '../schema/saved.ts';
import type { StateRow } from '../schema/statements/saved.ts';
import type { Reader } from '../store/port.ts';

export type StoredState = Record<string, string | number | string[] | number[]>;

/** The properties of a record that keeps the view; a list without items is left out. */
export function storedState({ query, added, hidden, selected, without, pins }: SavedState): StoredState {
  const lists = {
    added: distinct(added),
    hidden: distinct(hidden),
    selected: distinct(selected),
    without: distinct(without),
    pinned: pins.map(({ key }) => key),
    pinnedX: pins.map(({ x }) => x),
    pinnedY: pins.map(({ y }) => y),
  };
  return { query, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) };
}

export function stateOf(row: Omit<StateRow, 'key' | 'name' | 'by' | 'on'>): SavedState {
  const { pinnedX, pinnedY } = row;
  return {
    query: row.query,
    added: row.added ?? [],
    hidden: row.hidden ?? [],
    selected: row.selected ?? [],
    without: row.without ?? [],
    pins: (row.pinned ?? []).map((key, at) => ({ key, x: pinnedX?.[at] ?? 0, y: pinnedY?.[at] ?? 0 })),
  };
}

const lengthOf = ({ query, added, hidden, selected, without, pins }: SavedState): number =>
  [added, hidden, selected, without, pins.map(({ key }) => key)]
    .flat()
    .reduce((sum, key) => sum + key.length, query.length);

/** Refuses what is longer together than one record is to be; `what` completes "… is too large". */
export function checkLength(what: string, states: readonly SavedState[]): void {
  const length = states.reduce((sum, state) => sum + lengthOf(state), 0);
  if (length <= savedLimits.length) return;
  const reason = `names keys of ${length} characters together, and at most ${savedLimits.length} are kept`;
  throw new InvalidRequest(`${what} is too large: it ${reason}.`, {
    detail: 'Take nodes off the canvas, or save it in several parts.',
    errors: [{ pointer: '', reason }],
  });
}

/** The keys that the views name and no record has, in their order. */
export async function missingOf(store: Reader, states: readonly SavedState[]): Promise<string[]> {
  const named = distinct(
    states.flatMap(({ added, selected, without, pins }) => [
      ...added,
      ...selected,
      ...without,
      ...pins.map(({ key }) => key),
    ]),
  );
  const rows = await inBatches(named, (keys) => store.read('read/filter/known', { keys }));
  const known = new Set(rows.map(({ key }) => key));
  return named.filter((key) => !known.has(key));
}
