// Stories: views in an order with captions, played one after the other.
import { addStory, changeStory, listStories, openStory, removeStory } from '../saved/stories.ts';
import {
  ChangedStory,
  NewStory,
  OpenedStory,
  RemovedSaved,
  StoryHead,
  StoryHeads,
  StoryKeyParams,
} from '../schema/saved.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

const writing = ['read-only', 'conflict', 'too-large', 'unsupported-media-type'] as const;

export const storyRoutes = [
  route({
    method: 'get',
    path: '/api/stories',
    summary: 'All stories by title',
    response: StoryHeads,
    problems: ['not-found'],
    handle: async ({ store }) => ({ stories: await listStories(store) }),
  }),
  route({
    method: 'post',
    path: '/api/stories',
    summary: 'Keeps a new story',
    description: 'Each step keeps a view of its own: what happens to a saved view changes no story.',
    body: NewStory,
    response: StoryHead,
    problems: writing,
    handle: ({ store }, { body }) => addStory(store, parseBody(NewStory, body)),
  }),
  route({
    method: 'get',
    path: '/api/stories/{key}',
    summary: 'A story with its steps, and what of their views is gone',
    description: 'The page plays it at /?story=KEY&step=1.',
    params: StoryKeyParams,
    response: OpenedStory,
    problems: ['not-found'],
    handle: ({ store }, { params }) => openStory(store, params.key),
  }),
  route({
    method: 'put',
    path: '/api/stories/{key}',
    summary: 'Leaves a story with exactly the title and steps given',
    description: 'Where it was saved anew since it was read, the answer is 409 and nothing is written.',
    params: StoryKeyParams,
    body: ChangedStory,
    response: StoryHead,
    problems: ['not-found', ...writing],
    handle: ({ store }, { params, body }) => changeStory(store, params.key, parseBody(ChangedStory, body)),
  }),
  route({
    method: 'delete',
    path: '/api/stories/{key}',
    summary: 'Takes a story away with its steps',
    params: StoryKeyParams,
    response: RemovedSaved,
    problems: ['not-found', 'read-only'],
    handle: ({ store }, { params }) => removeStory(store, params.key),
  }),
];
