// Keeps the address and the view in step: reads it at the start and on going back, writes it on every change.
import { computed, effect, signal } from '@preact/signals';
import { usualFilters } from './data.ts';
import { notify } from './notices.ts';
import { applyView, canvas, hand, picked, style, view } from './view.ts';
import { decodeView, encodeView, isShort, listsOf, nameOfLists, type View } from './view-url.ts';
import { recallLists, rememberLists } from './views/remembered.ts';

/** What the address shows in the place of the view, such as the step of a story; `leave` is called on going back. */
export const overlay = signal<{ query: string; leave: () => void } | null>(null);
/** What the address has no room for, while there is such; it is remembered by this tab. */
export const beyondAddress = computed(() => {
  const lists = listsOf({ hand: hand.value, picked: picked.value, canvas: canvas.value, style: style.value });
  return isShort(lists) ? lists : null;
});

/** The view with the lists of that name, or as much as the address held, with a word on it. */
function completed(next: View, short: string): View {
  const lists = recallLists(short);
  if (lists === undefined) {
    notify(
      'This address has no room for all of its view: some of the nodes put on or off the canvas, selected or pinned, or of the looks of types, are left out. Ask whoever sent it to save the view and send the address of that.',
      'problem',
    );
    return next;
  }
  const { added, hidden, selected, pins, style: looks } = lists;
  const canvasThen = { ...next.canvas, pins };
  return { ...next, hand: { ...next.hand, added, hidden }, picked: selected, canvas: canvasThen, style: looks };
}

/** Reads the view from a query string, and says what in it made no sense. */
export function readAddress(search: string): void {
  const { view: next, unread, short } = decodeView(search, usualFilters.peek());
  applyView(short === null ? next : completed(next, short));
  if (unread.length > 0) {
    notify(
      `Part of the address could not be read (${unread.slice(0, 5).join(', ')}), so the default is shown in its place.`,
      'problem',
    );
  }
}

/** Remembers what the address has no room for, and says so where that cannot be done. */
function startRemembering(): () => void {
  let told = false;
  return effect(() => {
    const lists = beyondAddress.value;
    if (lists === null || rememberLists(nameOfLists(lists), lists) || told) return;
    told = true;
    notify(
      'The view is larger than an address, and this browser does not remember it: save it, or loading the page anew loses part of it.',
      'problem',
    );
  });
}

/**
 * Starts writing: a new tab or selection is a step in the browser's history, everything else replaces the current one.
 * `named` opens an address that names something else than a view on the way back, and says whether it does.
 */
export function startAddress(
  page: Pick<Window, 'history' | 'location' | 'addEventListener'>,
  named: (search: string) => boolean = () => false,
): () => void {
  const step = () => JSON.stringify(overlay.value ? 'overlay' : [view.value.tab, view.value.selection]);
  let last = step();
  let written = page.location.search;
  page.addEventListener('popstate', () => {
    written = page.location.search;
    const over = overlay.peek();
    if (named(written)) return;
    if (over) over.leave();
    else readAddress(written);
    last = step();
  });
  const stops = [
    startRemembering(),
    effect(() => {
      const query = overlay.value?.query ?? encodeView(view.value, usualFilters.value);
      const search = query === '' ? '' : `?${query}`;
      if (search === written) return;
      const now = step();
      const method = now === last ? 'replaceState' : 'pushState';
      last = now;
      written = search;
      page.history[method](null, '', `${page.location.pathname}${search}`);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
