// A view as the server keeps it, and back: the address's part as a query string, keys in lists of any length.
import type { SavedState } from '../../../server/schema/saved.ts';
import type { Filters } from '../filters.ts';
import { decodeView, encodeView, type View } from '../view-url.ts';

const none: ReadonlySet<string> = new Set();

/** What is kept of a view. `usual` are the filters that need no mention. */
export function toState(view: View, usual: Filters): SavedState {
  const { hand, canvas, evidence } = view;
  const rest: View = {
    ...view,
    hand: { ...hand, added: none, hidden: none },
    picked: none,
    canvas: { ...canvas, pins: new Map() },
    evidence: { ...evidence, without: none },
  };
  return {
    // An address has the look of some types only; what is kept has all.
    query: encodeView(rest, usual, Number.POSITIVE_INFINITY),
    added: [...hand.added],
    hidden: [...hand.hidden],
    selected: [...view.picked],
    without: [...evidence.without],
    pins: [...canvas.pins].map(([key, { x, y }]) => ({ key, x, y })),
  };
}

/** The view that was kept. `unread` names the parts that a page of another version wrote and this one cannot read. */
export function fromState(state: SavedState, usual: Filters): { view: View; unread: string[] } {
  const { view, unread } = decodeView(state.query, usual, Number.POSITIVE_INFINITY);
  return {
    view: {
      ...view,
      hand: { ...view.hand, added: new Set(state.added), hidden: new Set(state.hidden) },
      picked: new Set(state.selected),
      canvas: { ...view.canvas, pins: new Map(state.pins.map(({ key, x, y }) => [key, { x, y }])) },
      evidence: { ...view.evidence, without: new Set(state.without) },
    },
    unread,
  };
}

/** The same without what is gone; and how many of the keys were of this view. */
export function withoutMissing(state: SavedState, missing: readonly string[]): { state: SavedState; gone: string[] } {
  const away = new Set(missing);
  const left = (keys: readonly string[]) => keys.filter((key) => !away.has(key));
  const { added, selected, without, pins } = state;
  const named = new Set([...added, ...selected, ...without, ...pins.map(({ key }) => key)]);
  return {
    state: {
      ...state,
      added: left(added),
      selected: left(selected),
      without: left(without),
      pins: pins.filter(({ key }) => !away.has(key)),
    },
    gone: missing.filter((key) => named.has(key)),
  };
}
