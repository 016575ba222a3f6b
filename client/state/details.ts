// What the panel shows of the selection, loaded from the server: a node's degrees, an edge's evidence, an article.
import { computed, signal } from '@preact/signals';
import type { AssertionView, NodeView } from '../../server/schema/view.ts';
import { api, type EvidenceFilter } from '../api.ts';
import { otherEnd, typeOf } from '../graph/model.ts';
import { dataset, isForeign, loading, main, truncated } from './data.ts';
import { drawnLabels } from './display-limit.ts';
import { actorTypes } from './filters/positions.ts';
import { resource } from './resource.ts';
import { selectedArticle, selectedEdge, selectedNode } from './selection.ts';
import { evidenceFilter } from './view.ts';

/** The key of the assertion to scroll to when the article opens. */
export const focusedAssertion = signal<string | null>(null);

/** A key with the filter it is asked under, once there is anything to ask about. */
const ready = (wanted: () => string | undefined) => {
  // On its own, so that what is read to find it makes no other question of the same key.
  const name = computed(() => (loading.value.state === 'ready' ? wanted() : undefined));
  return computed(() => (name.value === undefined ? undefined : { key: name.value, filter: evidenceFilter.value }));
};
export const article = resource(
  ready(() => selectedArticle.value),
  ({ key, filter }, signal) => api.article(key, filter, signal),
);
export const evidence = resource(
  // Somebody else's database keeps no evidence: its edges say all they know themselves.
  ready(() => (isForeign.value ? undefined : selectedEdge.value)),
  ({ key, filter }, signal) => api.evidence(key, filter, signal),
);
export const nodeDetail = resource(
  ready(() => selectedNode.value),
  ({ key, filter }, signal) => api.node(key, filter, signal),
  true,
);

/** Of a node that is told about while not everything is drawn, so many relations are asked for. */
const mostWhole = 500;

const isDrawn = (node: NodeView): boolean => isForeign.peek() || drawnLabels.has(typeOf(node));

/**
 * The relations of the node that the panel is about, where the display limit keeps some of them from the canvas: what is
 * said of it must not depend on that.
 */
export const wholeRelations = resource(
  ready(() => (truncated.value ? (selectedNode.value ?? main.value) : undefined)),
  async ({ key, filter }, signal) => {
    const { nodes, edges, total, next } = await api.neighbours(key, { limit: mostWhole }, filter, signal);
    const told = new Map(nodes.filter(isDrawn).map((node) => [node.key, node]));
    const its = edges.filter((edge) => told.has(otherEnd(edge, key)));
    return { key, nodes: told, edges: its, left: next === null ? 0 : total - edges.length };
  },
  true,
);

/** Of so many of an actor's voices (sources it is, assertions on its behalf) the words are asked for. */
const mostVoices = 12;

export interface Sayings {
  /** Whose they are. */
  key: string;
  assertions: AssertionView[];
  /** Whether there are more voices than were asked for. */
  more: boolean;
}

/** What an actor says or denies, by its own mouth or through those who speak for it. */
async function loadSayings(key: string, filter: EvidenceFilter, signal: AbortSignal): Promise<Sayings> {
  const voices = await api.neighbours(
    key,
    { types: ['IDENTIFIED_AS', 'ON_BEHALF_OF'], direction: 'in', limit: mostVoices },
    filter,
    signal,
  );
  const found = await Promise.all(voices.edges.map((edge) => api.evidence(edge.key, filter, signal)));
  const assertions = new Map(found.flatMap((one) => one.assertions.map((of) => [of.key, of] as const)));
  return { key, assertions: [...assertions.values()], more: voices.next !== null };
}

/** What rests on a source's word: of one that is named by all its voices, else in the article that it spoke to. */
async function loadOnWordOf(
  { key, properties }: NodeView,
  filter: EvidenceFilter,
  signal: AbortSignal,
): Promise<Sayings> {
  if (typeof properties.spokeTo !== 'string') {
    const actor = key.replace(/^source:/, '');
    const found = await api.evidence(`IDENTIFIED_AS~${key}~${actor}`, filter, signal);
    return { key, assertions: found.assertions, more: false };
  }
  const { assertions } = await api.article(properties.spokeTo, filter, signal);
  const its = assertions.filter(({ chains }) => chains.some((chain) => chain.some((link) => link.key === key)));
  return { key, assertions: its, more: false };
}

/** The node where it is on the canvas, or as it is loaded for the panel. */
function nodeOf(key: string): NodeView | undefined {
  const status = nodeDetail.status.value;
  const loaded = status.state === 'ready' && status.value.node.key === key ? status.value.node : undefined;
  return dataset.value.nodes.get(key) ?? loaded;
}

/** Nodes that have a word of their own. */
const speaks = (type: string): boolean => actorTypes.has(type) || type === 'Source';

export const sayings = resource(
  ready(() => {
    const key = isForeign.value ? undefined : selectedNode.value;
    const node = key === undefined ? undefined : nodeOf(key);
    return node && speaks(typeOf(node)) ? node.key : undefined;
  }),
  ({ key, filter }, signal) => {
    const node = nodeOf(key);
    return node && typeOf(node) === 'Source' ? loadOnWordOf(node, filter, signal) : loadSayings(key, filter, signal);
  },
);
