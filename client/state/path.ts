// The path between two nodes: the question, the answer, and what of it is lit up on the canvas.
import { batch, computed, effect, signal } from '@preact/signals';
import { api } from '../api.ts';
import { showPath } from './actions.ts';
import { dataset, loading } from './data.ts';
import { resource } from './resource.ts';
import { clearSelection, selectedNodes, shownPath } from './selection.ts';
import { evidenceFilter, path } from './view.ts';

/** Whether the panel asks for a path instead of showing details. */
export const pathOpen = signal(false);
/** The two ends as chosen so far. */
export const pathFrom = signal<{ key: string; name: string } | null>(null);
export const pathTo = signal<{ key: string; name: string } | null>(null);
export const pathHops = signal(4);
/** The only type of relation to follow; empty for all. */
export const pathType = signal('');
/** Which of several paths alone is lit up, by its place; null for all. */
export const pathAlone = signal<number | null>(null);
/** Where the form takes the focus next: at an end that is asked for, after one was picked at what comes after it. */
export const pathFocus = signal<'end' | 'next' | null>(null);

const wanted = computed(() =>
  loading.value.state === 'ready' && path.value ? { ...path.value, filter: evidenceFilter.value } : undefined,
);
export const pathResult = resource(wanted, ({ filter, ...query }, signal) => api.paths(query, filter, signal));

const named = (key: string) => ({ key, name: dataset.peek().nodes.get(key)?.name ?? key });

/** Opens the form in the place of what is selected: from the selected node, or at once between two that are. */
export function openPath(): void {
  const [from, to, ...more] = selectedNodes.value;
  batch(() => {
    if (from !== undefined && more.length === 0) pathFrom.value = named(from);
    if (to !== undefined && more.length === 0) pathTo.value = named(to);
    pathOpen.value = true;
    pathFocus.value = 'end';
    clearSelection();
    if (to !== undefined && more.length === 0) findPath();
  });
}

export function closePath(): void {
  pathOpen.value = false;
  path.value = null;
  pathTo.value = null;
}

/** A node that is clicked while an end is asked for is that end. False where none is. */
export function takeAsEnd(key: string): boolean {
  if (!pathOpen.peek() || (pathFrom.peek() !== null && pathTo.peek() !== null)) return false;
  batch(() => {
    if (pathFrom.peek() === null) pathFrom.value = named(key);
    else pathTo.value = named(key);
    pathFocus.value = 'next';
    findPath();
  });
  return true;
}

export function findPath(): void {
  if (pathFrom.value && pathTo.value)
    path.value = {
      from: pathFrom.value.key,
      to: pathTo.value.key,
      maxHops: pathHops.value,
      ...(pathType.value === '' ? {} : { type: pathType.value }),
    };
}

/** Puts what was found on the canvas, and restores the panel from an address that holds a path. */
export function startPath(): void {
  effect(() => {
    const query = path.value;
    if (!query) return;
    pathOpen.value = true;
    pathFrom.value = named(query.from);
    pathTo.value = named(query.to);
    pathHops.value = query.maxHops;
    pathType.value = query.type ?? '';
    pathAlone.value = null;
  });
  effect(() => {
    const status = pathResult.status.value;
    if (status.state !== 'ready' || status.value.length === null) {
      shownPath.value = null;
      return;
    }
    const { nodes, edges, from, to } = status.value;
    pathFrom.value = { key: from, name: nodes.find((node) => node.key === from)?.name ?? from };
    pathTo.value = { key: to, name: nodes.find((node) => node.key === to)?.name ?? to };
    queueMicrotask(() => void showPath(nodes, edges));
  });
  effect(() => {
    const status = pathResult.status.value;
    if (status.state !== 'ready' || status.value.length === null) return;
    const alone = pathAlone.value;
    const lit = status.value.paths.filter((_, index) => alone === null || index === alone);
    shownPath.value = {
      nodes: new Set(lit.flatMap((one) => one.nodes)),
      edges: new Set(lit.flatMap((one) => one.edges)),
    };
  });
}
