// Stories: views in an order with captions. Each step keeps its own view, so that no story changes with a saved view.
import type {
  ChangedStory,
  ExportedStory,
  NewStory,
  OpenedStory,
  SavedStory,
  StoryHead,
  StoryStep,
} from '../schema/saved.ts';
import type { Reader, Transaction } from '../store/port.ts';
import {
  checkFree,
  checkName,
  checkUnchanged,
  found,
  type Head,
  keyFor,
  lockHeads,
  moment,
  type Readable,
  readHeads,
  requireOwn,
  requireWritable,
  signed,
  type Writable,
} from './keep.ts';
import { checkLength, missingOf, stateOf, storedState } from './state.ts';

const headOf = (head: Head & { steps: number }): StoryHead => ({
  ...signed(head),
  title: head.name,
  steps: head.steps,
});

/** All stories by title, without their steps. Throws NotFound where the database is not Hearsay's. */
export async function listStories(store: Readable): Promise<StoryHead[]> {
  requireOwn(store);
  return (await readHeads(store, 'story')).map(headOf);
}

/** The steps of a story in their order. */
export const stepsOf = async (store: Reader, key: string): Promise<StoryStep[]> =>
  (await store.read('read/saved/steps', { key }))
    .sort((a, b) => a.position - b.position)
    .map((row) => ({ caption: row.caption ?? '', view: stateOf(row) }));

/** A story whole. Throws NotFound with the nearest for a key that no story has. */
export async function readStory(store: Readable, key: string): Promise<SavedStory> {
  requireOwn(store);
  const head = found('story', key, await readHeads(store, 'story'));
  return { ...headOf(head), steps: await stepsOf(store, key) };
}

/** The same with the keys of it that are gone. */
export async function openStory(store: Readable, key: string): Promise<OpenedStory> {
  const story = await readStory(store, key);
  return { ...story, missing: await missingOf(store, viewsOf(story.steps)) };
}

const viewsOf = (steps: readonly StoryStep[]) => steps.map(({ view }) => view);
const checkSteps = (steps: readonly StoryStep[]): void => checkLength('The story', viewsOf(steps));

/** The key of a step: of its story and the number of its place. */
const stepKey = (story: string, position: number): string => `${story.replace(/^story:/, 'step:')}#${position}`;

const keysOfSteps = async (tx: Reader, key: string): Promise<string[]> =>
  (await tx.read('read/saved/steps', { key })).map((step) => step.key);

async function write(tx: Transaction, { key, name, by, on }: Head, steps: StoryStep[]): Promise<StoryHead> {
  await tx.write('write/saved/story', { key, properties: { key, name, by, on } });
  for (const [at, { caption, view }] of steps.entries()) {
    const step = stepKey(key, at + 1);
    const words = caption === '' ? {} : { caption };
    const properties = { key: step, position: at + 1, ...words, ...storedState(view) };
    await tx.write('write/saved/step', { story: key, key: step, properties });
  }
  return headOf({ key, name, by, on, steps: steps.length });
}

/** Keeps a new story. Throws Conflict, naming the other, where a story has that title. */
export async function addStory(store: Writable, body: NewStory): Promise<StoryHead> {
  requireWritable(store);
  checkSteps(body.steps);
  return store.transaction(async (tx) => {
    const all = await lockHeads(tx, 'story');
    checkName('story', body.title, all);
    const key = keyFor('story', body.title, new Set(all.map((one) => one.key)));
    return write(tx, { key, name: body.title, by: body.by, on: moment() }, body.steps);
  });
}

/** Puts a story back as it was. Throws Conflict where a story has its key or its title. */
export async function restoreStory(tx: Transaction, { key, title, by, savedOn, steps }: ExportedStory): Promise<void> {
  checkSteps(steps);
  checkFree('story', { key, name: title }, await lockHeads(tx, 'story'));
  await write(tx, { key, name: title, by, on: savedOn }, steps);
}

/** Leaves a story with exactly what is given. Throws Conflict where it was saved anew, or the title is another's. */
export async function changeStory(store: Writable, key: string, body: ChangedStory): Promise<StoryHead> {
  requireWritable(store);
  checkSteps(body.steps);
  return store.transaction(async (tx) => {
    const all = await lockHeads(tx, 'story');
    const before = found('story', key, all);
    checkUnchanged('story', before, body.replaces);
    checkName('story', body.title, all, key);
    await tx.write('write/delete-records', { keys: await keysOfSteps(tx, key) });
    return write(tx, { key, name: body.title, by: body.by, on: moment(before.on) }, body.steps);
  });
}

/** Takes a story away with its steps. Throws NotFound with the nearest. */
export async function removeStory(store: Writable, key: string): Promise<{ key: string }> {
  requireWritable(store);
  return store.transaction(async (tx) => {
    found('story', key, await lockHeads(tx, 'story'));
    await tx.write('write/delete-records', { keys: [...(await keysOfSteps(tx, key)), key] });
    return { key };
  });
}
