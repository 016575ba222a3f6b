// Hover, what is selected, and the emphasis that follows from them; never stored in the graph itself.
import { batch, computed, signal } from '@preact/signals';
import { toggled } from './filters/sets.ts';
import { picked, selection } from './view.ts';

export type Hovered = { kind: 'node' | 'edge'; key: string } | null;

/** Under the pointer, on the canvas or in a list that points at the canvas. */
export const hovered = signal<Hovered>(null);
/** Nodes and edges of the path that is shown, or null. */
export const shownPath = signal<{ nodes: ReadonlySet<string>; edges: ReadonlySet<string> } | null>(null);
/** Whether a drag on the canvas draws a lasso; with Shift it does so in any case. */
export const lassoing = signal(false);

/** What the panel looks at. */
export const selectedNode = computed(() => (selection.value?.kind === 'node' ? selection.value.key : undefined));
export const selectedEdge = computed(() => (selection.value?.kind === 'edge' ? selection.value.key : undefined));
export const selectedArticle = computed(() => (selection.value?.kind === 'article' ? selection.value.key : undefined));

/** All selected nodes: those picked together, or the one that the panel looks at. */
export const selectedNodes = computed<ReadonlySet<string>>(() => {
  if (picked.value.size > 0) return picked.value;
  return new Set(selectedNode.value === undefined ? [] : [selectedNode.value]);
});
/** Whether several nodes are selected, so that what is done is done to all of them. */
export const several = computed(() => picked.value.size > 1);

const nothing: ReadonlySet<string> = new Set();

const only = (kind: 'node' | 'edge' | 'article', key: string): void =>
  batch(() => {
    picked.value = nothing;
    selection.value = { kind, key };
  });

/** Selects this node, and no other. */
export const selectNode = (key: string): void => only('node', key);
export const selectEdge = (key: string): void => only('edge', key);
export const selectArticle = (key: string): void => only('article', key);
export const clearSelection = (): void =>
  batch(() => {
    picked.value = nothing;
    selection.value = null;
  });

/** From what the panel looks at back to the selected nodes, where there are several; else to nothing. */
export const stepBack = (): void => {
  if (selection.value !== null && several.value) selection.value = null;
  else clearSelection();
};

/** Shows a node in the panel; what is selected beside it stays so. */
export const lookAt = (key: string): void => {
  selection.value = { kind: 'node', key };
};

/** Selects exactly these nodes: one is looked at, several are summed up in the panel. */
export function selectNodes(keys: Iterable<string>): void {
  const next = new Set(keys);
  const [first] = next;
  batch(() => {
    picked.value = next.size > 1 ? next : nothing;
    selection.value = next.size === 1 && first !== undefined ? { kind: 'node', key: first } : null;
  });
}

/** Takes a node into the selection, or out of it. */
export const toggleNode = (key: string): void => selectNodes(toggled(selectedNodes.value, key));

/** As `toggleNode`, for the node that the panel looks at, which it goes on doing: for keys that roam over the canvas. */
export function togglePicked(key: string): void {
  picked.value = toggled(picked.value, key);
}
