// Adding a claim in the review: with what is made for it, in one request and one step; and the first decision, once signed.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { by } from '../../../client/state/decide.ts';
import { act, signed } from '../../../client/state/review/act.ts';
import { said, settled } from '../../../client/state/review/decide.ts';
import { byId, current, draft } from '../../../client/state/review/draft.ts';
import { addAt, claimForm, reviewForm, saveForm } from '../../../client/state/review/form.ts';
import { reviewed as article, reviewOpen } from '../../../client/state/work.ts';
import { DecisionsBody, type DecisionsBodyInput } from '../../../server/schema/drafts.ts';
import { claim, draftOf, idOf, reviewed, withoutVersions } from './builders.ts';

const server = draftOf(reviewed(claim(1)), reviewed(claim(7)));
let bodies: DecisionsBodyInput[] = [];

beforeEach(async () => {
  bodies = [];
  by.value = 'Ada';
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json(address.endsWith('/draft') ? server : {});
    const body = JSON.parse(String(init.body)) as DecisionsBodyInput;
    bodies.push(withoutVersions(body));
    const added = (body.add ?? []).map((_, at) => idOf(20 + at));
    const decided = [
      ...(body.decisions ?? []).map(({ id, state }) => ({ id, state })),
      ...added.map((id) => ({ id, state: 'accepted' })),
    ];
    return Response.json({ key: 'd', outcome: 'updated', edges: [], change: null, decided, added, leftOut: [] });
  });
  article.value = 'article:harbour';
  reviewOpen.value = true;
  await vi.waitFor(() => expect(draft.value).not.toBe(null));
});
afterEach(async () => {
  await settled();
  reviewOpen.value = false;
  vi.unstubAllGlobals();
});

test('a claim goes with its new holder, source and relayed article in one request, in which each has an id', async () => {
  addAt('claim', { start: 0, end: 7 });
  const form = claimForm.value;
  if (form === null) throw new Error('There is no form.');
  claimForm.value = {
    ...form,
    holder: { key: 'person:ada-brook', name: 'Ada Brook', type: 'Person', isNew: true },
    target: { key: 'plan:bridge', name: 'the bridge' },
    sources: [
      {
        ...{ id: 'by-hand-1', words: 'a minister', on: true },
        made: { kind: 'anonymous', descriptor: 'a minister', actor: null, minCount: '1' },
      },
    ],
    relays: [
      {
        ...{ id: 'new', words: 'x', on: true, how: 'said' },
        made: { outlet: { key: 'outlet:wave', name: 'Wave', type: 'Outlet', isNew: true }, publishedTo: '' },
      },
    ],
  };
  expect(await saveForm()).toBe(true);
  expect(reviewForm.value).toBe(null);
  expect(bodies).toHaveLength(1);
  const { add } = DecisionsBody.parse(bodies[0]);
  expect(add.map(({ kind }) => kind)).toEqual(['source', 'article', 'entity', 'entity', 'claim']);
  expect(new Set(add.map(({ id }) => id)).size).toBe(add.length);
  expect(add.at(-1)).toMatchObject({ sources: [{ source: add[0]?.id }], relays: [{ article: add[1]?.id }] });
  expect(said.value).toBe('Added: Ada Brook opposes the bridge. 4 proposals that it rests on, too.');
});

test('what waited for a name is done once it is given, with the proposal it was meant for', async () => {
  by.value = '';
  current.value = idOf(1);
  act('accept');
  expect(said.value).toContain('Say who decides first');
  signed();
  expect(bodies).toEqual([]);
  by.value = 'Ada';
  signed();
  expect(byId.value.get(idOf(1))?.state).toBe('accepted');
  expect(current.value).toBe(idOf(7));
  // Once only.
  signed();
  await settled();
  expect(bodies.map(({ decisions }) => decisions)).toEqual([[{ id: idOf(1), state: 'accepted' }]]);
});

test('what waited for a name is let go where another proposal is looked at meanwhile', async () => {
  by.value = '';
  current.value = idOf(1);
  act('reject');
  current.value = idOf(7);
  by.value = 'Ada';
  signed();
  await settled();
  expect(bodies).toEqual([]);
});
