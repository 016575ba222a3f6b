// Searches for the fields that take a node of one kind only.
import type { SearchResult } from '../../server/schema/view.ts';
import { api } from '../api.ts';
import { actorTypes } from './filters.ts';

/** Whoever can hold a position. */
export async function findActors(query: string, signal: AbortSignal): Promise<SearchResult> {
  const { rows } = await api.search(query, signal);
  return { rows: rows.filter(({ labels }) => actorTypes.has(labels[0] ?? '')) };
}

/** Unnamed sources, but the one with the key `self`, whose description or article holds what is typed. */
export async function findSources(query: string, self: string, signal: AbortSignal): Promise<SearchResult> {
  const { nodes } = await api.sources(signal);
  const wanted = query.trim().toLowerCase();
  const rows = nodes
    .filter((node) => node.key !== self && node.properties.kind === 'anonymous')
    .filter((node) => `${node.name} ${node.key}`.toLowerCase().includes(wanted))
    .slice(0, 20)
    .map(({ key, labels, name }) => ({ key, labels, name, aliases: [key.replace(/^source:/, '')], score: 2 }));
  return { rows };
}
