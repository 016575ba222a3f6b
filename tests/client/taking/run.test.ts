// Taking files in: each tried first, a CSV file with its mapping, stopped between two files, what is in stays in.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataset, meta } from '../../../client/state/data.ts';
import { bring, clearItems, importReady, items, phase, stopTaking } from '../../../client/state/taking/run.ts';
import { stepWords } from '../../../client/text/taking.ts';
import { sample } from '../builders.ts';
import { graphAnswer } from '../graph-answer.ts';

let asked: string[] = [];
/** What happens when a request of this kind comes in. */
let before: (address: string) => Promise<void> | void = () => undefined;
const report = {
  article: 'article:a',
  outcome: 'created',
  created: {},
  relations: 0,
  removed: 0,
  matched: [],
  notes: [],
};

beforeEach(() => {
  asked = [];
  before = () => undefined;
  dataset.value = sample;
  meta.value = { writable: true, model: 'hearsay', labels: [], limits: { documentBytes: 1000 } } as never;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (address.startsWith('/api/graph')) return graphAnswer({ nodes: [], edges: [] });
    if (init?.method !== 'POST') return Response.json({ articles: [], labels: [], drafts: [] });
    asked.push(decodeURIComponent(address));
    await before(address);
    if (init.signal?.aborted) throw new DOMException('stopped', 'AbortError');
    return Response.json({ ...report, read: { length: 3, dateBasis: 'unknown' }, draft: null });
  });
});
afterEach(() => {
  clearItems();
  vi.unstubAllGlobals();
});
const wordsOf = () => items.value.map(({ state }) => stepWords(state));
const file = (name: string, text = 'Words.') => new File([text], name);
const steps = () => items.value.map(({ name, state }) => [name, state.step]);

test('files are tried, and nothing is written before somebody says so', async () => {
  await bring([file('a.txt'), file('b.exe'), file('large.txt', 'x'.repeat(2000))]);
  expect(asked).toEqual(['/api/imports/articles?name=a.txt&dryRun=true']);
  expect(steps()).toEqual([
    ['a.txt', 'tried'],
    ['b.exe', 'refused'],
    ['large.txt', 'refused'],
  ]);
  await importReady();
  expect(asked.at(-1)).toBe('/api/imports/articles?name=a.txt&dryRun=false');
  expect(steps()[0]).toEqual(['a.txt', 'done']);
});

test('each CSV file goes with the mapping of its name; one without is refused with the way out', async () => {
  const mapping = '{"format": "hearsay-csv/1"}';
  await bring([
    ...[file('a.csv', 'x'), file('b.csv', 'x'), file('c.csv', 'x')],
    ...[file('b.mapping.json', mapping), file('a.json', mapping)],
  ]);
  expect(
    steps()
      .filter(([, step]) => step !== 'refused')
      .map(([name]) => name),
  ).toEqual(['a.csv', 'b.csv']);
  expect(asked.every((address) => address.includes('mapping={"format":+"hearsay-csv/1"}'))).toBe(true);
});

test('stopped while importing, the file under way is waited for and the rest is left', async () => {
  await bring([file('a.txt'), file('b.txt'), file('c.txt')]);
  before = () => {
    if (asked.length === 5) stopTaking();
  };
  await importReady();
  expect(steps().map(([, step]) => step)).toEqual(['done', 'done', 'stopped']);
  expect(phase.value).toBe('idle');
});

test('stopped while trying, nothing more is asked', async () => {
  before = () => stopTaking();
  await bring([file('a.txt'), file('b.txt')]);
  expect(steps().map(([, step]) => step)).toEqual(['stopped', 'stopped']);
  expect(asked).toHaveLength(1);
});

test('a file that changed nothing is not said to be imported', async () => {
  await bring([file('a.txt')]);
  expect(wordsOf()).toEqual(['can be imported']);
  await importReady();
  expect(wordsOf()).toEqual(['imported']);
  const [done] = items.value;
  if (done?.state.step !== 'done' || done.state.taken.form !== 'article') throw new Error('It is not in.');
  const { taken } = done.state;
  expect(stepWords({ step: 'done', taken: { ...taken, report: { ...taken.report, outcome: 'unchanged' } } })).toBe(
    'unchanged',
  );
});
