// The data as loaded, and what the filters let through: the first two steps of the way to the canvas.
import { computed, signal } from '@preact/signals';
import type { ArticleRef, Meta } from '../../server/schema/view.ts';
import type { Failure } from '../api.ts';
import { adjacency, type Dataset, emptyDataset, mainPlan } from '../graph/model.ts';
import { facets } from './filters/facets.ts';
import type { NoteCounts } from './filters/noted.ts';
import { filtersReports, type ReportsOf } from './filters/reports.ts';
import { defaultFilters, openFilters, visible } from './filters.ts';
import { filters, hand } from './view.ts';
import { defaultView, encodeView } from './view-url.ts';

export type LoadState = { state: 'loading'; what: string } | { state: 'ready' } | { state: 'failed'; failure: Failure };

export const loading = signal<LoadState>({ state: 'loading', what: 'Loading the graph' });
export const meta = signal<Meta | null>(null);
export const dataset = signal<Dataset>(emptyDataset);
export const truncated = signal(false);
export const articles = signal<readonly ArticleRef[]>([]);
/** The keys of the articles that count under the evidence filter; null where all do. */
export const counting = signal<ReadonlySet<string> | null>(null);
/** What is known of the reports under the edges; undefined as long as nobody asked. Set where they are loaded. */
export const reportsOf = signal<ReportsOf | undefined>(undefined);
/** What has notes, and how many; undefined as long as that is not known. Set where they are loaded. */
export const noteCounts = signal<NoteCounts | undefined>(undefined);

/** True for somebody else's database: no stances, no plans, colours by label. */
export const isForeign = computed(() => meta.value?.model === 'foreign');
/** The filters that nobody has touched yet. */
export const usualFilters = computed(() => (isForeign.value ? openFilters : defaultFilters));
/** Whether anything is filtered otherwise than at first. */
export const filtersChanged = computed(
  () => encodeView({ ...defaultView, filters: filters.value }, usualFilters.value) !== '',
);
/** The main plans of all there is, so that they stay the same whatever counts; null until it is loaded. */
export const mains = signal<ReadonlySet<string> | null>(null);
export const main = computed(() => {
  const [first] = mains.value ?? [];
  return first ?? mainPlan(dataset.value);
});
export const neighboursOf = computed(() => adjacency(dataset.value));
/** What the filters need to know beside the data; what no filter asks about does not have them work again. */
export const surroundings = computed(() => ({
  mains: mains.value ?? undefined,
  reportsOf: filtersReports(filters.value) ? reportsOf.value : undefined,
  noteCounts: filters.value.noted ? noteCounts.value : undefined,
}));
export const shown = computed(() => visible(dataset.value, filters.value, hand.value, surroundings.value));
export const shownKeys = computed(() => new Set(shown.value.nodes.map((node) => node.key)));
export const counts = computed(() => facets(dataset.value, shown.value, mains.value ?? undefined, reportsOf.value));

/** A node's name, or its key where it is not loaded. */
export const nameOf = (key: string): string => dataset.value.nodes.get(key)?.name ?? key;
