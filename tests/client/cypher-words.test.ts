// Questions in plain words in the client: where the proposal goes, that nothing is lost, and how asking is stopped.
import { beforeEach, expect, test } from 'vitest';
import { RequestFailed } from '../../client/api.ts';
import {
  closeDraft,
  closeProposal,
  draft,
  drafts,
  fields,
  openDraft,
  readDrafts,
  writeDraft,
} from '../../client/state/cypher/drafts.ts';
import { askInWords, asking, question, stopAsking, writeQuestion } from '../../client/state/cypher/words.ts';
import { notices } from '../../client/state/notices.ts';
import type { Proposal } from '../../server/schema/proposal.ts';

const place = { line: 1, column: 1, offset: 0 };
const refusal = { code: 'write' as const, message: 'SET writes.', wayOut: 'Only read.', from: place, to: place };

function answer(statement: string, parameters: Proposal['parameters'] = {}, faults: (typeof refusal)[] = []): Proposal {
  const accepted = faults.length === 0;
  const check = { accepted, faults, warnings: [], columns: [], parameters: [], writes: false, explains: null };
  return { statement, parameters, explanation: 'Why.', model: 'm', attempts: 1, check };
}
const texts = () => drafts.value.list.map(({ text }) => text);

/** An answer that comes when the test says so, and what it was asked. */
function later(proposal: Proposal) {
  let come: () => void = () => {};
  const waiting = new Promise<void>((resolve) => {
    come = resolve;
  });
  let aborted = false;
  const ask = async (_question: string, signal?: AbortSignal): Promise<Proposal> => {
    signal?.addEventListener('abort', () => {
      aborted = true;
    });
    await waiting;
    return proposal;
  };
  return { ask, come: () => come(), aborted: () => aborted };
}

beforeEach(() => {
  stopAsking();
  for (const { id } of drafts.value.list) closeDraft(id);
  notices.value = [];
  writeQuestion('Who?');
});

test('a proposal takes a tab of its own beside what is written, with its values in fields', async () => {
  writeDraft('RETURN 1 // mine');
  const parameters = {
    plan: 'plan:x',
    name: 'orb',
    planKey: 'plan:x',
    most: 3,
    sure: true,
    any: ['a', 'b'],
    map: { a: 1 },
  };
  const statement = 'RETURN $plan, $name, $planKey, $most, $sure, $any, $map, $other';
  await askInWords(async () => answer(statement, parameters));
  expect(texts()).toEqual(['RETURN 1 // mine', statement]);
  expect(draft.value).toMatchObject({
    title: 'Who?',
    proposal: { question: 'Who?', statement, explanation: 'Why.', model: 'm', refusal: null },
  });
  expect(fields.value).toEqual({
    plan: { type: 'text', text: 'plan:x' },
    name: { type: 'text', text: 'orb' },
    planKey: { type: 'key', text: 'plan:x' },
    most: { type: 'number', text: '3' },
    sure: { type: 'boolean', text: 'true' },
    any: { type: 'list', text: 'a\nb' },
    map: { type: 'json', text: '{\n  "a": 1\n}' },
    other: { type: 'text', text: '' },
  });
});

test('the same proposal again has a tab of its own, so that no field is filled anew under somebody’s hands', async () => {
  await askInWords(async () => answer('RETURN 1'));
  await askInWords(async () => answer('RETURN 1'));
  expect(texts()).toEqual(['RETURN 1', 'RETURN 1']);
});

test('whoever goes on writing meanwhile stays where they are', async () => {
  const { ask, come } = later(answer('RETURN 2'));
  const asked = askInWords(ask);
  writeDraft('RETURN 1');
  come();
  await asked;
  expect(texts()).toEqual(['RETURN 1', 'RETURN 2']);
  expect(draft.value.text).toBe('RETURN 1');
  expect(notices.value).toHaveLength(1);
});

test('where there are too many tabs, the one that is looked at is not the one to go', async () => {
  for (let at = 0; at < 20; at++) openDraft({ title: null, text: `RETURN ${at}`, fields: {} });
  const [first] = drafts.value.list;
  openDraft({ title: null, text: 'RETURN 0', fields: {} });
  expect(draft.value.id).toBe(first?.id);
  const { ask, come } = later(answer('RETURN 99'));
  const asked = askInWords(ask);
  writeDraft('RETURN 0 // more');
  come();
  await asked;
  expect(texts()).toHaveLength(20);
  expect(texts()[0]).toBe('RETURN 0 // more');
  expect(texts()).not.toContain('RETURN 1');
  expect(texts().at(-1)).toBe('RETURN 99');
});

test('one that the gate refuses says why, until its note is closed', async () => {
  await askInWords(async () => answer('MATCH (n) SET n.a = 1', {}, [refusal]));
  expect(draft.value.proposal?.refusal).toBe('SET writes. Only read.');
  closeProposal();
  expect(draft.value).toMatchObject({ text: 'MATCH (n) SET n.a = 1', proposal: undefined });
});

test('asking is stopped, and what comes afterwards is not opened', async () => {
  const { ask, come, aborted } = later(answer('RETURN 1'));
  const asked = askInWords(ask);
  expect(asking.value.state).toBe('asking');
  stopAsking();
  expect(aborted()).toBe(true);
  come();
  await asked;
  expect(texts()).toEqual(['']);
  expect(asking.value.state).toBe('idle');
});

test('one question at a time, and none without words', async () => {
  let count = 0;
  const { ask, come } = later(answer('RETURN 1'));
  const counted: typeof ask = (words, signal) => {
    count++;
    return ask(words, signal);
  };
  const asked = askInWords(counted);
  await askInWords(counted);
  come();
  await asked;
  question.value = '   ';
  await askInWords(counted);
  expect(count).toBe(1);
});

test('a failure is shown until another question is written', async () => {
  const failure = { title: 'No', message: 'Set HEARSAY_LLM_KEY.', code: 'model-failed', nearest: [] };
  await askInWords(() => Promise.reject(new RequestFailed(failure)));
  expect(asking.value).toEqual({ state: 'failed', failure });
  writeQuestion('Who else?');
  expect(asking.value.state).toBe('idle');
  expect(texts()).toEqual(['']);
});

test('a proposal is kept with its statement, and only where it makes sense', () => {
  const proposal = { question: 'Who?', statement: 'RETURN 1', explanation: null, model: 'm', refusal: null };
  const kept = (one: unknown) =>
    readDrafts(JSON.stringify({ list: [{ text: 'RETURN 1', title: null, fields: {}, proposal: one }], active: 0 }));
  expect(kept(proposal).list[0]?.proposal).toEqual(proposal);
  expect(kept({ ...proposal, explanation: 7 }).list[0]?.proposal).toEqual(proposal);
  for (const one of [undefined, null, 'x', { question: 'Who?' }, { ...proposal, model: {} }])
    expect(kept(one).list[0]?.proposal).toBeUndefined();
});
