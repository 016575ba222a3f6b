// Watches: saved statements, origin counts and contradictions that are looked at after each change, and their web hooks.
import { checkDepth, checkKeys } from '../query/parameters.ts';
import {
  ChangedWatch,
  HookBody,
  HookSet,
  HookTest,
  NewWatch,
  NothingMore,
  RemovedWatch,
  SeenBody,
  WatchKeyParams,
  WatchList,
  WatchView,
} from '../schema/watch.ts';
import { removeHook, requireHooks, setHook, testHook } from '../watches/hooks/set.ts';
import { changeWatch, noWatch, removeWatch, requireOwn, requireWritable, seeWatch } from '../watches/keep.ts';
import { makeWatch } from '../watches/make.ts';
import { readWatch, readWatches } from '../watches/stored.ts';
import { headOf, inOrder, viewOf } from '../watches/view.ts';
import { whoActs } from '../who.ts';
import { parseBody } from './body.ts';
import { type Context, route } from './declare.ts';

const writing = ['read-only', 'too-large', 'unsupported-media-type'] as const;
const running = ['statement-refused', 'statement-failed', 'time-limit', 'memory-limit', 'too-many-requests'] as const;
const who = (): string => whoActs().name ?? '';

async function view({ store, watching }: Context, key: string): Promise<WatchView> {
  requireOwn(store);
  const watch = await readWatch(store, key);
  if (watch === undefined) throw await noWatch(store, key);
  return withLook(viewOf(watch, who()), watching);
}

/** The later of when it was noted that it was looked at and when this server did: nothing is noted where nothing is new. */
function withLook<T extends { key: string; checkedOn: string | null }>(head: T, watching: Context['watching']): T {
  const looked = watching.lookedAt(head.key);
  return looked !== null && looked > (head.checkedOn ?? '') ? { ...head, checkedOn: looked } : head;
}

function statementOf(body: unknown): unknown {
  const asked = (body as { watches?: unknown } | null)?.watches;
  checkKeys(asked);
  checkDepth(asked);
  return body;
}

export const watchRoutes = [
  route({
    method: 'get',
    path: '/api/watches',
    summary: 'All watches, with what they found and how many of their changes are unseen',
    response: WatchList,
    problems: ['not-found'],
    async handle({ store, watching }) {
      requireOwn(store);
      const heads = (await readWatches(store)).map((watch) => withLook(headOf(watch, who()), watching));
      const unseen = heads.reduce((sum, head) => sum + head.unseen, 0);
      return { watches: inOrder(heads), unseen, hooks: watching.hooks !== undefined };
    },
  }),
  route({
    method: 'post',
    path: '/api/watches',
    summary: 'Watches a statement, an edge’s origins, a question or a contradiction from now on',
    description:
      'It is looked at first, and refused where it cannot be. After that it is looked at after whatever is written, ' +
      'once nothing is for a second.',
    body: NewWatch,
    response: WatchView,
    problems: ['not-found', 'conflict', ...running, ...writing],
    async handle(context, { body, caller }) {
      const asked = parseBody(NewWatch, statementOf(body));
      return view(context, await makeWatch(context.store, context.queries, asked, caller.signal));
    },
  }),
  route({
    method: 'get',
    path: '/api/watches/{key}',
    summary: 'A watch with its changes, and who has seen them',
    params: WatchKeyParams,
    response: WatchView,
    problems: ['not-found'],
    handle: (context, { params }) => view(context, params.key),
  }),
  route({
    method: 'put',
    path: '/api/watches/{key}',
    summary: 'Gives a watch another title, pauses it or goes on with it',
    params: WatchKeyParams,
    body: ChangedWatch,
    response: WatchView,
    problems: ['not-found', ...writing],
    async handle(context, { params, body }) {
      requireWritable(context.store);
      await changeWatch(context.store, params.key, parseBody(ChangedWatch, body));
      return view(context, params.key);
    },
  }),
  route({
    method: 'delete',
    path: '/api/watches/{key}',
    summary: 'Takes a watch away with its changes and its web hook',
    params: WatchKeyParams,
    response: RemovedWatch,
    problems: ['not-found', 'read-only'],
    async handle({ store }, { params }) {
      requireWritable(store);
      await removeWatch(store, params.key);
      return { key: params.key };
    },
  }),
  route({
    method: 'post',
    path: '/api/watches/{key}/check',
    needs: 'reader',
    summary: 'Looks at a watch now',
    params: WatchKeyParams,
    body: NothingMore,
    response: WatchView,
    problems: ['not-found', ...writing],
    async handle(context, { params, body }) {
      requireWritable(context.store);
      parseBody(NothingMore, body);
      await view(context, params.key);
      await context.watching.check(params.key);
      return view(context, params.key);
    },
  }),
  route({
    method: 'post',
    path: '/api/watches/{key}/seen',
    needs: 'reader',
    summary: 'Marks the changes of a watch as seen, up to one of them, by whoever asks',
    description: 'Without accounts by everybody.',
    params: WatchKeyParams,
    body: SeenBody,
    response: WatchView,
    problems: ['not-found', ...writing],
    async handle(context, { params, body }) {
      requireWritable(context.store);
      await seeWatch(context.store, params.key, who(), parseBody(SeenBody, body).until);
      return view(context, params.key);
    },
  }),
  route({
    method: 'put',
    path: '/api/watches/{key}/hook',
    needs: 'admin',
    summary: 'Sends the changes of a watch to a web address from now on',
    description:
      'The answer has the secret by which what is sent is signed, this once. Takes the place of an earlier address. ' +
      'Where this server sends to none, or not there, it is refused. See docs/watches.md.',
    params: WatchKeyParams,
    body: HookBody,
    response: HookSet,
    problems: ['not-found', 'hook-refused', ...writing],
    handle({ store, watching }, { params, body }) {
      requireWritable(store);
      const settings = requireHooks(watching.hooks);
      return setHook(store, params.key, { ...parseBody(HookBody, body), by: who() }, settings);
    },
  }),
  route({
    method: 'delete',
    path: '/api/watches/{key}/hook',
    needs: 'admin',
    summary: 'Sends the changes of a watch nowhere any more',
    params: WatchKeyParams,
    response: RemovedWatch,
    problems: ['not-found', 'read-only'],
    async handle({ store }, { params }) {
      requireWritable(store);
      await removeHook(store, params.key);
      return { key: params.key };
    },
  }),
  route({
    method: 'post',
    path: '/api/watches/{key}/hook/test',
    needs: 'admin',
    summary: 'Sends a trial to the web hook of a watch, once',
    params: WatchKeyParams,
    body: NothingMore,
    response: HookTest,
    problems: ['not-found', 'hook-refused', ...writing],
    handle({ store, watching }, { params, body }) {
      requireWritable(store);
      parseBody(NothingMore, body);
      return testHook(store, params.key, requireHooks(watching.hooks), watching.times);
    },
  }),
];
