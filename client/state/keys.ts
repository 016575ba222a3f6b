// The keyboard: which key does what, as one list for the handler and for the page that explains it.
import { signal } from '@preact/signals';
import { sentenceCase } from '../text/format.ts';
import { hide, redoNext, undoLast } from './actions.ts';
import { fit } from './camera.ts';
import { isForeign, shownKeys } from './data.ts';
import { collapseLatest, collapseSelected, expand } from './expand.ts';
import { openExport } from './export.ts';
import { writeOnSelection } from './notes.ts';
import { notify } from './notices.ts';
import { openPath } from './path.ts';
import { flipLegend } from './rail.ts';
import { pause, play, playing, stepDay } from './replay.ts';
import { selectedNode, selectedNodes, selectNodes, several, stepBack } from './selection.ts';
import { hideSelected } from './several.ts';
import { selection, tab } from './view.ts';
import { tabs } from './view-url.ts';
import { viewsOpen } from './views/list.ts';
import { watchesOpen } from './watches.ts';

export const helpOpen = signal(false);
/** What Escape stops, while something runs that takes long: the part of the page that runs it sets it. */
export const stops = signal<(() => void) | undefined>(undefined);

const withNode = (does: string, action: (key: string) => void) => (): void => {
  if (selectedNode.value === undefined) notify(`Select a node first, then press the key again to ${does}.`);
  else action(selectedNode.value);
};

interface KeyBinding {
  keys: string;
  does: string;
  /** Compared with KeyboardEvent.key, a letter in lower case; absent where another part of the page handles it. */
  key?: string;
  ctrl?: boolean;
  /** Where the key means something; everywhere if absent. */
  when?: () => boolean;
  /** Of a letter: together with Shift. */
  shift?: boolean;
  run?: () => void;
}

/** Whether several nodes are selected, and nothing beside them is looked at. */
const pickedTogether = (): boolean =>
  several.value && (selection.value === null || selectedNodes.value.has(selectedNode.value ?? ''));

/** What was looked for before is written over by what comes next. */
function search(): void {
  const field = document.getElementById('search');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

export const bindings: readonly KeyBinding[] = [
  { keys: '/', key: '/', does: 'Search', run: search },
  {
    keys: 'e',
    key: 'e',
    does: 'Expand the selected node: add its neighbours',
    run: withNode('expand it', (key) => void expand(key)),
  },
  {
    keys: 'Shift+E',
    key: 'e',
    shift: true,
    does: 'Collapse it: take off what its latest expansion added',
    run: () =>
      several.value && selection.value === null ? collapseSelected() : withNode('collapse it', collapseLatest)(),
  },
  {
    keys: 'h',
    key: 'h',
    does: 'Hide the selected nodes',
    run: () => (pickedTogether() ? hideSelected() : withNode('hide it', hide)()),
  },
  { keys: 'p', key: 'p', does: 'Find the shortest path between two nodes', run: () => openPath() },
  { keys: 'n', key: 'n', does: 'Write a note on what is selected', run: writeOnSelection },
  { keys: 'f', key: 'f', does: 'Fit everything shown into the view', run: fit },
  { keys: 'l', key: 'l', does: 'Show the legend, where the look of each type is chosen', run: flipLegend },
  { keys: 'x', key: 'x', does: 'Export what is on the canvas', run: openExport },
  { keys: 'Ctrl+Z', key: 'z', ctrl: true, does: 'Undo the last change to canvas or filters', run: undoLast },
  {
    keys: 'Ctrl+Shift+Z',
    key: 'z',
    ctrl: true,
    shift: true,
    does: 'Do again what was undone',
    run: redoNext,
  },
  { keys: 'Ctrl+Y', key: 'y', ctrl: true, does: 'Do again, as Ctrl+Shift+Z', run: redoNext },
  {
    keys: 'Ctrl+A',
    key: 'a',
    ctrl: true,
    does: 'On the graph and in the table: select everything shown',
    when: () => tab.value === 'graph' || tab.value === 'table',
    run: () => selectNodes(shownKeys.value),
  },
  { keys: 'Esc', key: 'Escape', does: 'Clear the selection', run: stepBack },
  {
    keys: 'v',
    key: 'v',
    does: 'Saved views and stories: save this one by name, open another',
    run: () => {
      viewsOpen.value = true;
    },
  },
  {
    keys: 'w',
    key: 'w',
    does: 'Watches: what changed of what is watched',
    run: () => {
      if (isForeign.value) notify('Nothing is watched in somebody else’s database.');
      else watchesOpen.value = true;
    },
  },
  {
    keys: 'r',
    key: 'r',
    does: 'Replay: play the days on which articles appeared, or stop',
    run: () => (playing.value ? pause() : play()),
  },
  { keys: ',', key: ',', does: 'Replay: the day before', run: () => stepDay(-1) },
  { keys: '.', key: '.', does: 'Replay: the day after', run: () => stepDay(1) },
  ...tabs.map((name, index): KeyBinding => {
    const number = String(index + 1);
    return {
      keys: number,
      key: number,
      does: sentenceCase(name),
      run: () => {
        tab.value = name;
      },
    };
  }),
  { keys: '← ↑ → ↓', does: 'On the graph: go to the next node in that direction' },
  { keys: 'Space', does: 'On the graph: take the node into the selection, or out of it' },
  { keys: 'Shift', does: 'On the graph: a click takes a node into the selection; a drag draws a lasso around several' },
  { keys: 'Shift+← ↑ → ↓', does: 'On the graph: move the selected nodes and pin them; with the mouse, drag them' },
  { keys: 'Enter', does: 'On the graph: centre on the selected node' },
  { keys: '+ −', does: 'On the graph: zoom in and out' },
  { keys: '← ↑ → ↓', does: 'In the matrix and the tables: to the next cell or row; Enter opens it' },
  { keys: 'Home End', does: 'In the matrix and the tables: to the first and the last; with Ctrl of the whole matrix' },
  { keys: 'Ctrl+Enter', does: 'In the Cypher tab: run the statement, from the editor or a field of a parameter' },
  { keys: 'Esc', does: 'In the Cypher tab: cancel the statement that runs' },
  { keys: 'Ctrl+Enter', does: 'In a note: save it; Escape closes it and keeps the draft' },
  { keys: 'Ctrl+Space', does: 'In the Cypher editor: propose what may stand here' },
  { keys: 'Tab', does: 'In the Cypher editor: indent; Escape, then Tab leaves it' },
  { keys: '← ↑ → ↓', does: 'In the rows of an answer: from cell to cell; with Ctrl to the edge, Page Up and Down' },
  { keys: 'Enter', does: 'In the rows of an answer: open and close the row' },
  { keys: '← → Space', does: 'In a story: the step before and after, also Page Up and Down; Home, End; Esc ends it' },
  { keys: 'Alt+↑ ↓', does: 'In a story being written: moves the step up and down' },
  { keys: 'a r j k', does: 'In a review: accept, reject, next, before; ? shows all of its keys' },
  { keys: '← →', does: 'On the time axis: the day before and after; Home the first day, End all dates' },
  { keys: '← →', does: 'On either end of the range of report dates: to the report before and after; Delete ends it' },
  { keys: '← →', does: 'On the edge of the panel: wider and narrower' },
  {
    keys: '?',
    key: '?',
    does: 'This list',
    run: () => {
      helpOpen.value = true;
    },
  },
];

/** The action of a key press, or undefined: none, or the key belongs to a field that is being written in. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  typing: boolean,
): (() => void) | undefined {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape' && stops.value && !ctrl && !event.altKey) return stops.value;
  if (event.altKey || typing) return undefined;
  // Capitals come with Shift or without, where they are locked; of a sign such as "?" it says nothing.
  const letter = /^\p{L}$/u.test(event.key);
  const key = letter ? event.key.toLowerCase() : event.key;
  return bindings.find(
    (binding) =>
      binding.key === key &&
      (binding.ctrl ?? false) === ctrl &&
      (!letter || (binding.shift ?? false) === event.shiftKey) &&
      (binding.when?.() ?? true),
  )?.run;
}

/** Whether a key pressed on this element writes something. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches(
      'input:not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea, select, [contenteditable="true"]',
    )
  );
}
