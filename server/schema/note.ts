// Notes: what people write beside any node or edge, in the order it was written.
import { z } from 'zod';
import { NoteKey } from './key.ts';
import { Cursor, EdgeKey, SearchWords, whole } from './query.ts';
import { Moment, VisibleLine, VisiblePassage } from './text.ts';

export const noteLimits = { text: 10_000, by: 200, name: 300, page: 500 } as const;

/** The name of a subject as a note keeps it: one line, of a long claim or quote its beginning. */
export function shortName(name: string): string {
  const letters = [...name.replace(/[\s\p{Cc}]+/gu, ' ')];
  return letters.length > noteLimits.name ? `${letters.slice(0, noteLimits.name - 1).join('')}…` : letters.join('');
}

const Text = VisiblePassage.max(noteLimits.text).describe('Plain text; line breaks are kept, markup means nothing.');
const By = VisibleLine.max(noteLimits.by).describe('Who writes.');
/** Of a note that is put back: fewer edits than any has, and so many fewer than `Version` takes that none gets beyond that. */
const mostEdits = 1_000_000;
const Version = z.int().min(1).max(1_000_000_000);

/** A note as it is stored. */
export const Note = z.strictObject({
  key: NoteKey,
  subjectKey: EdgeKey.describe('The key of the node or edge that it is on.'),
  subjectName: VisibleLine.max(4 * noteLimits.name + 10).describe(
    'What that is called, or was when it was last there.',
  ),
  subjectType: VisibleLine.max(200).describe('The label of the node, or the type of the edge.'),
  text: Text,
  by: By,
  writtenOn: Moment,
  editedOn: Moment.nullable(),
  editedBy: By.nullable(),
  version: Version.max(mostEdits).describe('1 as written, one more with each edit.'),
});
export type Note = z.infer<typeof Note>;

export const NoteBody = z.strictObject({
  subject: EdgeKey.describe('The key of any node, or of any edge: TYPE~source~target.'),
  text: Text,
  by: By,
});
export type NoteBody = z.infer<typeof NoteBody>;
export const NoteEdit = z.strictObject({
  text: Text,
  by: By,
  version: Version.describe('The version that was read: where it is not the present one, nothing is written.'),
});
export type NoteEdit = z.infer<typeof NoteEdit>;

export const NoteKeyParams = z.strictObject({ key: NoteKey.describe('The key of a note.') });
export const NoteRemoval = z.strictObject({
  version: whole(1, 999_999_999).describe(
    'The version that was read: where it is not the present one, the note stays.',
  ),
});
export const NotesQuery = z.strictObject({
  subject: EdgeKey.optional().describe('Only the notes on this node or edge, the oldest first.'),
  q: SearchWords.optional().describe('Only notes with all these words in them, their subject’s name or their author.'),
  limit: whole(1, noteLimits.page).default(100).describe('The most notes on a page.'),
  cursor: Cursor.optional(),
});
export type NotesQuery = z.output<typeof NotesQuery>;

export const NoteView = Note.extend({
  there: z
    .boolean()
    .describe('false where what it was on is gone; the note stays, and is on it again if it comes back.'),
});
export type NoteView = z.infer<typeof NoteView>;
export const NoteList = z.object({
  notes: z.array(NoteView).describe('Of one subject the oldest first, else the newest.'),
  total: z.int().describe('How many there are on all pages.'),
  next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
});
export type NoteList = z.infer<typeof NoteList>;
export const NoteSubjects = z.object({
  subjects: z.array(z.object({ key: z.string(), notes: z.int() })).describe('What has notes, and how many; by key.'),
});
export type NoteSubjects = z.infer<typeof NoteSubjects>;
export const NoteReport = z.object({
  outcome: z.enum(['created', 'changed', 'unchanged', 'removed']),
  note: Note.describe('As it is now; a removed one as it was, to be put back by POST /api/notes/restored.'),
});
export type NoteReport = z.infer<typeof NoteReport>;
