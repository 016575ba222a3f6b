// What is kept of a view is the view: any number of keys, without what is gone; and opening it is one step of the history.
import { beforeEach, expect, test } from 'vitest';
import { defaultFilters } from '../../../client/state/filters.ts';
import { cameWithView } from '../../../client/state/style-url.ts';
import {
  addByHand,
  applyView,
  canvas,
  evidenceFilter,
  hand,
  openWhole,
  redo,
  selection,
  style,
  tab,
  undo,
  undoable,
  view,
} from '../../../client/state/view.ts';
import { defaultView, type View } from '../../../client/state/view-url.ts';
import { recallLists, rememberLists } from '../../../client/state/views/remembered.ts';
import { fromState, toState, withoutMissing } from '../../../client/state/views/saved-state.ts';

const keys = (count: number) => Array.from({ length: count }, (_, at) => `country:${at}, ~%`);
const large: View = {
  ...defaultView,
  tab: 'table',
  columns: ['pagerank'],
  filters: { ...defaultFilters, outletsOff: new Set(keys(500)), origins: 2 },
  hand: { added: new Set(keys(5000)), hidden: new Set(keys(400)), only: true },
  picked: new Set(keys(900)),
  selection: { kind: 'node', key: 'country:hu' },
  canvas: {
    ...defaultView.canvas,
    layout: 'circle',
    pins: new Map(keys(700).map((key, at) => [key, { x: at, y: 3 }])),
  },
  evidence: { asOf: '2024-10-24', without: new Set(['outlet:a', 'article:b']), case: 'case:c', grade: 'B2' },
  camera: { x: 0.5, y: 0.25, ratio: 0.7 },
  // More types than an address has the look of.
  style: { nodes: new Map(keys(90).map((type) => [type, { colour: 'green', size: 2 }])), relations: new Map() },
};

beforeEach(() => {
  for (let label = undo(); label !== undefined; label = undo());
  applyView(defaultView);
});

test('a view of any size comes back from what is kept of it, and the part in the query is short', () => {
  const state = JSON.parse(JSON.stringify(toState(large, defaultFilters)));
  expect(fromState(state, defaultFilters)).toEqual({ view: large, unread: [] });
  expect(state.query).not.toContain('add=');
  expect(state.query).not.toContain('short=');
});

test('what is gone is taken out of every list and told; what of it the view does not name is not', () => {
  const view = { ...large, hand: { added: new Set(['a', 'b']), hidden: new Set<string>() } };
  const { state, gone } = withoutMissing(toState(view, defaultFilters), ['a', 'outlet:a', 'elsewhere']);
  expect(gone).toEqual(['a', 'outlet:a']);
  expect(state.added).toEqual(['b']);
  expect(state.without).toEqual(['article:b']);
  expect(state.pins.length).toBe(700);
});

test('opening a view is one step: undo leads back to where one stood, redo to the view, steps before stay steps', () => {
  addByHand('add X', ['x']);
  selection.value = { kind: 'node', key: 'x' };
  evidenceFilter.value = { ...evidenceFilter.value, asOf: '2024-01-01' };
  const before = view.value;
  openWhole('open the view Large', large);
  expect(view.value).toEqual(large);
  expect(undoable.value).toBe('open the view Large');
  tab.value = 'ledger';
  expect(undo()).toBe('open the view Large');
  expect(view.value).toEqual(before);
  expect(redo()).toBe('open the view Large');
  expect(view.value).toEqual(large);
  undo();
  tab.value = 'matrix';
  expect(undo()).toBe('add X');
  // Within one stay, going back leaves where one stands.
  expect(tab.value).toBe('matrix');
  expect(hand.value.added.size).toBe(0);
  expect(canvas.value.layout).toBe(null);
});

test('a tab remembers what an address has no room for, the latest few; without a store it says so', () => {
  const lists = (name: string) => ({
    added: new Set([name]),
    hidden: new Set<string>(),
    selected: new Set(['s']),
    pins: new Map([['p', { x: 1, y: 2 }]]),
    style: { nodes: new Map(keys(1).map((type) => [type, { size: 2 }])), relations: new Map() },
  });
  expect(rememberLists('a', lists('a'))).toBe(false);
  const kept = new Map<string, string>();
  const room = 460;
  const store = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => {
      const others = [...kept].filter(([other]) => other !== name);
      const full = others.reduce((sum, [key, value]) => sum + key.length + value.length, name.length + text.length);
      if (full > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, text);
    },
    removeItem: (name: string) => kept.delete(name),
  };
  Object.defineProperty(globalThis, 'sessionStorage', { value: store, configurable: true });
  try {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) expect(rememberLists(name, lists(name))).toBe(true);
    expect(recallLists('g')).toEqual(lists('g'));
    expect(recallLists('a')).toBeUndefined();
    expect(rememberLists('h', { ...lists('h'), added: new Set(keys(100)) })).toBe(false);
  } finally {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  }
});

test('a view that chooses no look is shown in the look of the page, one that does in its own, which the browser does not keep', () => {
  const mine: View['style'] = { nodes: new Map([['Country', { colour: 'green' }]]), relations: new Map() };
  style.value = mine;
  openWhole('open a plain view', { ...large, style: defaultView.style });
  expect(style.value).toBe(mine);
  openWhole('open a view with a look', fromState(toState(large, defaultFilters), defaultFilters).view);
  expect(style.value).toEqual(large.style);
  expect(cameWithView(style.value)).toBe(true);
  undo();
  expect(style.value).toBe(mine);
  expect(cameWithView(mine)).toBe(false);
});
