// The saved views of this server: the list, saving under a name, renaming, replacing, taking away.
import { computed, effect, signal } from '@preact/signals';
import type { ViewHead } from '../../../server/schema/saved.ts';
import { api, type Failure, failureOf, sentencesOf } from '../../api.ts';
import { mayEdit } from '../account.ts';
import { isForeign, loading, meta } from '../data.ts';
import { by } from '../decide.ts';
import { notify } from '../notices.ts';
import { resource } from '../resource.ts';
import { presentState } from './open.ts';

export const viewsOpen = signal(false);
const wanted = signal<true | undefined>(undefined);
effect(() => {
  // Only once somebody looks: the page opens without it.
  if (viewsOpen.value && loading.value.state === 'ready' && !isForeign.value) wanted.value = true;
});
export const viewList = resource(wanted, (_, signal) => api.savedViews(signal), true);
export const views = computed<readonly ViewHead[]>(() => {
  const status = viewList.status.value;
  if (status.state === 'ready') return status.value.views;
  return status.state === 'loading' ? (status.previous?.views ?? []) : [];
});

/** Why nothing can be saved here, or undefined. */
export const cannotSave = computed<string | undefined>(() => {
  if (isForeign.value)
    return 'This database belongs to somebody else, so nothing is saved in it. The address of this page holds the view: copy it, and keep or send that.';
  if (!mayEdit.value)
    return 'You are a reader here: editors save views. The address of this page holds the view: copy it, and keep or send that.';
  if (meta.value?.writable === false)
    return 'This server only reads its database, so nothing can be saved. The address of this page holds the view: copy it, and keep or send that.';
  return undefined;
});

/** What became of an attempt: done, or why not; `clash` is what is there instead, which may be replaced. */
export type Saving = { done: ViewHead } | { failure: Failure; clash: ViewHead | undefined };

async function attempt(work: () => Promise<ViewHead>): Promise<Saving> {
  try {
    const done = await work();
    viewList.retry();
    return { done };
  } catch (error) {
    const failure = failureOf(error);
    viewList.retry();
    const key = failure.code === 'conflict' ? failure.nearest[0]?.key : undefined;
    const heads = key === undefined ? [] : (await api.savedViews().catch(() => ({ views: [] }))).views;
    return { failure, clash: heads.find((head) => head.key === key) };
  }
}

const signature = () => by.peek().trim();

export const saveView = (name: string): Promise<Saving> =>
  attempt(() => api.saveView({ name: name.trim(), by: signature(), view: presentState() }));

/** Puts what is looked at in the place of a saved view, as it was read. */
export const replaceView = ({ key, name, savedOn }: ViewHead): Promise<Saving> =>
  attempt(() => api.changeView(key, { name, by: signature(), view: presentState(), replaces: savedOn }));

export const renameView = ({ key, savedOn }: ViewHead, name: string): Promise<Saving> =>
  attempt(() => api.changeView(key, { name: name.trim(), by: signature(), replaces: savedOn }));

/** Takes a view away; the words of what went wrong, or undefined. */
export async function removeView({ key, name }: ViewHead): Promise<string | undefined> {
  try {
    await api.removeView(key);
    notify(`The view ${name} is removed. Stories that show it keep their own.`);
    return undefined;
  } catch (error) {
    return sentencesOf(failureOf(error));
  } finally {
    viewList.retry();
  }
}

/** The address at which a saved view or a story opens. */
export const linkTo = (parameter: 'view' | 'story', key: string, page: Pick<Location, 'origin' | 'pathname'>): string =>
  `${page.origin}${page.pathname}?${new URLSearchParams({ [parameter]: key })}`;

/** Puts an address on the clipboard, or says that it cannot. */
export async function copyAddress(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    notify('The address is on the clipboard.');
  } catch {
    notify(`The browser does not let this page write to the clipboard. The address is ${address}`, 'problem');
  }
}
