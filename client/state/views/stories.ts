// The stories of this server: the list, and one that is being written, which stays while one looks around for its next view.
import { computed, effect, signal } from '@preact/signals';
import type { SavedState, StoryHead } from '../../../server/schema/saved.ts';
import { api, failureOf, sentencesOf } from '../../api.ts';
import { clashWords } from '../../text/saved-line.ts';
import { isForeign, loading } from '../data.ts';
import { by } from '../decide.ts';
import { notify } from '../notices.ts';
import { resource } from '../resource.ts';
import { viewsOpen } from './list.ts';
import { presentState } from './open.ts';

const wanted = signal<true | undefined>(undefined);
effect(() => {
  if (viewsOpen.value && loading.value.state === 'ready' && !isForeign.value) wanted.value = true;
});
export const storyList = resource(wanted, (_, signal) => api.stories(signal), true);
export const stories = computed<readonly StoryHead[]>(() => {
  const status = storyList.status.value;
  if (status.state === 'ready') return status.value.stories;
  return status.state === 'loading' ? (status.previous?.stories ?? []) : [];
});

/** A step as it is written; `id` stays with it wherever it is moved. */
export interface DraftStep {
  id: number;
  caption: string;
  view: SavedState;
}
export interface StoryDraft {
  /** null: not kept yet. */
  key: string | null;
  title: string;
  steps: readonly DraftStep[];
  /** The saving that was read, and is replaced. */
  savedOn: string | null;
}
export const storyDraft = signal<StoryDraft | null>(null);

let ids = 0;
const step = (view: SavedState, caption = ''): DraftStep => ({ id: ++ids, caption, view });
const change = (part: (draft: StoryDraft) => Partial<StoryDraft>): void => {
  const draft = storyDraft.peek();
  if (draft) storyDraft.value = { ...draft, ...part(draft) };
};

export const newStory = (): void => {
  storyDraft.value = { key: null, title: '', steps: [], savedOn: null };
};

/** Takes a story up to change it; the words of what went wrong, or undefined. */
export async function editStory(key: string): Promise<string | undefined> {
  try {
    const { title, savedOn, steps } = await api.story(key);
    storyDraft.value = { key, title, savedOn, steps: steps.map(({ caption, view }) => step(view, caption)) };
    return undefined;
  } catch (error) {
    return sentencesOf(failureOf(error));
  }
}

export const setTitle = (title: string): void => change(() => ({ title }));
export const addPresentView = (): void => change(({ steps }) => ({ steps: [...steps, step(presentState())] }));

/** Adds a saved view as it is now, with its name for a caption. */
export async function addSavedView(key: string): Promise<string | undefined> {
  try {
    const { name, view } = await api.savedView(key);
    change(({ steps }) => ({ steps: [...steps, step(view, name)] }));
    return undefined;
  } catch (error) {
    return sentencesOf(failureOf(error));
  }
}

const changeStep = (id: number, part: Partial<DraftStep>): void =>
  change(({ steps }) => ({ steps: steps.map((one) => (one.id === id ? { ...one, ...part } : one)) }));
export const setCaption = (id: number, caption: string): void => changeStep(id, { caption });
export const takePresentView = (id: number): void => changeStep(id, { view: presentState() });
export const removeStep = (id: number): void =>
  change(({ steps }) => ({ steps: steps.filter((one) => one.id !== id) }));

/** Moves a step by so many places; where it stands then, from 1, or undefined where it cannot go farther. */
export function moveStep(id: number, by: 1 | -1): number | undefined {
  const steps = storyDraft.peek()?.steps ?? [];
  const from = steps.findIndex((one) => one.id === id);
  const moved = steps[from];
  const to = from + by;
  if (!moved || to < 0 || to >= steps.length) return undefined;
  change(() => ({ steps: steps.toSpliced(from, 1).toSpliced(to, 0, moved) }));
  return to + 1;
}

/** Why a story was not kept, in words. */
export interface NotKept {
  words: string;
  /** That somebody else saved or removed it since it was taken up: what is written can be kept as another story. */
  apart?: true;
}

/** Told with what somebody else saved, where that is why: what is written here stays, and can be kept beside it. */
async function notKept(error: unknown, key: string | null): Promise<NotKept> {
  const failure = failureOf(error);
  if (failure.code === 'not-found' && key !== null)
    return { words: 'Somebody removed this story meanwhile. Keep yours as a new story, or cancel.', apart: true };
  const other = failure.code === 'conflict' ? failure.nearest[0]?.key : undefined;
  const heads = other === undefined ? [] : (await api.stories().catch(() => ({ stories: [] }))).stories;
  const there = heads.find((head) => head.key === other);
  if (there === undefined) return { words: sentencesOf(failure) };
  const words = clashWords('story', { ...there, name: there.title }, key);
  return there.key === key
    ? {
        words: `${words} Keep yours as a new story under another title, or cancel and look at theirs.`,
        apart: true,
      }
    : { words: `${words} Choose another title.` };
}

/** Keeps what is written; what is wrong with it, or undefined. */
export async function keepStory(): Promise<NotKept | undefined> {
  const draft = storyDraft.peek();
  if (!draft) return undefined;
  const title = draft.title.trim();
  const signature = by.peek().trim();
  if (title === '') return { words: 'Give it a title.' };
  if (signature === '') return { words: 'Say who saves it.' };
  if (draft.steps.length === 0) return { words: 'Add at least one view.' };
  const body = { title, by: signature, steps: draft.steps.map(({ caption, view }) => ({ caption, view })) };
  try {
    if (draft.key === null || draft.savedOn === null) await api.addStory(body);
    else await api.changeStory(draft.key, { ...body, replaces: draft.savedOn });
  } catch (error) {
    return await notKept(error, draft.key);
  } finally {
    storyList.retry();
  }
  storyDraft.value = null;
  notify(`Saved: the story ${title}.`);
  return undefined;
}

/** What is written goes on as a story of its own. */
export const asNewStory = (): void => change(() => ({ key: null, savedOn: null }));

export async function removeStory({ key, title }: StoryHead): Promise<string | undefined> {
  try {
    await api.removeStory(key);
    notify(`The story ${title} is removed.`);
    return undefined;
  } catch (error) {
    return sentencesOf(failureOf(error));
  } finally {
    storyList.retry();
  }
}
