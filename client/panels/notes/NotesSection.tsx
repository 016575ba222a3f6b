// The notes on what the panel looks at: the thread, and the form to write another.
import { openNotes } from '../../state/all-notes.ts';
import { isForeign, noteCounts } from '../../state/data.ts';
import { canDecide } from '../../state/decide.ts';
import {
  closeDraft,
  deleted,
  drafts,
  noNotesHere,
  noteSubject,
  openDraft,
  saveNew,
  thread,
  totalNotes,
} from '../../state/notes.ts';
import { count, formatNumber } from '../../text/format.ts';
import { FailureCard, Progress } from '../../ui/basics.tsx';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { DeletedNote } from './DeletedNote.tsx';
import { NoteCard } from './NoteCard.tsx';
import { NoteForm } from './NoteForm.tsx';

const writeButton = 'write a note';

function Thread({ subject }: { subject: string }) {
  const status = thread.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={thread.retry} />;
  if (status.state === 'loading') return <Progress what="Loading the notes" />;
  if (status.state === 'idle') return null;
  const { notes, total } = status.value;
  return (
    <>
      <ul class="note-thread" aria-label="Notes">
        {notes
          .filter(({ subjectKey }) => subjectKey === subject)
          .map((note) => (
            <li key={note.key}>
              <NoteCard note={note} />
            </li>
          ))}
      </ul>
      {total > notes.length && (
        <p class="rail-note">
          The first {formatNumber(notes.length)} of {formatNumber(total)} are shown; the list of all notes has the rest.
        </p>
      )}
    </>
  );
}

function Write({ subject }: { subject: string }) {
  const button = useFocusTurn<HTMLButtonElement>(writeButton);
  const draft = drafts.value.get(subject);
  const back = () => focusNext(writeButton);
  const cancel = () => {
    closeDraft(subject);
    back();
  };
  const save = async () => {
    if (await saveNew(subject)) back();
  };
  if (draft?.open) return <NoteForm key={subject} id={subject} label="New note" onCancel={cancel} onSave={save} />;
  return (
    <button
      ref={button}
      type="button"
      class="button"
      aria-keyshortcuts="n"
      title="Write a note on this (n)"
      onClick={() => openDraft(subject)}
    >
      {draft ? 'Go on with the draft' : 'Write a note'}
    </button>
  );
}

export function NotesSection() {
  const subject = noteSubject.value;
  if (subject === undefined) return null;
  const gone = deleted.value.filter(({ subjectKey }) => subjectKey === subject);
  return (
    <section class="relations notes-section" aria-label="Notes">
      <h3>
        Notes {!isForeign.value && <span class="tally">{formatNumber(noteCounts.value?.get(subject) ?? 0)}</span>}
      </h3>
      {isForeign.value ? (
        <p class="rail-note">{noNotesHere}</p>
      ) : (
        <>
          <Thread subject={subject} />
          {gone.map((note) => (
            <DeletedNote key={note.key} note={note} />
          ))}
          <div class="notes-foot">
            {canDecide() && <Write subject={subject} />}
            {totalNotes.value > 0 && (
              <button type="button" class="link" onClick={openNotes}>
                {totalNotes.value === 1 ? 'The one note' : `All ${count(totalNotes.value, 'note')}`}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
