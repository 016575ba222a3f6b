// Deciding on proposals: shown at once, sent in order, with what they rest on, taken back, and undone where refused.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { by } from '../../../client/state/decide.ts';
import {
  add,
  asksWho,
  decide,
  decideCurrent,
  leftOut,
  refusal,
  said,
  settled,
  undoDecision,
} from '../../../client/state/review/decide.ts';
import { byId, confirmed, current, draft } from '../../../client/state/review/draft.ts';
import { reviewed as article, reviewOpen } from '../../../client/state/work.ts';
import type { DecisionsBodyInput, DecisionsReport } from '../../../server/schema/drafts.ts';
import { claim, draftOf, idOf, reviewed, source, withoutVersions } from './builders.ts';

const first = draftOf(reviewed(claim(1), 'open', [idOf(2)]), reviewed(claim(7)), reviewed(source));
/** That of every proposal here; that each decision names one is tested with the server. */
const version = 'a'.repeat(20);
let bodies: DecisionsBodyInput[] = [];
let answer: (body: DecisionsBodyInput) => Response;
let server = first;

const accepted = (body: DecisionsBodyInput, more: Partial<DecisionsReport> = {}): Response => {
  const decisions = body.decisions ?? [];
  server = {
    ...server,
    proposals: server.proposals.map((one) => {
      const found = decisions.find(({ id }) => id === one.proposal.id);
      return found ? { ...one, state: found.state } : one;
    }),
  };
  const decided = decisions.map(({ id, state }) => ({ id, state, version }));
  return Response.json({
    key: 'draft',
    outcome: 'updated',
    edges: [],
    change: null,
    decided,
    added: [],
    leftOut: [],
    ...more,
  });
};

beforeEach(async () => {
  bodies = [];
  server = first;
  answer = accepted;
  by.value = 'Ada';
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json(address.endsWith('/draft') ? server : {});
    const body = JSON.parse(String(init.body)) as DecisionsBodyInput;
    bodies.push(withoutVersions(body));
    return answer(body);
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
const states = () => [1, 7, 2].map((number) => byId.value.get(idOf(number))?.state);

test('a decision shows at once and goes on to the next open one; what it rests on follows', async () => {
  answer = (body) =>
    accepted(body, {
      decided: [
        { id: idOf(1), state: 'accepted', version },
        { id: idOf(2), state: 'accepted', version },
      ],
    });
  current.value = idOf(1);
  decideCurrent('accepted', 'Norland opposes the bridge');
  expect(states()).toEqual(['accepted', 'open', 'open']);
  expect(current.value).toBe(idOf(7));
  await settled();
  expect(states()).toEqual(['accepted', 'open', 'accepted']);
  expect(said.value).toContain('1 proposal that it rests on');
  undoDecision();
  expect(states()).toEqual(['open', 'open', 'open']);
  await settled();
  expect(bodies.at(-1)?.decisions).toEqual([
    { id: idOf(1), state: 'open' },
    { id: idOf(2), state: 'open' },
  ]);
});

test('what is decided while a request is under way goes with the next, only the latest of each', async () => {
  decide([{ id: idOf(1), state: 'accepted' }], 'one');
  decide([{ id: idOf(7), state: 'accepted' }], 'other');
  decide([{ id: idOf(7), state: 'rejected' }], 'other');
  await settled();
  expect(bodies.map(({ decisions }) => decisions)).toEqual([
    [{ id: idOf(1), state: 'accepted' }],
    [{ id: idOf(7), state: 'rejected' }],
  ]);
  expect(states()).toEqual(['accepted', 'rejected', 'open']);
});

test('nothing is decided unsigned', () => {
  by.value = ' ';
  const before = asksWho.value;
  expect(decide([{ id: idOf(1), state: 'accepted' }], 'one')).toBe(false);
  expect(asksWho.value).toBe(before + 1);
  expect(states()).toEqual(['open', 'open', 'open']);
  expect(bodies).toEqual([]);
});

test('a refusal is told and leaves what the server has', async () => {
  answer = () => Response.json({ title: 'Two plans answer to that name', code: 'invalid-document' }, { status: 422 });
  decide([{ id: idOf(1), state: 'accepted' }], 'one');
  expect(states()).toEqual(['accepted', 'open', 'open']);
  await settled();
  expect(refusal.value?.title).toBe('Two plans answer to that name');
  await vi.waitFor(() => expect(states()).toEqual(['open', 'open', 'open']));
  expect(confirmed.value).toEqual(server);
  undoDecision();
  expect(said.value).toMatch(/^There is nothing to undo/);
});

test('why something accepted is not in the evidence is known by its id', async () => {
  answer = (body) => accepted(body, { leftOut: [{ id: idOf(1), because: 'its holder is new and not accepted' }] });
  decide([{ id: idOf(1), state: 'accepted' }], 'one');
  await settled();
  expect(leftOut.value.get(idOf(1))).toBe('its holder is new and not accepted');
});

test('what is added gets its id from the server', async () => {
  answer = (body) => accepted(body, { added: [idOf(9)] });
  expect(await add([claim(0)], 'Norland opposes the bridge')).toEqual([idOf(9)]);
  expect(bodies.at(-1)).toMatchObject({ by: 'Ada', add: [{ kind: 'claim' }] });
});

/** Accepts what is asked for, and the source with each claim that rests on it, as the server does. */
const withSource = (body: DecisionsBodyInput): Response => {
  const accepts = (body.decisions ?? []).some(
    ({ id, state }) => state === 'accepted' && [idOf(1), idOf(8)].includes(id),
  );
  const isOpen = server.proposals.some(({ proposal, state }) => proposal.id === idOf(2) && state === 'open');
  const along = accepts && isOpen ? [{ id: idOf(2), state: 'accepted' as const }] : [];
  const answer = accepted({ ...body, decisions: [...(body.decisions ?? []), ...along] });
  return answer;
};
const shows = (...proposals: ReturnType<typeof reviewed>[]) => {
  server = draftOf(...proposals);
  confirmed.value = server;
  draft.value = server;
};

test('what came along goes back with the claim that brought it in, not with another of the same request', async () => {
  answer = withSource;
  decide([{ id: idOf(7), state: 'rejected' }], 'third');
  decide([{ id: idOf(1), state: 'accepted' }], 'one');
  decide([{ id: idOf(7), state: 'accepted' }], 'other');
  await settled();
  expect(bodies).toHaveLength(2);
  expect(states()).toEqual(['accepted', 'accepted', 'accepted']);
  undoDecision();
  await settled();
  expect(bodies.at(-1)?.decisions).toEqual([{ id: idOf(7), state: 'rejected' }]);
  undoDecision();
  await settled();
  expect(server.proposals.map(({ state }) => state)).toEqual(['open', 'rejected', 'open']);
});

test('what another accepted claim rests on stays when one of them is taken back', async () => {
  answer = withSource;
  const both = [reviewed(claim(1), 'open', [idOf(2)]), reviewed(claim(8), 'open', [idOf(2)]), reviewed(source)];
  shows(...both, reviewed(claim(7)));
  decide([{ id: idOf(7), state: 'rejected' }], 'third');
  decide([{ id: idOf(1), state: 'accepted' }], 'one');
  decide([{ id: idOf(8), state: 'accepted' }], 'two');
  await settled();
  undoDecision();
  await settled();
  expect(server.proposals.map(({ state }) => state)).toEqual(['accepted', 'open', 'accepted', 'rejected']);
  undoDecision();
  await settled();
  expect(server.proposals.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'rejected']);
});

test('a claim that is taken back before its answer comes leaves nothing behind', async () => {
  answer = withSource;
  decide([{ id: idOf(1), state: 'accepted' }], 'one');
  undoDecision();
  await settled();
  expect(said.value).toBe('Undone: one.');
  expect(states()).toEqual(['open', 'open', 'open']);
  expect(server.proposals.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
});

test('what is added is a step of its own, said as such, and taken back with what it rests on', async () => {
  decide([{ id: idOf(7), state: 'rejected' }], 'other');
  await settled();
  answer = (body) => {
    server = {
      ...server,
      proposals: [
        ...server.proposals.map((one) => (one.proposal.id === idOf(2) ? { ...one, state: 'accepted' as const } : one)),
        { ...reviewed(claim(9), 'accepted', [idOf(2)]), byHand: true },
      ],
    };
    const decided = [9, 2].map((number) => ({ id: idOf(number), state: 'accepted' as const, version }));
    return accepted({ ...body, decisions: [] }, { added: [idOf(9)], decided });
  };
  await add([claim(0)], 'Norland opposes the bridge');
  expect(said.value).toBe('Added: Norland opposes the bridge. 1 proposal that it rests on, too.');
  answer = accepted;
  undoDecision();
  expect(said.value).toBe('Undone: Norland opposes the bridge.');
  await settled();
  expect(bodies.at(-1)?.decisions).toEqual([
    { id: idOf(9), state: 'open' },
    { id: idOf(2), state: 'open' },
  ]);
  expect(states()).toEqual(['open', 'rejected', 'open']);
});

test('a decision that came too late is shown as it stands, and all others go on their way', async () => {
  const problem = {
    ...{
      type: 'about:blank',
      title: '“It” was changed meanwhile: Bo, 2026-11-23 11:40 UTC: rejected it.',
      status: 409,
    },
    ...{ code: 'conflict', errors: [{ pointer: '/decisions/0', reason: '“It” was changed meanwhile' }] },
  };
  answer = (body) => {
    answer = accepted;
    server = {
      ...server,
      proposals: server.proposals.map((one) =>
        one.proposal.id === idOf(1) ? { ...one, state: 'rejected' as const, by: 'Bo' } : one,
      ),
    };
    return body.decisions?.length === 2 ? Response.json(problem, { status: 409 }) : accepted(body);
  };
  decide(
    [1, 7].map((number) => ({ id: idOf(number), state: 'accepted' as const })),
    '2 proposals',
  );
  await settled();
  expect(states()).toEqual(['rejected', 'accepted', 'open']);
  expect(bodies.map(({ decisions }) => decisions?.map(({ id }) => id))).toEqual([[idOf(1), idOf(7)], [idOf(7)]]);
  expect(refusal.value?.message).toContain('Bo, 2026-11-23 11:40 UTC: rejected it.');
  expect(current.value).toBe(idOf(1));
});
