// What the panel shows of the selection, loaded from the server: a node's degrees, an edge's evidence, an article.
import { computed, signal } from '@preact/signals';
import { api } from '../api.ts';
import { isForeign, loading } from './data.ts';
import { resource } from './resource.ts';
import { selectedArticle, selectedEdge, selectedNode } from './selection.ts';
import { asOf } from './view.ts';

/** The key of the assertion to scroll to when the article opens. */
export const focusedAssertion = signal<string | null>(null);

const ready = <T>(wanted: () => T | undefined) =>
  computed(() => (loading.value.state === 'ready' ? wanted() : undefined));
export const article = resource(
  ready(() => selectedArticle.value),
  (key, signal) => api.article(key, signal),
);
export const evidence = resource(
  // Somebody else's database keeps no evidence: its edges say all they know themselves.
  ready(() =>
    isForeign.value || selectedEdge.value === undefined ? undefined : { key: selectedEdge.value, asOf: asOf.value },
  ),
  ({ key, asOf }, signal) => api.evidence(key, asOf, signal),
);
export const nodeDetail = resource(
  ready(() => selectedNode.value),
  (key, signal) => api.node(key, signal),
  true,
);
