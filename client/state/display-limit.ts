// Where the data hold more than the display limit: which labels are asked for, and which to leave out so that others have room.
import { computed, signal } from '@preact/signals';
import { isForeign, meta } from './data.ts';
import { change, filters } from './view.ts';

/** Whether the whole graph is more than the display limit. Set where it is loaded. */
export const limited = signal(false);

/** Labels of Hearsay's own model that the explorer draws. */
const drawn: ReadonlySet<string> = new Set(['Plan', 'Country', 'Person', 'Organization', 'Group', 'Outlet', 'Event']);
/** The API takes no more names in a list. */
const mostNames = 200;

const labels = computed(() => (meta.value?.labels ?? []).filter(({ label }) => isForeign.value || drawn.has(label)));

/** The labels to ask for, so that those left out take no room; null: all. */
export const wantedLabels = computed<readonly string[] | null>(() => {
  if (!limited.value) return null;
  const on = labels.value.filter(({ label }) => !filters.value.typesOff.has(label)).map(({ label }) => label);
  return on.length === 0 || on.length === labels.value.length || on.length > mostNames ? null : on;
});

/** The label that takes the most room, and how many nodes have it; undefined where leaving it out would leave nothing. */
export const largestLabel = computed(() => {
  const on = labels.value.filter(({ label, count }) => count > 0 && !filters.value.typesOff.has(label));
  return on.length < 2 ? undefined : on.reduce((most, one) => (one.count > most.count ? one : most));
});

/** How many nodes there are that could be drawn. */
export const drawableNodes = computed(() =>
  isForeign.value ? (meta.value?.counts.nodes ?? 0) : labels.value.reduce((sum, { count }) => sum + count, 0),
);

/** Labels that are left out and therefore not loaded, with how many nodes have them: they can be taken in again. */
export const unloadedLabels = computed(() =>
  limited.value ? labels.value.filter(({ label }) => filters.value.typesOff.has(label)) : [],
);

export function leaveOutLabel(label: string): void {
  const typesOff = new Set([...filters.value.typesOff, label]);
  change(`leave out: ${label}`, { filters: { ...filters.value, typesOff } });
}
