// What is other than it was: between two days, or with and without what is left out. Each change with its counts on both sides.
import { computed } from '@preact/signals';
import type { Diff } from '../../server/schema/comparison.ts';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { api, type EvidenceFilter } from '../api.ts';
import type { EdgeNote } from '../graph/changes.ts';
import { type Counted, countedOf, countNames } from '../graph/counted.ts';
import { merge } from '../graph/model.ts';
import { badgeText } from '../text/origins.ts';
import { dataset, isForeign, loading, shown, surroundings } from './data.ts';
import { visible } from './filters.ts';
import { graphOf } from './graphs.ts';
import { resource } from './resource.ts';
import { evidenceFilter, filters, hand, since } from './view.ts';

export interface Change {
  edge: EdgeView;
  before: Counted | null;
  after: Counted | null;
}
export interface Comparison {
  /** The ends of all edges below. */
  nodes: readonly NodeView[];
  added: readonly Change[];
  removed: readonly Change[];
  changed: readonly Change[];
  /** Articles that count on the later day alone; empty where no days are compared. */
  articles: Diff['articles'];
}

const sameCounts = (a: Counted, b: Counted): boolean =>
  countNames.every((name) => a[name] === b[name]) && a.contested === b.contested;

interface Drawn {
  readonly nodes: readonly NodeView[];
  readonly edges: readonly EdgeView[];
}

/** Compares the derived edges of two graphs by key; each list in the order of the keys. */
export function compareGraphs(before: Drawn, after: Drawn): Comparison {
  const derived = (graph: Drawn) => new Map(graph.edges.filter((edge) => edge.derived).map((edge) => [edge.key, edge]));
  const [old, now] = [derived(before), derived(after)];
  const added: Change[] = [];
  const removed: Change[] = [];
  const changed: Change[] = [];
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(key), now.get(key)];
    const [first, last] = [was && countedOf(was), is && countedOf(is)];
    if (!was && is) added.push({ edge: is, before: null, after: last ?? null });
    else if (was && !is) removed.push({ edge: was, before: first ?? null, after: null });
    else if (is && first && last && !sameCounts(first, last)) changed.push({ edge: is, before: first, after: last });
  }
  const ends = new Set([...added, ...removed, ...changed].flatMap(({ edge }) => [edge.source, edge.target]));
  const nodes = new Map([...before.nodes, ...after.nodes].map((node) => [node.key, node]));
  return {
    nodes: [...ends].sort().flatMap((key) => nodes.get(key) ?? []),
    added,
    removed,
    changed,
    articles: { added: [], removed: [] },
  };
}

/** Whether it has lost everything that it rested on. */
export const isLost = ({ before, after }: Change): boolean =>
  before !== null && before.originsMax > 0 && (after === null || after.originsMax === 0);

type Wanted = { kind: 'days'; from: string; filter: EvidenceFilter } | { kind: 'without'; filter: EvidenceFilter };

/** What is compared at the moment; undefined where nothing is. */
export const comparing = computed<Wanted | undefined>(() => {
  if (loading.value.state !== 'ready' || isForeign.value) return undefined;
  const filter = evidenceFilter.value;
  if (since.value !== null) return { kind: 'days', from: since.value, filter };
  return filter.without.size > 0 ? { kind: 'without', filter } : undefined;
});

const loaded = resource<Wanted, Comparison>(
  comparing,
  async (wanted, signal) => {
    if (wanted.kind === 'days') return api.diff(wanted.from, wanted.filter, signal);
    const [before, after] = await Promise.all([
      graphOf({ ...wanted.filter, without: new Set() }),
      graphOf(wanted.filter),
    ]);
    return compareGraphs(before, after);
  },
  true,
);
export const comparisonStatus = loaded.status;
export const retryComparison = loaded.retry;

/** The comparison as far as it is known; while the next one loads, the one before. */
export const comparison = computed<Comparison | undefined>(() => {
  const status = loaded.status.value;
  if (comparing.value === undefined) return undefined;
  return status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
});

/** What is written at an edge that is other than it was. */
export function noteOf({ before, after }: Change): string {
  if (before === null) return 'new';
  if (after === null) return 'gone';
  if (badgeText(before) !== badgeText(after)) return `${badgeText(before)} → ${badgeText(after)}`;
  if (before.articles !== after.articles) return `${before.articles} → ${after.articles} articles`;
  return before.contested === after.contested ? 'changed' : after.contested ? 'now contested' : 'no longer contested';
}

const unchanged: ReadonlyMap<string, EdgeNote> = new Map();

/** How each edge that is other than it was stands out on the canvas. */
export const edgeNotes = computed<ReadonlyMap<string, EdgeNote>>(() => {
  const found = comparison.value;
  if (!found) return unchanged;
  const of = (kind: EdgeNote['kind']) =>
    found[kind].map((change): [string, EdgeNote] => [change.edge.key, { kind, note: noteOf(change) }]);
  return new Map([...of('added'), ...of('removed'), ...of('changed')]);
});

/** What the canvas draws: what is shown, and the edges that are gone as ghosts in their places. */
export const staged = computed(() => {
  const gone = comparison.value?.removed ?? [];
  if (gone.length === 0) return shown.value;
  const ends = new Set(gone.flatMap(({ edge }) => [edge.source, edge.target]));
  const nodes = (comparison.value?.nodes ?? []).filter(({ key }) => ends.has(key) && !dataset.value.nodes.has(key));
  const edges = gone.map(({ edge }) => edge);
  return visible(merge(dataset.value, nodes, edges), filters.value, hand.value, surroundings.value);
});
