// What a person can do with the graph: hide, find a path, put a node on the canvas, undo.
import { batch, signal } from '@preact/signals';
import type { NodeView } from '../../server/schema/view.ts';
import { failureOf, sentencesOf } from '../api.ts';
import { extend, type merge } from '../graph/model.ts';
import { centre, fit } from './camera.ts';
import { dataset, nameOf, shownKeys, usualFilters } from './data.ts';
import { fetchNodes, withFetched } from './fetch-nodes.ts';
import { toggled } from './filters/sets.ts';
import { notify } from './notices.ts';
import { pause } from './replay.ts';
import { hovered, selectedNode, selectNode, stepBack } from './selection.ts';
import {
  addByHand,
  change,
  claim,
  evidenceFilter,
  goToStep,
  hand,
  hideByHand,
  picked,
  redo,
  since,
  undo,
} from './view.ts';

/** Looks at another day, or at all; nothing that is placed moves. */
export function setAsOf(day: string | null): void {
  if (day === evidenceFilter.value.asOf) return;
  pause();
  batch(() => {
    evidenceFilter.value = { ...evidenceFilter.value, asOf: day };
    // A day is compared with an earlier one only.
    if (since.value !== null && day !== null && day <= since.value) since.value = null;
  });
}

export const busy = signal<string | null>(null);

/** Runs some work while saying what is done; a failure becomes a message, and undefined. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
  busy.value = what;
  try {
    return await work();
  } catch (error) {
    notify(sentencesOf(failureOf(error)), 'problem');
    return undefined;
  } finally {
    busy.value = null;
  }
}

/** Takes a node off the canvas, with a word on how to get it back. */
export function hide(key: string): void {
  const name = nameOf(key);
  hideByHand(`hide ${name}`, key);
  hovered.value = null;
  if (selectedNode.value === key) stepBack();
  if (picked.value.has(key)) picked.value = toggled(picked.value, key);
  notify(`${name} is hidden. Ctrl+Z brings it back.`);
}

export const resetFilters = (): void => change('reset the filters', { filters: usualFilters.value });

/** Moves in the history by `move`, which says what it took back or made again. */
function travel(move: () => string | undefined): string | undefined {
  const only = hand.peek().only;
  const label = move();
  // From a canvas of a result back to the whole: its part of the graph is not where the camera should stay.
  if (only !== hand.peek().only) setTimeout(fit, 100);
  return label;
}

export function undoLast(): void {
  const label = travel(undo);
  notify(label === undefined ? 'There is nothing to undo.' : `Undone: ${label}.`);
}

export function redoNext(): void {
  const label = travel(redo);
  notify(label === undefined ? 'There is nothing to do again.' : `Done again: ${label}.`);
}

/** Goes back or forward to where the first `position` steps are in force. */
export function travelTo(position: number): void {
  travel(() => {
    goToStep(position);
    return undefined;
  });
}

/** Puts a node on the canvas with its relations to what is shown, selects it and centres on it. */
export async function show(key: string): Promise<void> {
  if (!dataset.value.nodes.has(key)) {
    const found = await withProgress('Loading the node', () => fetchNodes([key]));
    if (!found) return;
    if (found.gone.length > 0) {
      notify(`The data no longer hold a node with the key ${key}. It may have been removed.`, 'problem');
      return;
    }
    dataset.value = withFetched(dataset.peek(), found);
  }
  if (shownKeys.value.has(key)) claim([key]);
  else addByHand(`add ${nameOf(key)}`, [key]);
  selectNode(key);
  if (shownKeys.value.has(key)) centre(key);
  else notify(`${nameOf(key)} is on the canvas, but a filter leaves it out.`);
}

/** Puts the nodes and edges of a path on the canvas, with what else joins them to what is there. */
export async function showPath(nodes: readonly NodeView[], edges: Parameters<typeof merge>[2]): Promise<void> {
  const joined = await withProgress('Showing the path', () => fetchNodes(nodes.map((node) => node.key)));
  const grown = extend(dataset.value, nodes, edges);
  dataset.value = joined ? withFetched(grown, joined) : grown;
  const hidden = nodes.map((node) => node.key).filter((key) => !shownKeys.value.has(key));
  if (hidden.length > 0) addByHand('show the path', hidden);
}
