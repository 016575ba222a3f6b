// What is looked at in an exported page: selection, hover, theme, view. It is nobody else's page, so nothing is kept.
import { computed, signal } from '@preact/signals';
import type { ThemeName } from '../graph/palette.ts';

export type Selected = { kind: 'node' | 'edge'; key: string } | null;
export const selected = signal<Selected>(null);
export const hovered = signal<Selected>(null);
export const view = signal<'graph' | 'table'>('graph');

const dark = matchMedia('(prefers-color-scheme: dark)');
const system = signal<ThemeName>(dark.matches ? 'dark' : 'light');
dark.addEventListener('change', () => {
  system.value = dark.matches ? 'dark' : 'light';
});
const chosen = signal<ThemeName | null>(null);
export const theme = computed(() => chosen.value ?? system.value);
export const turnTheme = (): void => {
  chosen.value = theme.peek() === 'dark' ? 'light' : 'dark';
};

export const selectNode = (key: string): void => {
  selected.value = { kind: 'node', key };
};
export const selectEdge = (key: string): void => {
  selected.value = { kind: 'edge', key };
};

export type Wish = { kind: 'fit' } | { kind: 'zoom'; factor: number } | { kind: 'centre'; key: string };
/** What the camera is asked for; a new object each time. */
export const wish = signal<Wish | null>(null);

/** Selects a node and shows it on the canvas, from wherever it was asked for. */
export function show(key: string): void {
  selectNode(key);
  wish.value = { kind: 'centre', key };
}
