// Hover, focus and the emphasis that follows from them; never stored in the graph itself.
import { computed, signal } from '@preact/signals';
import { selection } from './view.ts';

export type Hovered = { kind: 'node' | 'edge'; key: string } | null;

/** Under the pointer, on the canvas or in a list that points at the canvas. */
export const hovered = signal<Hovered>(null);
/** Nodes and edges of the path that is shown, or null. */
export const shownPath = signal<{ nodes: ReadonlySet<string>; edges: ReadonlySet<string> } | null>(null);

export const selectedNode = computed(() => (selection.value?.kind === 'node' ? selection.value.key : undefined));
export const selectedEdge = computed(() => (selection.value?.kind === 'edge' ? selection.value.key : undefined));
export const selectedArticle = computed(() => (selection.value?.kind === 'article' ? selection.value.key : undefined));

export const selectNode = (key: string): void => {
  selection.value = { kind: 'node', key };
};
export const selectEdge = (key: string): void => {
  selection.value = { kind: 'edge', key };
};
export const selectArticle = (key: string): void => {
  selection.value = { kind: 'article', key };
};
export const clearSelection = (): void => {
  selection.value = null;
};
