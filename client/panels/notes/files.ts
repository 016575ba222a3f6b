// The notes that are found, as a CSV or a JSON file.
import type { NoteView } from '../../../server/schema/note.ts';
import { withProgress } from '../../state/actions.ts';
import { everyNote, searchedFor } from '../../state/all-notes.ts';
import { download } from '../../state/download.ts';
import { csvOf } from '../../ui/table-csv.ts';

const columns: readonly (readonly [title: string, of: (note: NoteView) => string])[] = [
  ['Key', ({ key }) => key],
  ['Subject key', ({ subjectKey }) => subjectKey],
  ['Subject', ({ subjectName }) => subjectName],
  ['Type', ({ subjectType }) => subjectType],
  ['There', ({ there }) => (there ? 'yes' : 'no')],
  ['Text', ({ text }) => text],
  ['Written by', ({ by }) => by],
  ['Written on', ({ writtenOn }) => writtenOn],
  ['Edited by', ({ editedBy }) => editedBy ?? ''],
  ['Edited on', ({ editedOn }) => editedOn ?? ''],
];

export const notesCsv = (notes: readonly NoteView[]): Blob =>
  csvOf(
    columns.map(([title]) => title),
    notes.map((note) => columns.map(([, of]) => of(note))),
  );
export const notesJson = (notes: readonly NoteView[]): Blob =>
  new Blob([`${JSON.stringify({ notes }, null, 2)}\n`], { type: 'application/json' });

/** Keeps all that is found as a file. */
export async function saveNotes(as: 'csv' | 'json'): Promise<void> {
  const notes = await withProgress('Collecting the notes', () => everyNote(searchedFor.peek()));
  if (notes) download(`notes.${as}`, as === 'csv' ? notesCsv(notes) : notesJson(notes));
}
