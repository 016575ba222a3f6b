// Opens what was saved: without what is gone, as one step of the history; and reads the address of a saved view.
import type { OpenedView, SavedState } from '../../../server/schema/saved.ts';
import { api, type Failure, failureOf, sentencesOf } from '../../api.ts';
import { count } from '../../text/format.ts';
import { busy, withProgress } from '../actions.ts';
import { usualFilters } from '../data.ts';
import { turnTo } from '../load.ts';
import { stillMissing } from '../merged.ts';
import { notify } from '../notices.ts';
import { pause } from '../replay.ts';
import { applyView, openWhole, view } from '../view.ts';
import { defaultView, type View } from '../view-url.ts';
import { fromState, toState, withoutMissing } from './saved-state.ts';

/** What is looked at, as it is kept. */
export const presentState = (): SavedState => toState(view.peek(), usualFilters.peek());

/** The view without what of it is gone; of that, and of what cannot be read, a word. `what` is its name with its kind. */
export function readState(what: string, kept: SavedState, missing: readonly string[]): View {
  const { state, gone } = withoutMissing(kept, missing);
  const { view: next, unread } = fromState(state, usualFilters.peek());
  if (gone.length > 0)
    notify(
      `${what} names ${count(gone.length, 'record')} that the data no longer hold: ${gone.slice(0, 3).join(', ')}${gone.length > 3 ? ' and others' : ''}. The rest of it is shown.`,
      'problem',
    );
  if (unread.length > 0)
    notify(
      `Part of ${what} could not be read (${unread.slice(0, 5).join(', ')}); the usual is shown in its place.`,
      'problem',
    );
  return next;
}

/** Opens a saved view, in a way that undo takes back. False where it could not be had. */
export async function openSaved(key: string, name: string): Promise<boolean> {
  pause();
  const done = await withProgress(`Opening ${name}`, async () => {
    const saved = await api.savedView(key);
    const next = readState(`“${saved.name}”`, saved.view, await stillMissing(saved.missing));
    return turnTo(next, (to) => openWhole(`open the view ${saved.name}`, to));
  });
  return done === true;
}

/** On an address that names a view or story that is not there, or cannot be one: what is shown in its place, and the way out. */
export function notThere(what: 'saved view' | 'story', key: string, failure: Failure): string {
  const named = ['not-found', 'invalid-request'].includes(failure.code);
  const words = named ? `There is no ${what} “${key.slice(0, 60)}”.` : sentencesOf(failure);
  return `${words} The default view is shown${named ? '; those there are open with v' : ''}.`;
}

/** Shows the saved view that an address names before anything is loaded; the default one where there is none. */
export async function startWith(key: string): Promise<void> {
  let saved: OpenedView;
  busy.value = 'Opening the saved view';
  try {
    saved = await api.savedView(key);
    saved = { ...saved, missing: await stillMissing(saved.missing) };
  } catch (error) {
    notify(notThere('saved view', key, failureOf(error)), 'problem');
    applyView(defaultView);
    return;
  } finally {
    busy.value = null;
  }
  applyView(readState(`“${saved.name}”`, saved.view, saved.missing));
}
