// All notes in a dialog: searched by their words, each with the way to what it is on, and kept as a file.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { NoteView } from '../../../server/schema/note.ts';
import { show } from '../../state/actions.ts';
import {
  firstPage,
  foundNotes,
  listedNotes,
  loadMore,
  moreNotes,
  notesOpen,
  noteWords,
  openNotes,
  searchedFor,
} from '../../state/all-notes.ts';
import { deleted } from '../../state/notes.ts';
import { selectArticle, selectEdge } from '../../state/selection.ts';
import { count, formatNumber, sentenceCase } from '../../text/format.ts';
import { relationWords } from '../../text/words.ts';
import { Empty, FailureCard, Progress } from '../../ui/basics.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fieldValue } from '../../ui/field.ts';
import { DeletedNote } from './DeletedNote.tsx';
import { saveNotes } from './files.ts';
import { NoteCard } from './NoteCard.tsx';

const isEdge = ({ subjectKey }: NoteView): boolean => subjectKey.includes('~');

function goTo(note: NoteView): void {
  notesOpen.value = false;
  if (isEdge(note)) selectEdge(note.subjectKey);
  else if (note.subjectType === 'Article') selectArticle(note.subjectKey);
  else void show(note.subjectKey);
  document.getElementById('panel')?.focus();
}

/** What the note is on: the way there, or that it is gone. A case has no place on the canvas. */
function Subject({ note }: { note: NoteView }) {
  const kind = isEdge(note) ? sentenceCase(relationWords(note.subjectType)) : note.subjectType;
  return (
    <h3 class="note-subject">
      {note.there && note.subjectType !== 'Case' ? (
        <button type="button" class="link" onClick={() => goTo(note)}>
          <bdi>{note.subjectName}</bdi>
        </button>
      ) : (
        <bdi>{note.subjectName}</bdi>
      )}
      <span class="relation-note">
        {kind}
        {!note.there && ' · what it was on is gone'}
      </span>
    </h3>
  );
}

function Search() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // After the dialog, which gives the focus to its first button when it opens.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      searchedFor.value = noteWords.value.trim();
    }, 150);
    return () => clearTimeout(timer);
  }, [noteWords.value]);
  const file = (as: 'csv' | 'json') => (
    <button
      type="button"
      class="button"
      title={`Save what is found as a ${as.toUpperCase()} file`}
      disabled={foundNotes.value === 0}
      onClick={() => void saveNotes(as)}
    >
      {as.toUpperCase()}
    </button>
  );
  return (
    <div class="notes-tools">
      <label class="visually-hidden" for={id}>
        Search in the notes
      </label>
      <input
        id={id}
        ref={field}
        type="text"
        maxLength={200}
        placeholder="Words, names, authors"
        value={noteWords.value}
        onInput={(event) => {
          noteWords.value = fieldValue(event);
        }}
      />
      <span class="notes-found" role="status">
        {count(foundNotes.value, 'note')}
        {searchedFor.value !== '' && ' found'}
      </span>
      {file('csv')}
      {file('json')}
    </div>
  );
}

function List() {
  const status = firstPage.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={firstPage.retry} />;
  if (status.state === 'loading' && status.previous === undefined) return <Progress what="Loading the notes" />;
  const notes = listedNotes.value;
  return (
    <>
      {deleted.value.map((note) => (
        <DeletedNote key={note.key} note={note} />
      ))}
      {notes.length === 0 && (
        <Empty
          title={searchedFor.value === '' ? 'There are no notes yet' : 'No note has these words'}
          action={searchedFor.value === '' ? undefined : { title: 'List all notes', run: openNotes }}
        >
          {searchedFor.value === ''
            ? 'Select a node or a relation and press n to write one.'
            : 'Try fewer of them, or the beginning of a word.'}
        </Empty>
      )}
      <ul class="note-thread all-notes" aria-label="All notes">
        {notes.map((note) => (
          <li key={note.key}>
            <Subject note={note} />
            <NoteCard note={note} />
          </li>
        ))}
      </ul>
      {moreNotes.value !== null && (
        <button type="button" class="button" onClick={() => void loadMore()}>
          Show more; {formatNumber(foundNotes.value - notes.length)} are left
        </button>
      )}
    </>
  );
}

export const NotesDialog = () => (
  <Dialog open={notesOpen} title="All notes">
    {notesOpen.value && (
      <div class="notes-dialog">
        <Search />
        <List />
      </div>
    )}
  </Dialog>
);
