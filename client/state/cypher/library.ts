// The library of statements that comes with the server, beside those that somebody saved, in groups and searchable.
import { computed, signal } from '@preact/signals';
import type { SavedQuery } from '../../../server/schema/cypher.ts';
import { api, failureOf } from '../../api.ts';
import { loading } from '../data.ts';
import { resource } from '../resource.ts';
import { openDraft } from './drafts.ts';
import { type Field, fieldOf } from './parameters.ts';
import { ownGroup, saved } from './saved.ts';

/** A server without a library has no such address. */
async function fromServer(abort: AbortSignal): Promise<SavedQuery[]> {
  try {
    return (await api.queries(abort)).queries;
  } catch (error) {
    if (failureOf(error).code === 'not-found') return [];
    throw error;
  }
}

export const library = resource(
  computed(() => (loading.value.state === 'ready' ? 'library' : undefined)),
  (_, abort) => fromServer(abort),
  true,
);

/** What is typed into the library's search. */
export const librarySearch = signal('');

export interface Group {
  title: string;
  queries: readonly SavedQuery[];
}

/** In groups, one's own first, the others in the order in which the server names them; only those with every word. */
export function grouped(own: readonly SavedQuery[], theirs: readonly SavedQuery[], words: string): Group[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (query: SavedQuery) => {
    const text = [query.title, query.description, query.group, query.statement].join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const groups = new Map<string, SavedQuery[]>();
  for (const query of [...own.map((one) => ({ ...one, group: ownGroup })), ...theirs]) {
    if (!found(query)) continue;
    const list = groups.get(query.group);
    if (list) list.push(query);
    else groups.set(query.group, [query]);
  }
  return [...groups].map(([title, queries]) => ({ title, queries }));
}

export const groups = computed<Group[]>(() => {
  const status = library.status.value;
  return grouped(saved.value, status.state === 'ready' ? status.value : [], librarySearch.value);
});

/** Opens a statement of the library with its parameters' defaults. */
export function openSaved({ title, statement, parameters }: SavedQuery): void {
  const filled: Record<string, Field> = {};
  for (const { name, type, default: usual } of parameters) filled[name] = fieldOf(type, usual);
  openDraft({ title, text: statement, fields: filled });
}

/** What a parameter is called where the library says so. */
export function labelOf(statementTitle: string | null, parameter: string): string | undefined {
  const status = library.status.value;
  const all = [...saved.value, ...(status.state === 'ready' ? status.value : [])];
  return all.find(({ title }) => title === statementTitle)?.parameters.find(({ name }) => name === parameter)?.label;
}
