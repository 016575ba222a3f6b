// Keeps the address and the view in step: reads it at the start and on going back, writes it on every change.
import { effect } from '@preact/signals';
import { usualFilters } from './data.ts';
import { notify } from './notices.ts';
import { applyView, view } from './view.ts';
import { decodeView, encodeView } from './view-url.ts';

/** Reads the view from a query string, and says what in it made no sense. */
export function readAddress(search: string): void {
  const { view: next, unread } = decodeView(search, usualFilters.peek());
  applyView(next);
  if (unread.length > 0) {
    notify(
      `Part of the address could not be read (${unread.slice(0, 5).join(', ')}), so the default is shown in its place.`,
      'problem',
    );
  }
}

/** Starts writing: a new tab or selection is a step in the browser's history, everything else replaces the current one. */
export function startAddress(page: Pick<Window, 'history' | 'location' | 'addEventListener'>): () => void {
  const step = () => JSON.stringify([view.value.tab, view.value.selection]);
  let last = step();
  let written = page.location.search;
  page.addEventListener('popstate', () => {
    written = page.location.search;
    readAddress(written);
    last = step();
  });
  return effect(() => {
    const query = encodeView(view.value, usualFilters.value);
    const search = query === '' ? '' : `?${query}`;
    if (search === written) return;
    const now = step();
    const method = now === last ? 'replaceState' : 'pushState';
    last = now;
    written = search;
    page.history[method](null, '', `${page.location.pathname}${search}`);
  });
}
