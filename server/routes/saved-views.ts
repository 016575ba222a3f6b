// Views that people save by name.
import { addView, changeView, listViews, openView, removeView } from '../saved/views.ts';
import { ChangedView, NewView, OpenedView, RemovedSaved, ViewHead, ViewHeads, ViewKeyParams } from '../schema/saved.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

const writing = ['read-only', 'conflict', 'too-large', 'unsupported-media-type'] as const;

export const savedViewRoutes = [
  route({
    method: 'get',
    path: '/api/views',
    summary: 'All saved views by name',
    response: ViewHeads,
    problems: ['not-found'],
    handle: async ({ store }) => ({ views: await listViews(store) }),
  }),
  route({
    method: 'post',
    path: '/api/views',
    summary: 'Saves a view under a new name',
    description:
      'A name that a view has already is 409, with the key of that view: replace it, or choose another name.',
    body: NewView,
    response: ViewHead,
    problems: writing,
    handle: ({ store }, { body }) => addView(store, parseBody(NewView, body)),
  }),
  route({
    method: 'get',
    path: '/api/views/{key}',
    summary: 'A saved view with all it holds, and what of that is gone',
    description: 'The page opens it at /?view=KEY.',
    params: ViewKeyParams,
    response: OpenedView,
    problems: ['not-found'],
    handle: ({ store }, { params }) => openView(store, params.key),
  }),
  route({
    method: 'put',
    path: '/api/views/{key}',
    summary: 'Replaces a saved view, or gives it another name',
    description: 'Where it was saved anew since it was read, the answer is 409 and nothing is written.',
    params: ViewKeyParams,
    body: ChangedView,
    response: ViewHead,
    problems: ['not-found', ...writing],
    handle: ({ store }, { params, body }) => changeView(store, params.key, parseBody(ChangedView, body)),
  }),
  route({
    method: 'delete',
    path: '/api/views/{key}',
    summary: 'Takes a saved view away; stories keep their own',
    params: ViewKeyParams,
    response: RemovedSaved,
    problems: ['not-found', 'read-only'],
    handle: ({ store }, { params }) => removeView(store, params.key),
  }),
];
