// Plays a story: one step after the other over the whole window, and back to where one was.
import { batch, computed, signal } from '@preact/signals';
import type { OpenedStory, SavedState } from '../../../server/schema/saved.ts';
import { api, failureOf, sentencesOf } from '../../api.ts';
import { count } from '../../text/format.ts';
import { withProgress } from '../actions.ts';
import { overlay } from '../address.ts';
import { loading, usualFilters } from '../data.ts';
import { turnTo } from '../load.ts';
import { stillMissing } from '../merged.ts';
import { notify } from '../notices.ts';
import { pause } from '../replay.ts';
import { applyView, expansions, standAt, view } from '../view.ts';
import { defaultView, type View } from '../view-url.ts';
import { notThere } from './open.ts';
import { fromState, withoutMissing } from './saved-state.ts';

/** What is played, and at which step, from 0. */
export const playing = signal<{ story: OpenedStory; at: number } | null>(null);
export const isPlaying = computed(() => playing.value !== null);
/** Where one was before. */
let before: { view: View; expansions: typeof expansions.value } | undefined;

const viewOf = (kept: SavedState, missing: readonly string[]): View =>
  fromState(withoutMissing(kept, missing).state, usualFilters.peek()).view;

const queryOf = (key: string, at: number): string =>
  new URLSearchParams({ story: key, step: String(at + 1) }).toString();

/** Begins at a step; what of the story is gone is told once. */
function begin(story: OpenedStory, at: number): void {
  before = { view: view.peek(), expansions: expansions.peek() };
  if (story.missing.length > 0)
    notify(
      `The story names ${count(story.missing.length, 'record')} that the data no longer hold: ${story.missing.slice(0, 3).join(', ')}. The rest of it is shown.`,
      'problem',
    );
  place(story, at);
}

function place(story: OpenedStory, at: number): void {
  playing.value = { story, at };
  overlay.value = { query: queryOf(story.key, at), leave: () => void endStory() };
}

/** Turns to a view; while the page still loads, what it loads for is that view. */
async function show(next: View, apply: (next: View) => void): Promise<void> {
  if (loading.peek().state === 'ready') await turnTo(next, apply);
  else apply(next);
}

const within = (story: OpenedStory, at: number): number => Math.max(0, Math.min(story.steps.length - 1, at));

async function turn(story: OpenedStory, at: number): Promise<void> {
  const step = story.steps[at];
  if (!step) return;
  place(story, at);
  try {
    await show(viewOf(step.view, story.missing), standAt);
  } catch (error) {
    notify(`Step ${at + 1} cannot be shown. ${sentencesOf(failureOf(error))}`, 'problem');
  }
}

/** The story, of which what was merged into something else is not missing. */
async function storyOf(key: string): Promise<OpenedStory> {
  const story = await api.story(key);
  return { ...story, missing: await stillMissing(story.missing) };
}

/** Plays a story from a step on, counted from 0. */
export async function playStory(key: string, at = 0): Promise<void> {
  pause();
  const story = await withProgress('Opening the story', () => storyOf(key));
  if (!story) return;
  if (story.steps.length === 0) {
    notify(`The story ${story.title} has no steps yet.`);
    return;
  }
  const first = within(story, at);
  if (playing.peek() === null) begin(story, first);
  await turn(story, first);
}

/** To a step of the story that is played, counted from 0; the first or last where there is none such. */
export async function goToStoryStep(at: number): Promise<void> {
  const now = playing.peek();
  if (now === null || within(now.story, at) === now.at) return;
  await turn(now.story, within(now.story, at));
}

/** Ends it: everything is as it was before. */
export async function endStory(): Promise<void> {
  const back = before;
  if (playing.peek() === null || back === undefined) return;
  before = undefined;
  playing.value = null;
  await withProgress('Going back', () =>
    show(back.view, (to) =>
      batch(() => {
        overlay.value = null;
        standAt(to);
        expansions.value = back.expansions;
      }),
    ),
  );
  // Where that failed, what is shown stays, and the address says so; unless another story has begun meanwhile.
  if (!isPlaying.peek()) overlay.value = null;
}

/** The story and step that a query string names, or null; `asked` is the step as it was written there. */
export function storyIn(search: string): { key: string; at: number; asked: string } | null {
  const query = new URLSearchParams(search);
  const key = query.get('story');
  if (key === null) return null;
  const asked = query.get('step') ?? '1';
  return { key, at: /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) - 1 : 0, asked };
}

/** Shows the step that an address names before anything is loaded; the default view where there is no such story. */
export async function startWithStory({ key, at, asked }: NonNullable<ReturnType<typeof storyIn>>): Promise<void> {
  applyView(defaultView);
  try {
    const story = await storyOf(key);
    const first = within(story, at);
    const step = story.steps[first];
    if (!step) {
      notify(`The story ${story.title} has no steps yet. The default view is shown.`);
      return;
    }
    begin(story, first);
    applyView(viewOf(step.view, story.missing));
    if (asked !== String(first + 1))
      notify(
        `The story has ${count(story.steps.length, 'step')}, and the address asks for step ${asked.slice(0, 20)}.`,
      );
  } catch (error) {
    notify(notThere('story', key, failureOf(error)), 'problem');
  }
}
