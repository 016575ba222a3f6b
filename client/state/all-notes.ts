// The list of all notes: what is searched for, the pages that are loaded, and all of them for a file.
import { batch, computed, signal } from '@preact/signals';
import type { NoteList, NoteView } from '../../server/schema/note.ts';
import { api } from '../api.ts';
import { withProgress } from './actions.ts';
import { resource } from './resource.ts';

export const notesOpen = signal(false);
/** The words that are looked for, as typed. */
export const noteWords = signal('');
/** The words of the list that is shown; behind what is typed. */
export const searchedFor = signal('');

const first = computed(() => (notesOpen.value ? { q: searchedFor.value } : undefined));
/** The first page of what is found. */
export const firstPage = resource(first, ({ q }, signal) => api.notes({ q }, signal), true);

/** The pages after it, for the first page that they go on from. */
const further = signal<{ after: NoteList; pages: readonly NoteList[] } | null>(null);

const pages = computed((): readonly NoteList[] => {
  const status = firstPage.status.value;
  const now = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
  if (now === undefined) return [];
  return [now, ...(further.value?.after === now ? further.value.pages : [])];
});
export const listedNotes = computed<readonly NoteView[]>(() => pages.value.flatMap(({ notes }) => notes));
export const foundNotes = computed(() => pages.value[0]?.total ?? 0);
export const moreNotes = computed(() => pages.value.at(-1)?.next ?? null);

export async function loadMore(): Promise<void> {
  const [after, ...rest] = pages.peek();
  const cursor = moreNotes.peek();
  if (after === undefined || cursor === null) return;
  const page = await withProgress('Loading more notes', () => api.notes({ q: searchedFor.peek(), cursor }));
  if (page && pages.peek()[0] === after) further.value = { after, pages: [...rest, page] };
}

/** Every note that is found, whatever is loaded. */
export async function everyNote(q: string): Promise<NoteView[]> {
  const all: NoteView[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: NoteList = await api.notes({ q, limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    all.push(...page.notes);
    cursor = page.next;
  }
  return all;
}

export function openNotes(): void {
  batch(() => {
    noteWords.value = '';
    searchedFor.value = '';
    notesOpen.value = true;
  });
}
