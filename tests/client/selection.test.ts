import { beforeEach, expect, test } from 'vitest';
import { dataset, shown } from '../../client/state/data.ts';
import { openPath } from '../../client/state/path.ts';
import {
  clearSelection,
  lookAt,
  selectEdge,
  selectedNode,
  selectedNodes,
  selectNode,
  selectNodes,
  several,
  stepBack,
  toggleNode,
  togglePicked,
} from '../../client/state/selection.ts';
import { hideSelected, keepOnlySelected } from '../../client/state/several.ts';
import { applyView, hand, path, picked, selection, undo, undoable } from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import { sample } from './builders.ts';

const [hungary, slovakia, germany] = ['country:hu', 'country:sk', 'country:de'] as const;

beforeEach(() => {
  applyView(defaultView);
  while (undo() !== undefined);
  dataset.value = sample;
});

test('one node is selected by being looked at, and adding a second selects both', () => {
  selectNode(hungary);
  expect([...selectedNodes.value]).toEqual([hungary]);
  expect(several.value).toBe(false);
  toggleNode(slovakia);
  expect([...selectedNodes.value]).toEqual([hungary, slovakia]);
  expect(several.value).toBe(true);
  expect(selection.value).toBeNull();
});

test('taking all but one away leaves that one looked at', () => {
  selectNodes([hungary, slovakia]);
  toggleNode(hungary);
  expect(selectedNode.value).toBe(slovakia);
  expect(picked.value.size).toBe(0);
  toggleNode(slovakia);
  expect(selectedNodes.value.size).toBe(0);
});

test('a plain selection of a node or an edge replaces several', () => {
  selectNodes([hungary, slovakia]);
  selectNode(germany);
  expect([...selectedNodes.value]).toEqual([germany]);
  selectNodes([hungary, slovakia]);
  selectEdge('OPPOSES~country:hu~plan:invitation');
  expect(selectedNodes.value.size).toBe(0);
});

test('looking at one of several keeps the others, and one step leads back to them', () => {
  selectNodes([hungary, slovakia]);
  lookAt(hungary);
  expect(selectedNode.value).toBe(hungary);
  expect(selectedNodes.value.size).toBe(2);
  stepBack();
  expect(selectedNode.value).toBeUndefined();
  expect(selectedNodes.value.size).toBe(2);
  stepBack();
  expect(selectedNodes.value.size).toBe(0);
});

test('by keys: picked one after the other while looking on', () => {
  selectNode(hungary);
  togglePicked(hungary);
  lookAt(slovakia);
  expect([...selectedNodes.value]).toEqual([hungary]);
  togglePicked(slovakia);
  expect([...selectedNodes.value]).toEqual([hungary, slovakia]);
  expect(selectedNode.value).toBe(slovakia);
  togglePicked(hungary);
  togglePicked(slovakia);
  expect([...selectedNodes.value]).toEqual([slovakia]);
});

test('several are hidden in one step, which undo takes back', () => {
  selectNodes([hungary, slovakia]);
  hideSelected();
  expect([...hand.value.hidden].sort()).toEqual([hungary, slovakia]);
  expect(selectedNodes.value.size).toBe(0);
  expect(undoable.value).toBe('hide 2 nodes');
  undo();
  expect(hand.value.hidden.size).toBe(0);
});

test('keeping only these leaves them and what joins them', () => {
  selectNodes([hungary, 'plan:invitation']);
  keepOnlySelected();
  expect(shown.value.nodes.map(({ key }) => key).sort()).toEqual([hungary, 'plan:invitation']);
  expect(shown.value.edges.map(({ key }) => key)).toEqual(['OPPOSES~country:hu~plan:invitation']);
});

test('the path between two asks for it, from the first to the second', () => {
  selectNodes([hungary, germany]);
  openPath();
  expect(path.value).toMatchObject({ from: hungary, to: germany });
  clearSelection();
});
