// Where the data hold more than is drawn: how many nodes and which labels are asked for, and which to leave out so that others have room.
import { computed, signal } from '@preact/signals';
import type { limits } from '../../server/schema/query.ts';
import type { Meta } from '../../server/schema/view.ts';
import { count, formatNumber } from '../text/format.ts';
import { isForeign, meta } from './data.ts';
import { camera, change, filters, most } from './view.ts';

/** Whether the whole graph is more than the display limit. Set where it is loaded. */
export const limited = signal(false);

/** Labels of Hearsay's own model that the explorer draws. */
export const drawnLabels: ReadonlySet<string> = new Set([
  'Plan',
  'Country',
  'Person',
  'Organization',
  'Group',
  'Outlet',
  'Event',
]);
/** The API takes no more names in a list. */
const mostNames = 200;

const labels = computed(() =>
  (meta.value?.labels ?? []).filter(({ label }) => isForeign.value || drawnLabels.has(label)),
);

/** The labels to ask for, so that those left out take no room; null: all. */
export const wantedLabels = computed<readonly string[] | null>(() => {
  if (!limited.value) return null;
  const on = labels.value.filter(({ label }) => !filters.value.typesOff.has(label)).map(({ label }) => label);
  return on.length === 0 || on.length === labels.value.length || on.length > mostNames ? null : on;
});

/** The label that takes the most room, and how many nodes have it; undefined where leaving it out would leave nothing. */
export const largestLabel = computed(() => {
  // Without the plans nobody would have a position, and what is drawn at first is who has one.
  const on = labels.value.filter(
    ({ label, count }) => count > 0 && !filters.value.typesOff.has(label) && (isForeign.value || label !== 'Plan'),
  );
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

/** Nodes that a database of another model opens with. */
const usual: typeof limits.openingNodes = 300;

/** The next number of nodes to ask for after `now`: a thousand, then twice as many each time, up to the display limit. */
export function nextMost(now: number | null, displayLimit: number): number | undefined {
  const at = now ?? usual;
  return at >= displayLimit ? undefined : Math.min(at < 1000 ? 1000 : at * 2, displayLimit);
}

/** More nodes that can be asked for at once; undefined where the display limit is reached. */
export const moreNodes = computed(() =>
  isForeign.value && meta.value !== null ? nextMost(most.value, meta.value.limits.graphNodes) : undefined,
);

export function showUpTo(nodes: number | null): void {
  // It is another drawing, to be seen whole.
  camera.value = null;
  change(nodes === null ? 'show as many nodes as at first' : `show up to ${formatNumber(nodes)} nodes`, {
    most: nodes,
  });
}

/** The number of nodes to ask a database for where `asked` are wanted, and in words why it is another. */
export function mostOf(asked: number, about: Meta): { most: number | null; why?: string } {
  const { graphNodes } = about.limits;
  if (about.model !== 'foreign')
    return { most: null, why: 'How many nodes are shown can be chosen in a database of another model only.' };
  if (asked <= graphNodes) return { most: asked };
  const [largest] = [...about.labels].sort((a, b) => b.count - a.count);
  const help = largest
    ? ` Leave out a label under Filters, such as ${largest.label} (${formatNumber(largest.count)}), to make room for the others.`
    : '';
  return {
    most: graphNodes,
    why: `${count(asked, 'node')} were asked for, and at most ${formatNumber(graphNodes)} are drawn at once here.${help}`,
  };
}
