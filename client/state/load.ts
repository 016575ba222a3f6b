// Loads what the page shows: once at the start, and the graph anew whenever other articles count.
import { batch, effect } from '@preact/signals';
import type { GraphView } from '../../server/schema/view.ts';
import { addressOf, api, type EvidenceFilter, failureOf, filterQuery, isFiltered } from '../api.ts';
import { type Dataset, emptyDataset, mainPlans, merge } from '../graph/model.ts';
import { spreadHues } from '../graph/palette.ts';
import { callBy } from '../text/cypher-values.ts';
import { count } from '../text/format.ts';
import { readAddress } from './address.ts';
import { stand } from './camera.ts';
import { articles, counting, dataset, isForeign, loading, mains, meta, reportsOf, truncated } from './data.ts';
import { limited, mostOf, wantedLabels } from './display-limit.ts';
import { fetchNodes, withFetched } from './fetch-nodes.ts';
import { visible } from './filters.ts';
import { forgetPlaces, frame, layOut } from './graph.ts';
import { forgetGraphs, graphOf } from './graphs.ts';
import { arrangeAtFirst, forcesAtFirst } from './layout.ts';
import { followMerges } from './merged.ts';
import { notify } from './notices.ts';
import { dataVersion } from './resource.ts';
import { stepBack } from './selection.ts';
import { applyView, camera, evidenceFilter, filters, hand, most, picked, selection, view } from './view.ts';
import { encodeView, noFilter, type View } from './view-url.ts';

let attempt = 0;
/** How many nodes the latest loading asked for. */
let mostAsked: number | null = null;

/** A case or key of an old address that is gone: the filter without it, and a word on what happened. */
function withoutStale(filter: EvidenceFilter, error: unknown): EvidenceFilter | undefined {
  const failure = failureOf(error);
  if (failure.code !== 'not-found' || (filter.case === null && filter.without.size === 0)) return undefined;
  notify(`${failure.title}. Everything counts instead.`, 'problem');
  return { ...filter, case: null, without: new Set() };
}

/** The graph under a filter, and the filter without what of it is gone. */
async function graphUnder(filter: EvidenceFilter): Promise<{ graph: GraphView; filter: EvidenceFilter }> {
  try {
    return { graph: await graphOf(filter, wantedLabels.peek(), most.peek()), filter };
  } catch (error) {
    const next = withoutStale(filter, error);
    if (!next) throw error;
    return { graph: await graphOf(next, wantedLabels.peek(), most.peek()), filter: next };
  }
}

/** The graph under the present filter. */
async function currentGraph(): Promise<GraphView> {
  const before = evidenceFilter.peek();
  const { graph, filter } = await graphUnder(before);
  if (filter !== before) evidenceFilter.value = filter;
  return graph;
}

/** The keys of the articles that count under a filter, or null where all do. */
async function countingArticles(filter: EvidenceFilter = evidenceFilter.peek()): Promise<ReadonlySet<string> | null> {
  if (isForeign.peek() || !isFiltered(filter)) return null;
  return new Set((await api.articles(filter)).articles.map(({ key }) => key));
}

/** Loads everything the page opens with. Nodes that the address adds are fetched too; a stale address says so. */
export async function load(): Promise<void> {
  const mine = ++attempt;
  forgetGraphs();
  loading.value = { state: 'loading', what: 'Loading the graph' };
  try {
    // The places are those of the whole, whatever counts at first: so that nothing jumps when more does.
    const asked = api.meta();
    // How many nodes may be asked for is known only then; mostly as many are as open.
    const wanted = most.peek();
    const { most: allowed, why } = wanted === null ? { most: null } : mostOf(wanted, await asked);
    if (mine !== attempt) return;
    mostAsked = allowed;
    most.value = allowed;
    if (why !== undefined) notify(why, 'problem');
    const [about, whole] = await Promise.all([asked, graphOf(noFilter, null, allowed)]);
    if (mine !== attempt) return;
    limited.value = whole.truncated;
    // Another model has other filters to begin with, so the address is read again in their light.
    const known = meta.value;
    batch(() => {
      meta.value = about;
      callBy(about.labels);
      spreadHues(about.model === 'foreign' ? about.labels.map(({ label }) => label) : []);
      if (known === null && isForeign.value) readAddress(encodeView(view.value));
    });
    const there = new Set(whole.nodes.map(({ key }) => key));
    const asNamed = view.peek();
    const asNow = await followMerges(asNamed, (key) => there.has(key));
    if (mine !== attempt) return;
    if (asNow !== asNamed) applyView(asNow);
    const kept = about.model === 'hearsay' ? await api.articles(noFilter) : { articles: [] };
    const graph = await currentGraph();
    const filter = evidenceFilter.peek();
    const those = await countingArticles();
    if (mine !== attempt) return;
    loading.value = { state: 'loading', what: `Arranging ${count(whole.nodes.length, 'node')}` };
    const all = merge(emptyDataset, whole.nodes, whole.edges);
    await layOut(all, forcesAtFirst);
    if (mine !== attempt) return;
    const data = await fetchMissing(merge(emptyDataset, graph.nodes, graph.edges));
    const plans = isForeign.peek() ? null : mainPlans(all);
    const around = { mains: plans ?? undefined, reportsOf: reportsOf.peek() };
    await arrangeAtFirst(visible(data, filters.peek(), hand.peek(), around));
    if (mine !== attempt) return;
    const late = evidenceFilter.peek() !== filter;
    performance.mark('hearsay:data');
    batch(() => {
      articles.value = kept.articles;
      counting.value = those;
      mains.value = plans;
      dataset.value = data;
      truncated.value = graph.truncated;
      loading.value = { state: 'ready' };
    });
    if (late) await reload();
  } catch (error) {
    if (mine === attempt) loading.value = { state: 'failed', failure: failureOf(error) };
  }
}

type Named = Pick<View, 'hand' | 'picked' | 'selection' | 'evidence'>;

/** The data with the nodes that a view puts on the canvas or selects but they do not hold; and the keys that are gone. */
async function withNamed(data: Dataset, of: Named): Promise<{ data: Dataset; gone: readonly string[] }> {
  const selected = of.selection?.kind === 'node' ? [of.selection.key] : [];
  const fetched = await fetchNodes([...of.hand.added, ...of.picked, ...selected], data, of.evidence);
  return { data: withFetched(data, fetched), gone: fetched.gone };
}

/** The same for what is looked at; a stale address says so. */
async function fetchMissing(data: Dataset): Promise<Dataset> {
  const { data: grown, gone } = await withNamed(data, view.peek());
  if (gone.length > 0) {
    const away = new Set(gone);
    const added = new Set([...hand.value.added].filter((key) => !away.has(key)));
    hand.value = { ...hand.value, added };
    picked.value = new Set([...picked.value].filter((key) => !away.has(key)));
    if (selection.value?.kind === 'node' && away.has(selection.value.key)) stepBack();
    notify(
      `The address names ${count(gone.length, 'node')} that the data no longer ${gone.length === 1 ? 'holds' : 'hold'}: ${gone.slice(0, 3).join(', ')}. The rest of the view was restored.`,
      'problem',
    );
  }
  return grown;
}

/** For which filter the data were loaded before it was set: nothing has to be loaded for it again. */
let loadedFor: EvidenceFilter | undefined;

/**
 * Turns to another view in one: fetches what it needs, then calls `apply` with the view, its filter being the present
 * one where they say the same. False where another turn came in between. Errors: what a request fails with.
 */
export async function turnTo(kept: View, apply: (next: View) => void): Promise<boolean> {
  const mine = ++attempt;
  const next = await followMerges(kept, (key) => dataset.peek().nodes.has(key));
  const now = evidenceFilter.peek();
  const same = addressOf('', filterQuery(now)) === addressOf('', filterQuery(next.evidence));
  const { graph, filter } = same ? { graph: null, filter: now } : await graphUnder(next.evidence);
  // Views are saved in Hearsay's own model only, of which as many nodes are shown as can be.
  const to = { ...next, evidence: filter, most: most.peek() };
  const base = graph === null ? dataset.peek() : merge(emptyDataset, graph.nodes, graph.edges);
  const [{ data, gone }, those] = await Promise.all([
    withNamed(base, to),
    graph === null ? counting.peek() : countingArticles(filter),
  ]);
  if (mine !== attempt) return false;
  const lost = to.selection?.kind === 'node' && gone.includes(to.selection.key);
  batch(() => {
    loadedFor = filter;
    counting.value = those;
    dataset.value = data;
    if (graph !== null) truncated.value = graph.truncated;
    // Around what this view shows, as it would be after loading the page anew.
    frame.value = null;
    apply(lost ? { ...to, selection: null } : to);
  });
  return true;
}

/** Fetches the graph for what counts now; what was added by hand stays, and nothing moves. */
async function reload(): Promise<void> {
  const mine = ++attempt;
  try {
    const [graph, those] = await Promise.all([currentGraph(), countingArticles()]);
    if (mine !== attempt) return;
    const data = await fetchMissing(merge(emptyDataset, graph.nodes, graph.edges));
    if (mine !== attempt) return;
    batch(() => {
      counting.value = those;
      dataset.value = data;
      truncated.value = graph.truncated;
    });
  } catch (error) {
    if (mine === attempt) loading.value = { state: 'failed', failure: failureOf(error) };
  }
}

/** Fetches anew what a decision may have changed: the graph, the articles, and every resource that is looked at. */
export async function refresh(): Promise<void> {
  forgetGraphs();
  dataVersion.value++;
  if (!isForeign.peek()) {
    const [kept, whole] = await Promise.all([api.articles(noFilter), graphOf(noFilter)]);
    articles.value = kept.articles;
    mains.value = mainPlans(merge(emptyDataset, whole.nodes, whole.edges));
  }
  await reload();
}

/** The same after a typed statement wrote, which may have changed anything: what there is, and how it is called, too. */
export async function refreshAll(): Promise<void> {
  const about = await api.meta();
  batch(() => {
    meta.value = about;
    callBy(about.labels);
  });
  await refresh();
}

/** Another number of nodes is another drawing: it is arranged as it would be after loading the page anew. */
async function loadAnew(): Promise<void> {
  forgetPlaces();
  const at = camera.peek();
  await load();
  // Where the address says, which a step back in the browser brought; else it shows all.
  stand(at);
}

/** Keeps the graph in step with what counts and how many nodes are asked for. Called once, when the page starts. */
export function startReloading(): () => void {
  let last = evidenceFilter.peek();
  let lastLabels = wantedLabels.peek();
  let lastMost = most.peek();
  return effect(() => {
    const now = evidenceFilter.value;
    const labels = wantedLabels.value;
    const nodes = most.value;
    const sameLabels = labels?.join() === lastLabels?.join();
    if (now === last && sameLabels && nodes === lastMost) return;
    const there = now === loadedFor && sameLabels;
    last = now;
    lastLabels = labels;
    lastMost = nodes;
    loadedFor = undefined;
    // Also while it is loaded: what is on its way is of another number.
    if (nodes !== mostAsked) void loadAnew();
    else if (!there && loading.peek().state === 'ready') void reload();
  });
}
