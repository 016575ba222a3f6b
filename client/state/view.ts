// What is looked at, as signals; everything here ends up in the address. Changes to filters, canvas, style and what counts can be undone.
import { batch, computed, effect, signal } from '@preact/signals';
import type { EvidenceFilter } from '../api.ts';
import type { TableMetric } from '../graph/metrics/names.ts';
import { isPlainStyle, type Style } from '../graph/style.ts';
import { stand } from './camera.ts';
import type { Canvas } from './canvas-url.ts';
import { type Expansion, withClaimed } from './expansions.ts';
import type { Filters, Hand } from './filters.ts';
import { createHistory } from './history.ts';
import {
  type Camera,
  defaultView,
  type PathQuery,
  type Selection,
  type SharedStatement,
  type Tab,
  type View,
} from './view-url.ts';

export const tab = signal<Tab>(defaultView.tab);
/** The metrics that the table of nodes shows as columns. */
export const tableColumns = signal<readonly TableMetric[]>(defaultView.columns);
export const filters = signal<Filters>(defaultView.filters);
export const hand = signal<Hand>(defaultView.hand);
/** What was put on the canvas by expanding what; known while the page is open, and not in the address. */
export const expansions = signal<readonly Expansion[]>([]);
export const selection = signal<Selection>(null);
/** Nodes that are selected together; read it through `selectedNodes`. */
export const picked = signal<ReadonlySet<string>>(defaultView.picked);
/** How the canvas shows what is on it: layout, pins, groups, what size and colour tell. */
export const canvas = signal<Canvas>(defaultView.canvas);
/** The most nodes that are asked for, in a database of another model; null: as many as it opens with. */
export const most = signal<number | null>(defaultView.most);
/** What is chosen for the look of each type. */
export const style = signal<Style>(defaultView.style);
/** Which articles and sources count: the one place that says so, sent with every question about the evidence. */
export const evidenceFilter = signal<EvidenceFilter>(defaultView.evidence);
export const asOf = computed(() => evidenceFilter.value.asOf);
/** The earlier day that the present one is compared with, or null. */
export const since = signal<string | null>(null);
/** Where the camera stands, or null where it shows everything. Written by the stage when a movement ends. */
export const camera = signal<Camera | null>(null);
export const path = signal<PathQuery | null>(null);
/** A statement that somebody shared by its address, until the workspace opens it. */
export const shared = signal<SharedStatement | null>(null);

export const view = computed<View>(() => ({
  tab: tab.value,
  columns: tableColumns.value,
  filters: filters.value,
  hand: hand.value,
  selection: selection.value,
  picked: picked.value,
  canvas: canvas.value,
  most: most.value,
  style: style.value,
  evidence: evidenceFilter.value,
  since: since.value,
  camera: camera.value,
  path: path.value,
  shared: shared.value,
}));

export function applyView(next: View): void {
  batch(() => {
    tab.value = next.tab;
    tableColumns.value = next.columns;
    filters.value = next.filters;
    hand.value = next.hand;
    selection.value = next.selection;
    picked.value = next.picked;
    canvas.value = next.canvas;
    most.value = next.most;
    style.value = next.style;
    evidenceFilter.value = next.evidence;
    since.value = next.since;
    camera.value = next.camera;
    path.value = next.path;
    shared.value = next.shared;
  });
}

/** Where one stands beside what one did: going back over the opening of a view leads there again. */
type Place = Pick<View, 'tab' | 'columns' | 'selection' | 'picked' | 'since' | 'camera' | 'path'> & {
  asOf: string | null;
};
const here = (): Place => placeIn(view.peek());
const placeIn = ({ tab, columns, selection, picked, since, camera, path, evidence }: View): Place => ({
  ...{ tab, columns, selection, picked, since, camera, path },
  asOf: evidence.asOf,
});
/** All steps between two openings share one stay: `at` is where one stood when it was left, or began. */
interface Stay {
  at: Place;
}
const stay = signal<Stay>({ at: here() });

/**
 * What a person can take back, each part by the name that `change` takes: the one place to add another. The day is where
 * one stands in time, not a change to what is looked at, so going back leaves it.
 */
const history = createHistory<{
  filters: Filters;
  hand: Hand;
  canvas: Canvas;
  most: number | null;
  style: Style;
  expansions: readonly Expansion[];
  evidence: EvidenceFilter;
  stay: Stay;
}>({
  filters: { signal: filters },
  hand: { signal: hand },
  canvas: { signal: canvas },
  most: { signal: most },
  style: { signal: style },
  expansions: { signal: expansions },
  evidence: { signal: evidenceFilter, restored: (then, now) => ({ ...then, asOf: now.asOf }) },
  stay: { signal: stay },
});
export const { change, undo, redo, undoable, redoable } = history;
/** The steps in words, how many of them are in force, and the way to any of them. */
export const { labels: stepLabels, position: stepsDone, forgotten: stepsForgotten, goTo: goToStep } = history;

let stayed = stay.peek();
effect(() => {
  const next = stay.value;
  if (next === stayed) return;
  stayed = next;
  const { asOf: day, ...rest } = next.at;
  const now = view.peek();
  standAt({ ...now, ...rest, evidence: now.evidence.asOf === day ? now.evidence : { ...now.evidence, asOf: day } });
});

/** Shows a view with the camera where it says. */
export function standAt(next: View): void {
  batch(() => {
    applyView(next);
    stand(next.camera);
  });
}

/** Turns to a whole view, as one step that undo takes back with everything: where one stood before, too. */
export function openWhole(label: string, next: View): void {
  batch(() => {
    stay.peek().at = here();
    const { filters, hand, canvas, most, evidence } = next;
    // A view that chooses no look is shown in that of this page.
    const look = isPlainStyle(next.style) ? style.peek() : next.style;
    change(label, { filters, hand, canvas, most, style: look, evidence, expansions: [], stay: { at: placeIn(next) } });
  });
}

/** Changes which articles count, in a way that undo takes back. */
export const changeEvidence = (label: string, next: Partial<EvidenceFilter>): void =>
  change(label, { evidence: { ...evidenceFilter.value, ...next } });

/** Puts nodes on the canvas for their own sake, unless `next` says of which expansion; those hidden before come back. */
export function addByHand(
  label: string,
  keys: Iterable<string>,
  next: { filters?: Filters; expansions?: readonly Expansion[] } = {},
): void {
  const list = [...keys];
  const hidden = new Set(hand.value.hidden);
  for (const key of list) hidden.delete(key);
  change(label, {
    expansions: withClaimed(expansions.value, list),
    ...next,
    hand: { ...hand.value, added: new Set([...hand.value.added, ...list]), hidden },
  });
}

/** Keeps nodes that an expansion put on the canvas when that is collapsed: somebody asked for them. */
export function claim(keys: Iterable<string>): void {
  expansions.value = withClaimed(expansions.value, keys);
}

/** Takes nodes off the canvas. */
export function hideByHand(label: string, ...keys: readonly string[]): void {
  const gone = new Set(keys);
  const added = new Set([...hand.value.added].filter((key) => !gone.has(key)));
  change(label, { hand: { ...hand.value, added, hidden: new Set([...hand.value.hidden, ...gone]) } });
}
