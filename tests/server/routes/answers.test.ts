// Answers that several ask for: made once for all who ask at once, kept while the state lasts and no larger than may be,
// told apart by their tags, and given to nobody who may not ask.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Answer, Answers, type TooLong } from '../../../server/routes/answers.ts';
import type { Journal } from '../../../server/store/port.ts';
import { report } from '../../builders.ts';
import { type Guarded, guarded, json, tokenOf } from '../accounts/serve.ts';

/** A state that the test moves on, and how often something was made. */
function ground() {
  let state = 1;
  let made = 0;
  const answers = new Answers({ state: async () => String(state) } as Journal);
  return {
    answers,
    pass: () => {
      state += 1;
    },
    made: () => made,
    ask: (question: string, value: unknown = question) =>
      answers.of(question, async () => {
        made += 1;
        return value;
      }),
  };
}
const textOf = (answer: Answer | TooLong): string =>
  answer instanceof Answer ? answer.bytes.toString('utf8') : JSON.stringify(answer.value);
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('of all who ask the same at once one has it made, and who asks otherwise has another', async () => {
  const { answers, ask, made } = ground();
  let end = (_: string): void => {};
  let times = 0;
  const slow = () =>
    answers.of('a', () => {
      times += 1;
      return new Promise((resolve) => {
        end = resolve;
      });
    });
  const asked = [slow(), slow(), slow()];
  await settle();
  expect(textOf(await ask('b'))).toBe('"b"');
  end('once');
  expect((await Promise.all(asked)).map(textOf)).toEqual(['"once"', '"once"', '"once"']);
  expect([times, made()]).toEqual([1, 1]);
});

test('it is kept while the state lasts, and made anew in the next; what was written meanwhile keeps it from being kept', async () => {
  const { answers, ask, made, pass } = ground();
  const first = await ask('a');
  expect(await ask('a')).toBe(first);
  pass();
  const second = await ask('a');
  expect(second).not.toBe(first);
  expect(made()).toBe(2);
  await answers.of('b', async () => {
    pass();
    return 'of two states';
  });
  expect(textOf(await ask('b', 'of one'))).toBe('"of one"');
});

test('a failure is told to all who asked at once, and not kept', async () => {
  const { answers, ask } = ground();
  const failing = () =>
    answers.of('a', async () => {
      await settle();
      throw new Error('The engine is away.');
    });
  const told = await Promise.allSettled([failing(), failing()]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(textOf(await ask('a', 'there again'))).toBe('"there again"');
});

test('what is kept is at most 64 MB, those asked for latest; one of more than 8 MB is not kept', async () => {
  const { ask, made } = ground();
  const megabytes = (number: number) => 'x'.repeat(number * 2 ** 20 - 2);
  // Eight of eight fill it.
  for (let number = 0; number < 8; number++) await ask(`${number}`, megabytes(8));
  await ask('0', megabytes(8));
  expect(made()).toBe(8);
  await ask('more', megabytes(1));
  expect(made()).toBe(9);
  // The first was asked for again; the second had waited longest.
  await ask('0', megabytes(8));
  expect(made()).toBe(9);
  await ask('1', megabytes(8));
  expect(made()).toBe(10);
  for (let time = 0; time < 2; time++) expect(await ask('long', megabytes(9))).not.toBeInstanceOf(Answer);
  expect(made()).toBe(12);
});

describe('over HTTP, with accounts', () => {
  let server: Guarded;
  const tokens = new Map<string, Record<string, string>>();
  beforeAll(async () => {
    server = await guarded();
    for (const name of ['reader', 'admin'])
      tokens.set(name, { authorization: `Bearer ${await tokenOf(server.file, name as 'reader')}` });
  }, 120_000);
  afterAll(() => server?.close());
  const get = (who: string | undefined, headers: Record<string, string> = {}, path = '/api/contradictions') =>
    server.api.get(path, { ...headers, ...(who === undefined ? {} : tokens.get(who)) });

  it('is told to be the same as before until something is written, whoever asks', { timeout: 60_000 }, async () => {
    const first = await get('reader');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    const before = await first.text();
    for (const who of ['reader', 'admin']) {
      // As a browser asks again; fetch alone would ask for an answer that nobody has kept.
      const same = await get(who, { 'if-none-match': tag, 'cache-control': 'max-age=0' });
      expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', tag]);
    }
    expect(await (await get('admin', { 'if-none-match': 'W/"another"', 'cache-control': 'max-age=0' })).text()).toBe(
      before,
    );
    const says = [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x' }];
    const denies = [{ ...says[0], mode: 'denies' as const, source: 'person:q' }];
    const admin = { ...json, ...tokens.get('admin') };
    for (const document of [report({ slug: 'one', says }), report({ slug: 'two', says: denies as never })])
      expect((await server.api.send('POST', '/api/articles', document, admin)).status).toBe(200);
    const changed = await get('reader', { 'if-none-match': tag, 'cache-control': 'max-age=0' });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
    expect(await changed.text()).not.toBe(before);
  });

  it('is given to nobody who may not ask, though it is kept', { timeout: 60_000 }, async () => {
    const kept = await get('reader');
    const tag = kept.headers.get('etag') ?? '';
    for (const headers of [{}, { 'if-none-match': tag }, { authorization: 'Bearer hearsay_made-up' }]) {
      const refused = await get(undefined, headers);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('etag')).toBeNull();
      expect(await refused.text()).not.toContain('"rows"');
    }
    // What is asked for wrongly is told to each, and made again once it is right.
    const path = '/api/nodes/country:later';
    for (const who of ['reader', 'admin']) expect((await get(who, {}, path)).status).toBe(404);
    const says = [{ holder: 'country:later', stance: 'opposes' as const, target: 'plan:x' }];
    const admin = { ...json, ...tokens.get('admin') };
    await server.api.send('POST', '/api/articles', report({ slug: 'three', says }), admin);
    expect((await get('reader', {}, path)).status).toBe(200);
  });
});
