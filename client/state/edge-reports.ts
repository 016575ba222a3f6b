// Which reports the relations rest on: asked of the server as soon as somebody filters by outlet or day, or looks at the outlets.
import { computed, effect, signal } from '@preact/signals';
import type { EdgeReports } from '../../server/schema/edge-reports.ts';
import type { ArticleRef, EdgeView } from '../../server/schema/view.ts';
import { api } from '../api.ts';
import { articles, isForeign, loading, reportsOf } from './data.ts';
import { filtersReports, type Report, type ReportsOf, unnamedOutlet } from './filters/reports.ts';
import { resource } from './resource.ts';
import { evidenceFilter, filters } from './view.ts';

/** Whether the outlets are looked at. */
export const outletsOpen = signal(false);

const wanted = computed(() =>
  loading.value.state === 'ready' && !isForeign.value && (outletsOpen.value || filtersReports(filters.value))
    ? evidenceFilter.value
    : undefined,
);
const loaded = resource(wanted, (filter, signal) => api.edgeReports(filter, signal), true);
export const edgeReportsStatus = loaded.status;
export const retryEdgeReports = loaded.retry;

/** The reports of an edge: derived ones as the server tells, others by the articles that they name themselves, if any. */
export function reportsBy({ edges }: EdgeReports, known: readonly ArticleRef[]): ReportsOf {
  const refs = new Map(known.map((article) => [article.key, article]));
  const report = (key: string, relays: readonly string[]): Report => {
    const ref = refs.get(key);
    return {
      outlets: [...new Set([ref?.outlet?.key ?? unnamedOutlet, ...relays])],
      from: ref?.publishedFrom ?? null,
      to: ref?.publishedTo ?? null,
    };
  };
  const derived = new Map(
    edges.map(({ key, reports }) => [key, reports.map(({ article, relays }) => report(article, relays))]),
  );
  return (edge: EdgeView) => {
    if (edge.derived) return derived.get(edge.key);
    const stating = edge.properties.articles;
    return Array.isArray(stating) ? stating.map((key) => report(String(key), [])) : [];
  };
}

/** Keeps what is known of the reports in step with what counts. Called once, when the page starts. */
export function startEdgeReports(): () => void {
  return effect(() => {
    const status = loaded.status.value;
    if (status.state === 'ready') reportsOf.value = reportsBy(status.value, articles.value);
    else if (status.state === 'idle') reportsOf.value = undefined;
  });
}
