// Searches for the fields that take a node of one kind only.
import type { ArticleRef, NodeView, SearchResult } from '../../server/schema/view.ts';
import { api } from '../api.ts';
import { sourceLine } from '../text/source.ts';
import { articles } from './data.ts';
import { actorTypes } from './filters/positions.ts';

/** Whoever can hold a position. */
export async function findActors(query: string, signal: AbortSignal): Promise<SearchResult> {
  const { rows } = await api.search(query, signal);
  return { rows: rows.filter(({ labels }) => actorTypes.has(labels[0] ?? '')) };
}

const most = 20;

/** Unnamed sources but the one with the key `self`, whose description, or the article they spoke to, holds all words of the query. */
export function sourcesLike(
  nodes: readonly NodeView[],
  { query, self, known }: { query: string; self: string; known: readonly ArticleRef[] },
): SearchResult['rows'] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return nodes
    .filter((node) => node.key !== self && node.properties.kind === 'anonymous')
    .map((node) => ({ key: node.key, labels: node.labels, name: sourceLine(node, known), aliases: [], score: 3 }))
    .filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)))
    .slice(0, most);
}

export async function findSources(query: string, self: string, signal: AbortSignal): Promise<SearchResult> {
  const { nodes } = await api.sources(signal);
  return { rows: sourcesLike(nodes, { query, self, known: articles.value }) };
}
