// Notes on nodes and relations: how many there are, the thread in the panel, and writing, editing, deleting, putting back.
import { computed, effect, signal } from '@preact/signals';
import type { Note, NoteView } from '../../server/schema/note.ts';
import { api, type Failure, failureOf } from '../api.ts';
import { withProgress } from './actions.ts';
import { comparing } from './compare.ts';
import { isForeign, loading, main, noteCounts } from './data.ts';
import { by } from './decide.ts';
import { notify } from './notices.ts';
import { pathOpen } from './path.ts';
import { dataVersion, resource } from './resource.ts';
import { several } from './selection.ts';
import { selection } from './view.ts';

/** Characters in a note: the server takes no more. */
export const longestNote = 10_000;

const whenReady = computed(() => (loading.value.state === 'ready' && !isForeign.value ? true : undefined));
const subjects = resource(whenReady, (_, signal) => api.noteSubjects(signal), true);

/** What the panel looks at, and its notes are on: a node, a relation or an article; undefined where it is none of these. */
export const noteSubject = computed(() => {
  if (selection.value !== null) return selection.value.key;
  const elsewhere = several.value || pathOpen.value || comparing.value !== undefined;
  return elsewhere ? undefined : main.value;
});

/** The notes on it, the oldest first; asked for only where there are any. */
export const thread = resource(
  computed(() => {
    const key = whenReady.value && noteSubject.value;
    return key !== undefined && noteCounts.value?.has(key) ? key : undefined;
  }),
  (key, signal) => api.notesOn(key, signal),
);

export const totalNotes = computed(() => [...(noteCounts.value?.values() ?? [])].reduce((sum, one) => sum + one, 0));

/** What is being written, by the subject of a new note or the key of one that is edited; kept while the page is open. */
export interface Draft {
  text: string;
  open: boolean;
  /** Of an edit: the version that was read. */
  version?: number;
  /** Why it could not be saved. */
  failure?: Failure;
}
export const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

export function setDraft(id: string, draft: Draft | undefined): void {
  const next = new Map(drafts.peek());
  if (draft === undefined) next.delete(id);
  else next.set(id, draft);
  drafts.value = next;
}

/** Opens the form of a draft, with what was written in it before. */
export function openDraft(id: string, first: Pick<Draft, 'text' | 'version'> = { text: '' }): void {
  setDraft(id, { ...(drafts.peek().get(id) ?? first), open: true });
}

/** Closes the form; what was written stays, unless it is what it was at first. */
export function closeDraft(id: string, first = ''): void {
  const draft = drafts.peek().get(id);
  if (draft) setDraft(id, draft.text.trim() === first ? undefined : { ...draft, open: false });
}

/** Opens the form for a note on what the panel looks at: for the key. */
export function writeOnSelection(): void {
  const subject = noteSubject.value;
  if (isForeign.value) notify(noNotesHere);
  else if (subject === undefined) notify('Select one node or relation first, then press the key again for its notes.');
  else openDraft(subject);
}

export const noNotesHere =
  'This database holds somebody else’s data, and no notes are written into it. Open a database of Hearsay’s own to keep notes.';

/** What is wrong with the words, or undefined. */
export function noteFault(text: string): string | undefined {
  const length = text.trim().length;
  if (length === 0) return 'Write something first.';
  if (length > longestNote)
    return `This is ${length - longestNote} characters too long: a note has at most ${longestNote}. Make two of it.`;
  return by.value.trim() === '' ? 'Say who writes.' : undefined;
}

/** Whatever shows notes asks again. */
const changed = (): void => {
  dataVersion.value++;
};

/** `otherwise` is the draft that takes the words where the note is gone that they were for. */
async function save(id: string, work: () => Promise<unknown>, otherwise = id): Promise<boolean> {
  const draft = drafts.peek().get(id);
  if (!draft) return false;
  try {
    await work();
    setDraft(id, undefined);
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'not-found' && otherwise !== id && !drafts.peek().has(otherwise)) {
      setDraft(id, undefined);
      setDraft(otherwise, { text: draft.text, open: true, failure });
    } else setDraft(id, { ...draft, failure });
    return false;
  } finally {
    changed();
  }
}

export const saveNew = (subject: string): Promise<boolean> =>
  save(subject, () =>
    api.writeNote({ subject, text: drafts.peek().get(subject)?.text.trim() ?? '', by: by.value.trim() }),
  );

/** `over` saves over what somebody wrote meanwhile, which the thread shows by then. */
export const saveEdit = (note: Note, over = false): Promise<boolean> =>
  save(
    note.key,
    () => {
      const draft = drafts.peek().get(note.key);
      const version = over ? note.version : (draft?.version ?? note.version);
      return api.editNote(note.key, { text: draft?.text.trim() ?? '', by: by.value.trim(), version });
    },
    note.subjectKey,
  );

/** Notes that were deleted here, to be put back while the page is open; the latest last. */
export const deleted = signal<readonly Note[]>([]);

export async function deleteNote({ key, version }: NoteView): Promise<void> {
  const report = await withProgress('Deleting the note', () => api.deleteNote(key, version));
  if (report) deleted.value = [...deleted.peek(), report.note];
  changed();
}

export async function putBack(note: Note): Promise<void> {
  const report = await withProgress('Putting the note back', () => api.restoreNote(note));
  if (!report) return;
  deleted.value = deleted.peek().filter(({ key }) => key !== note.key);
  changed();
}

/** Tells the filters and the canvas what has notes. Called once, when the page starts. */
export function startNotes(): () => void {
  return effect(() => {
    const status = subjects.status.value;
    if (status.state === 'ready')
      noteCounts.value = new Map(status.value.subjects.map(({ key, notes }) => [key, notes]));
    else if (status.state === 'idle') noteCounts.value = undefined;
  });
}
