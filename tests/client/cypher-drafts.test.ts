// Statements being written, run before, saved and shared: what is kept, and that whatever was kept can be read.
import { beforeEach, expect, test } from 'vitest';
import {
  activate,
  closeDraft,
  draft,
  drafts,
  draftTitle,
  fields,
  openDraft,
  readDrafts,
  setField,
  writeDraft,
} from '../../client/state/cypher/drafts.ts';
import { findPast, forgetHistory, history, noteRun, type Past } from '../../client/state/cypher/history.ts';
import { grouped } from '../../client/state/cypher/library.ts';
import { bringIn, forget, idOf, readSaved, save, saved, savedFile, savedOf } from '../../client/state/cypher/saved.ts';
import { linkOf, openShared } from '../../client/state/cypher/share.ts';
import { shared } from '../../client/state/view.ts';
import { decodeView } from '../../client/state/view-url.ts';

const open = (text: string, title: string | null = null) => openDraft({ title, text, fields: {} });
const texts = () => drafts.value.list.map((one) => one.text);

beforeEach(() => {
  for (const { id } of drafts.value.list) closeDraft(id);
  for (const { id } of saved.value) forget(id);
  forgetHistory();
});

test('a statement is opened where nothing is written, else in a tab of its own, and not twice', () => {
  open('RETURN 1');
  open('RETURN 2');
  open('RETURN 1');
  expect(texts()).toEqual(['RETURN 1', 'RETURN 2']);
  expect(draft.value.text).toBe('RETURN 1');
});

test('closing a tab leads to the one beside it, and there is always one', () => {
  for (const text of ['a', 'b', 'c']) open(text);
  const [, second] = drafts.value.list;
  activate(second?.id ?? 0);
  closeDraft(second?.id ?? 0);
  expect(draft.value.text).toBe('c');
  for (const { id } of drafts.value.list) closeDraft(id);
  expect(texts()).toEqual(['']);
});

test('a field keeps its text while its parameter comes and goes', () => {
  writeDraft('RETURN $plan');
  setField('plan', { type: 'key', text: 'plan:p' });
  writeDraft('RETURN $pla');
  expect(Object.keys(fields.value)).toEqual(['pla']);
  writeDraft('RETURN $plan');
  expect(fields.value).toEqual({ plan: { type: 'key', text: 'plan:p' } });
});

test.each([undefined, '', 'nonsense', '[]', '{"list": 3}', '{"list": [{"text": 4}], "active": "x"}'])(
  'kept drafts that make no sense are one empty draft: %s',
  (kept) => {
    expect(readDrafts(kept).list).toEqual([{ id: 1, title: null, text: '', fields: {} }]);
  },
);

test('kept drafts come back, but for fields that are none', () => {
  const list = [
    { title: 'T', text: 'RETURN $a', fields: { a: { type: 'text', text: 'x' }, b: { type: 'odd', text: '' } } },
    { text: 'RETURN 2' },
  ];
  const back = readDrafts(JSON.stringify({ list, active: 1 }));
  expect(back.list[0]).toEqual({ id: 1, title: 'T', text: 'RETURN $a', fields: { a: { type: 'text', text: 'x' } } });
  expect(back.active).toBe(2);
});

test('a tab is called by its title, else by its first words', () => {
  expect(draftTitle({ id: 3, title: null, text: '\n  // Who opposes?\nMATCH', fields: {} })).toBe('Who opposes?');
  expect(draftTitle({ id: 3, title: null, text: ' \n', fields: {} })).toBe('Statement 3');
});

const past = (statement: string, text = ''): Past => ({
  statement,
  fields: { p: { type: 'text', text } },
  at: '2026-01-01T00:00:00Z',
  outcome: 'done',
  rows: 1,
  ms: 2,
});

test('the history holds each statement with its parameters once, the last run first, and is searched by all words', () => {
  noteRun(past('MATCH (a) RETURN a', 'Hungary'));
  noteRun(past('MATCH (b) RETURN b'));
  noteRun(past('MATCH (a) RETURN a', 'Slovakia'));
  noteRun(past('MATCH (b) RETURN b'));
  expect(history.value.map((one) => one.fields.p?.text || one.statement)).toEqual([
    'MATCH (b) RETURN b',
    'Slovakia',
    'Hungary',
  ]);
  expect(findPast(history.value, 'return HUNGARY').length).toBe(1);
  expect(findPast(history.value, '  ')).toBe(history.value);
  for (let at = 0; at < 300; at++) noteRun(past(`RETURN ${at}`));
  expect(history.value.length).toBe(200);
});

test('what is saved goes out as a file and comes back the same', () => {
  save(
    savedOf('Wer lehnt ab?', 'Who says no', 'MATCH (n {key: $k}) RETURN n LIMIT $n', {
      k: { type: 'key', text: 'plan:p' },
      n: { type: 'number', text: '5' },
    }),
  );
  save(savedOf('Wer lehnt ab?', 'Again', 'RETURN 1', {}));
  save(savedOf('Other', '', 'RETURN $k', { k: { type: 'key', text: 'plan:p' } }));
  const before = saved.value;
  expect(before.map(({ id, description }) => [id, description])).toEqual([
    ['wer-lehnt-ab', 'Again'],
    ['other', ''],
  ]);
  const file = savedFile(before);
  for (const { id } of before) forget(id);
  expect(bringIn(file)).toEqual({ added: 2, faults: [] });
  expect(saved.value).toEqual(before);
  expect(idOf('Où? «Là»')).toBe('ou-la');
});

test('a file names what in it makes no sense, and the rest is taken', () => {
  expect(readSaved('{').faults[0]).toMatch(/no JSON/);
  expect(readSaved('{"a": 1}').faults[0]).toMatch(/list of statements/);
  const { queries, faults } = readSaved(
    JSON.stringify([
      { title: 'A', statement: 'RETURN 1' },
      { title: 'B' },
      { title: 'C', statement: 'RETURN $x', parameters: [{ name: 'x', type: 'tetx' }] },
    ]),
  );
  expect(queries.map(({ id }) => id)).toEqual(['a']);
  expect(faults).toEqual([
    expect.stringMatching(/^Statement 2: .*"statement"/),
    expect.stringMatching(/^Statement 3: .*text, number/),
  ]);
});

test('the library is in groups, one’s own first, and searched by all words', () => {
  const query = (id: string, group: string, title: string) => ({
    id,
    title,
    description: '',
    group,
    statement: 'RETURN 1',
    parameters: [],
  });
  const theirs = [
    query('a', 'Stances', 'Who opposes'),
    query('b', 'Origins', 'Relays of Politico'),
    query('c', 'Stances', 'Who supports'),
  ];
  const own = [query('d', 'anything', 'Mine')];
  expect(grouped(own, theirs, '').map(({ title, queries }) => [title, queries.length])).toEqual([
    ['Saved by you', 1],
    ['Stances', 2],
    ['Origins', 1],
  ]);
  expect(grouped(own, theirs, 'WHO opp').map(({ queries }) => queries.map(({ id }) => id))).toEqual([['a']]);
});

test('a shared statement opens from its address with its parameters, and leaves it', () => {
  const statement = {
    text: 'MATCH (n {key: $k}) // ü & co\nRETURN n',
    fields: { k: { type: 'key', text: 'plan:p' } },
  } as const;
  const link = linkOf(statement, { origin: 'http://h', pathname: '/' });
  const { view, unread } = decodeView(new URL(link ?? '').search);
  expect([view.tab, view.shared, unread]).toEqual(['cypher', statement, []]);
  shared.value = view.shared;
  openShared();
  expect([draft.value.text, draft.value.fields, shared.value]).toEqual([statement.text, statement.fields, null]);
  expect(linkOf({ text: 'x'.repeat(9000), fields: {} }, { origin: 'http://h', pathname: '/' })).toBeUndefined();
});
