// One note: its words as they were typed, who wrote and edited it and when, and the ways to change it.
import type { NoteView } from '../../../server/schema/note.ts';
import { canDecide } from '../../state/decide.ts';
import { closeDraft, deleteNote, drafts, openDraft, saveEdit, setDraft } from '../../state/notes.ts';
import { formatDate } from '../../text/format.ts';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { undoOf } from './DeletedNote.tsx';
import { NoteForm } from './NoteForm.tsx';

/** What has the focus once an edit ends. */
const editOf = (key: string): string => `edit ${key}`;

function Actions({ note }: { note: NoteView }) {
  const edit = useFocusTurn<HTMLButtonElement>(editOf(note.key));
  const kept = drafts.value.has(note.key);
  const remove = () => {
    focusNext(undoOf(note.subjectKey));
    void deleteNote(note);
  };
  return (
    <span class="note-actions">
      <button
        ref={edit}
        type="button"
        class="link"
        onClick={() => openDraft(note.key, { text: note.text, version: note.version })}
      >
        {kept ? 'Go on editing' : 'Edit'}
      </button>
      <button type="button" class="link" onClick={remove}>
        Delete
      </button>
    </span>
  );
}

/** "Ada, 24 Oct 2024, 09:30 UTC; edited by Ben 25 Oct 2024, 10:00 UTC". */
const Byline = ({ note: { by, writtenOn, editedBy, editedOn } }: { note: NoteView }) => (
  <span>
    <bdi>{by}</bdi>, {formatDate(writtenOn)}
    {editedOn !== null && (
      <>
        ; edited{' '}
        {editedBy !== null && editedBy !== by && (
          <>
            by <bdi>{editedBy}</bdi>,{' '}
          </>
        )}
        {formatDate(editedOn)}
      </>
    )}
  </span>
);

function Edit({ note }: { note: NoteView }) {
  const done = () => focusNext(editOf(note.key));
  const save = async (over: boolean) => {
    if (await saveEdit(note, over)) done();
  };
  const leave = () => {
    setDraft(note.key, undefined);
    done();
  };
  const cancel = () => {
    closeDraft(note.key, note.text);
    done();
  };
  return (
    <NoteForm id={note.key} label="Edit the note" onCancel={cancel} onSave={() => save(false)}>
      {drafts.value.get(note.key)?.failure?.code === 'conflict' && (
        <>
          <button type="button" class="button" onClick={() => void save(true)}>
            Save over it
          </button>
          <button type="button" class="button" onClick={leave}>
            Leave theirs
          </button>
        </>
      )}
    </NoteForm>
  );
}

export function NoteCard({ note }: { note: NoteView }) {
  const editing = drafts.value.get(note.key)?.open === true;
  return (
    <article class="note-card" aria-label={`Note by ${note.by}`}>
      <p class="note-text" dir="auto">
        {note.text}
      </p>
      <footer class="note-foot">
        <Byline note={note} />
        {canDecide() && !editing && <Actions note={note} />}
      </footer>
      {editing && <Edit note={note} />}
    </article>
  );
}
