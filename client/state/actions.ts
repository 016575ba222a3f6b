// What a person can do with the graph: load, expand, hide, find a path, put a node on the canvas, undo.
import { batch, signal } from '@preact/signals';
import type { NodeView } from '../../server/schema/view.ts';
import { api, failureOf, type NeighbourQuery } from '../api.ts';
import { type Dataset, emptyDataset, extend, mainPlan, merge } from '../graph/model.ts';
import { count } from '../text/format.ts';
import { readAddress } from './address.ts';
import { centre } from './camera.ts';
import { articles, dataset, isForeign, loading, meta, nameOf, shownKeys, truncated, usualFilters } from './data.ts';
import { layOut } from './graph.ts';
import { notify } from './notices.ts';
import { clearSelection, hovered, selectedNode, selectNode } from './selection.ts';
import { addByHand, asOf, change, filters, hand, hideByHand, selection, undo, view } from './view.ts';
import { encodeView } from './view-url.ts';

const nextFrame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
let attempt = 0;
/** So many relations of a node that joins the canvas are looked through for those to nodes already there. */
const mostRelations = 200;

/** Loads everything the page opens with. Nodes that the address adds are fetched too; a stale address says so. */
export async function load(): Promise<void> {
  const mine = ++attempt;
  loading.value = { state: 'loading', what: 'Loading the graph' };
  try {
    const [about, graph] = await Promise.all([api.meta(), api.graph(asOf.value)]);
    if (mine !== attempt) return;
    // Another model has other filters to begin with, so the address is read again in their light.
    const known = meta.value;
    batch(() => {
      meta.value = about;
      if (known === null && isForeign.value) readAddress(encodeView(view.value));
    });
    const kept = about.model === 'hearsay' ? await api.articles() : { articles: [] };
    if (mine !== attempt) return;
    let data = merge(emptyDataset, graph.nodes, graph.edges);
    loading.value = { state: 'loading', what: `Arranging ${count(data.nodes.size, 'node')}` };
    data = await fetchMissing(data);
    await layOut(data, nextFrame);
    if (mine !== attempt) return;
    batch(() => {
      articles.value = kept.articles;
      dataset.value = data;
      truncated.value = graph.truncated;
      loading.value = { state: 'ready' };
    });
  } catch (error) {
    if (mine === attempt) loading.value = { state: 'failed', failure: failureOf(error) };
  }
}

/** The data with the nodes that the address puts on the canvas or selects but the explorer's graph does not hold. */
async function fetchMissing(data: Dataset): Promise<Dataset> {
  const wanted = new Set(hand.value.added);
  if (selection.value?.kind === 'node') wanted.add(selection.value.key);
  const missing = [...wanted].filter((key) => !data.nodes.has(key));
  const gone: string[] = [];
  let grown = data;
  for (const key of missing) {
    try {
      const [detail, around] = await Promise.all([api.node(key), api.neighbours(key, { limit: mostRelations })]);
      grown = extend(grown, [detail.node], []);
      grown = merge(grown, [], around.edges);
    } catch (error) {
      if (failureOf(error).code !== 'not-found') throw error;
      gone.push(key);
    }
  }
  if (gone.length > 0) {
    const added = new Set([...hand.value.added].filter((key) => !gone.includes(key)));
    hand.value = { ...hand.value, added };
    if (selection.value?.kind === 'node' && gone.includes(selection.value.key)) clearSelection();
    notify(
      `The address names ${count(gone.length, 'node')} that the data no longer ${gone.length === 1 ? 'holds' : 'hold'}: ${gone.slice(0, 3).join(', ')}. The rest of the view was restored.`,
      'problem',
    );
  }
  return grown;
}

/** Reloads the edges for another date; what was added by hand stays, and nothing moves. */
export async function setAsOf(day: string | null): Promise<void> {
  if (day === asOf.value) return;
  asOf.value = day;
  const mine = ++attempt;
  try {
    const graph = await api.graph(day);
    if (mine !== attempt) return;
    let data = merge(emptyDataset, graph.nodes, graph.edges);
    data = await fetchMissing(data);
    dataset.value = data;
    truncated.value = graph.truncated;
  } catch (error) {
    if (mine === attempt) loading.value = { state: 'failed', failure: failureOf(error) };
  }
}

export const busy = signal<string | null>(null);

async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
  busy.value = what;
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    notify(`${failure.title}. ${failure.message}`, 'problem');
    return undefined;
  } finally {
    busy.value = null;
  }
}

const expandLimit = 25;
/** Where the next page of an expansion begins, by node and kind of relation. */
const cursors = new Map<string, string>();

/** Adds the next neighbours of a node to the canvas: all, or those of one relation type and direction. */
export async function expand(key: string, only?: { type: string; direction: 'in' | 'out' }): Promise<void> {
  const name = nameOf(key);
  const page = `${key}\n${only?.type ?? ''}\n${only?.direction ?? ''}`;
  const query: NeighbourQuery = { limit: expandLimit, cursor: cursors.get(page) ?? null };
  if (only) Object.assign(query, { types: [only.type], direction: only.direction });
  const found = await withProgress(`Expanding ${name}`, () => api.neighbours(key, query));
  if (!found) return;
  if (found.next) cursors.set(page, found.next);
  else cursors.delete(page);
  // Asking for one kind of relation switches it on, or its edges would stay out of sight.
  const relationsOff = new Set([...filters.value.relationsOff].filter((type) => type !== only?.type));
  const fresh = found.nodes.filter((node) => !shownKeys.value.has(node.key));
  dataset.value = extend(dataset.value, found.nodes, found.edges);
  if (fresh.length === 0 && relationsOff.size === filters.value.relationsOff.size) {
    notify(
      found.total === 0
        ? `${name} has no relations to add.`
        : `All ${count(found.total, 'relation')} asked for are on the canvas already.`,
    );
    return;
  }
  addByHand(`expand ${name}`, [key, ...fresh.map((node) => node.key)], { ...filters.value, relationsOff });
  notify(`Added ${count(fresh.length, 'node')} around ${name}.${found.next ? ' There are more: expand again.' : ''}`);
}

/** Takes a node off the canvas, with a word on how to get it back. */
export function hide(key: string): void {
  const name = nameOf(key);
  hideByHand(`hide ${name}`, key);
  hovered.value = null;
  if (selectedNode.value === key) clearSelection();
  notify(`${name} is hidden. Ctrl+Z brings it back.`);
}

export const resetFilters = (): void => change('reset the filters', { filters: usualFilters.value });

export function undoLast(): void {
  const label = undo();
  // What was taken back can be expanded again from its beginning.
  cursors.clear();
  notify(label === undefined ? 'There is nothing to undo.' : `Undone: ${label}.`);
}

/** Puts a node on the canvas with its relations to what is shown, selects it and centres on it. */
export async function show(key: string): Promise<void> {
  if (!dataset.value.nodes.has(key)) {
    const found = await withProgress('Loading the node', () =>
      Promise.all([api.node(key), api.neighbours(key, { limit: mostRelations })]),
    );
    if (!found) return;
    dataset.value = extend(dataset.value, [found[0].node], found[1].edges);
  }
  if (!shownKeys.value.has(key)) addByHand(`add ${nameOf(key)}`, [key]);
  selectNode(key);
  centre(key);
}

/** Puts the nodes and edges of a path on the canvas. */
export function showPath(nodes: readonly NodeView[], edges: Parameters<typeof merge>[2]): void {
  dataset.value = extend(dataset.value, nodes, edges);
  const hidden = nodes.map((node) => node.key).filter((key) => !shownKeys.value.has(key));
  if (hidden.length > 0) addByHand('show the path', hidden);
}

export const openingPlan = (): string | undefined => mainPlan(dataset.value);
