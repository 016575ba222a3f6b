// A note that was deleted on this page, with the way to put it back.
import type { Note } from '../../../server/schema/note.ts';
import { putBack } from '../../state/notes.ts';
import { useFocusTurn } from '../../ui/focus.ts';

/** What has the focus once a note is deleted. */
export const undoOf = (subject: string): string => `put a note back on ${subject}`;

const most = 60;

export function DeletedNote({ note }: { note: Note }) {
  const button = useFocusTurn<HTMLButtonElement>(undoOf(note.subjectKey));
  const letters = [...note.text];
  return (
    <p class="note-deleted" role="status">
      <span>
        Deleted: <bdi>{letters.length > most ? `${letters.slice(0, most).join('')}…` : note.text}</bdi>
      </span>
      <button ref={button} type="button" class="link" onClick={() => void putBack(note)}>
        Undo
      </button>
    </p>
  );
}
