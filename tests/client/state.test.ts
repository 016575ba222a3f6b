import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RequestFailed, translateProblem } from '../../client/api.ts';
import { readAddress } from '../../client/state/address.ts';
import { dataset, shown } from '../../client/state/data.ts';
import { defaultFilters } from '../../client/state/filters.ts';
import { drawn, layOut, startDrawing, version } from '../../client/state/graph.ts';
import { actionOf, bindings, stops } from '../../client/state/keys.ts';
import { dismiss, notices, notify } from '../../client/state/notices.ts';
import { resource } from '../../client/state/resource.ts';
import { setTheme, systemTheme, theme } from '../../client/state/theme.ts';
import {
  addByHand,
  applyView,
  change,
  filters,
  hand,
  hideByHand,
  selection,
  undo,
  undoable,
} from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import { node, sample } from './builders.ts';

const pause = async () => undefined;
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
let stop: (() => void) | undefined;

beforeEach(() => {
  applyView(defaultView);
  notices.value = [];
  dataset.value = sample;
});
afterEach(() => stop?.());

test('what is drawn follows the data and the filters, and nodes that stay do not move', async () => {
  await layOut(sample, pause);
  stop = startDrawing();
  expect(drawn.order).toBe(shown.value.nodes.length);
  const before = { ...drawn.getNodeAttributes('country:hu') };
  const seen = version.value;
  addByHand('add', ['event:summit']);
  expect(drawn.hasNode('event:summit')).toBe(true);
  expect(version.value).toBe(seen + 1);
  hideByHand('hide', 'country:sk');
  expect(drawn.hasNode('country:sk')).toBe(false);
  expect(drawn.getNodeAttributes('country:hu')).toMatchObject({ x: before.x, y: before.y });
  dataset.value = { ...sample, nodes: new Map([...sample.nodes, ['country:new', node('country:new', 'New')]]) };
  addByHand('add', ['country:new']);
  expect(drawn.getNodeAttributes('country:hu')).toMatchObject({ x: before.x, y: before.y });
  expect(drawn.getNodeAttribute('country:new', 'x')).not.toBeNaN();
});

test('undo takes back one change at a time, canvas and filters alike, and says which', () => {
  hideByHand('hide Hungary', 'country:hu');
  change('filter by type', { filters: { ...defaultFilters, bystanders: true } });
  expect(undoable.value).toBe('filter by type');
  expect(undo()).toBe('filter by type');
  expect(filters.value).toBe(defaultFilters);
  expect(hand.value.hidden.has('country:hu')).toBe(true);
  expect(undo()).toBe('hide Hungary');
  expect(hand.value.hidden.size).toBe(0);
  while (undo() !== undefined);
  expect(undoable.value).toBeUndefined();
});

test('adding a hidden node brings it back, hiding an added one takes it away', () => {
  hideByHand('hide', 'country:hu');
  addByHand('add', ['country:hu']);
  expect(hand.value.hidden.has('country:hu')).toBe(false);
  hideByHand('hide', 'country:hu');
  expect(hand.value.added.has('country:hu')).toBe(false);
});

test('a mangled address opens the default view and says what could not be read', () => {
  readAddress('?tab=nope&node=country:hu');
  expect(selection.value).toEqual({ kind: 'node', key: 'country:hu' });
  expect(notices.value[0]).toMatchObject({ kind: 'problem' });
  expect(notices.value[0]?.text).toContain('tab');
  dismiss(notices.value[0]?.id ?? -1);
  expect(notices.value).toEqual([]);
});

test('the same message is shown once, and at most three at a time', () => {
  for (const text of ['a', 'a', 'b', 'c', 'd']) notify(text, 'problem');
  expect(notices.value.map((notice) => notice.text)).toEqual(['b', 'c', 'd']);
});

test('of several requests the last one counts, and a failure can be tried again', async () => {
  const key = signal<number | undefined>(undefined);
  const answers = new Map<number, (value: string) => void>();
  let fails = true;
  const loaded = resource(key, (wanted: number) => {
    if (wanted === 3 && fails) return Promise.reject(new RequestFailed(translateProblem(503, undefined)));
    return new Promise<string>((resolve) => answers.set(wanted, resolve));
  });
  expect(loaded.status.value.state).toBe('idle');
  key.value = 1;
  key.value = 2;
  answers.get(2)?.('two');
  answers.get(1)?.('one');
  await settle();
  expect(loaded.status.value).toEqual({ state: 'ready', value: 'two' });
  key.value = 3;
  await settle();
  expect(loaded.status.value.state).toBe('failed');
  fails = false;
  loaded.retry();
  answers.get(3)?.('three');
  await settle();
  expect(loaded.status.value).toEqual({ state: 'ready', value: 'three' });
  loaded.stop();
  expect(loaded.status.value.state).toBe('idle');
});

test('each key does one thing, and none while one writes', () => {
  const press = (key: string, more = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  });
  const used = bindings.flatMap((binding) =>
    binding.key ? [`${binding.ctrl ?? false} ${binding.shift ?? false} ${binding.key}`] : [],
  );
  expect(new Set(used).size).toBe(used.length);
  for (const key of ['/', 'e', 'h', 'p', 'f', '?']) {
    expect(actionOf(press(key), false)).toBeTypeOf('function');
    expect(actionOf(press(key), true)).toBeUndefined();
  }
  expect(actionOf(press('z'), false)).toBeUndefined();
  expect(actionOf(press('z', { ctrlKey: true }), false)).toBeTypeOf('function');
  expect(actionOf(press('f', { ctrlKey: true }), false)).toBeUndefined();
  const redo = actionOf(press('y', { ctrlKey: true }), false);
  expect(redo).toBeTypeOf('function');
  // With Shift the letter comes as a capital; with capitals locked it does so without.
  expect(actionOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(redo);
  expect(actionOf(press('Z', { ctrlKey: true }), false)).toBe(actionOf(press('z', { ctrlKey: true }), false));
  expect(actionOf(press('?', { shiftKey: true }), false)).toBeTypeOf('function');
});

test('Escape stops what runs, also while one writes, and else clears the selection', () => {
  const pressed = { key: 'Escape', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const clear = actionOf(pressed, false);
  expect(actionOf(pressed, true)).toBeUndefined();
  const stop = () => {};
  stops.value = stop;
  expect(actionOf(pressed, false)).toBe(stop);
  expect(actionOf(pressed, true)).toBe(stop);
  stops.value = undefined;
  expect(actionOf(pressed, false)).toBe(clear);
});

test('the theme follows the system until one is chosen', () => {
  systemTheme.value = 'dark';
  expect(theme.value).toBe('dark');
  setTheme('light');
  expect(theme.value).toBe('light');
  setTheme('system');
});
