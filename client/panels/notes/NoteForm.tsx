// Where a note is written or edited: what is typed stays until it is saved, whatever is looked at meanwhile.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { by } from '../../state/decide.ts';
import { drafts, longestNote, noteFault, setDraft } from '../../state/notes.ts';
import { formatNumber } from '../../text/format.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { fieldValue } from '../../ui/field.ts';
import { SignedAs } from '../SignedAs.tsx';

interface NoteFormProps {
  /** The draft's: the subject of a new note, or the key of one that is edited. */
  id: string;
  label: string;
  onCancel: () => void;
  onSave: () => Promise<unknown>;
  /** What may be done where it could not be saved. */
  children?: ComponentChildren;
}

export function NoteForm({ id, label, onCancel, onSave, children }: NoteFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const wrong = useSignal('');
  const busy = useSignal(false);
  const name = useId();
  // At once: what is typed next is meant for it, not for the keys of the page.
  useLayoutEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    area?.closest('form')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const draft = drafts.value.get(id);
  if (!draft) return null;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    wrong.value = noteFault(draft.text) ?? '';
    if (wrong.value !== '') return;
    busy.value = true;
    await onSave();
    busy.value = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event);
    if (event.key !== 'Escape') return;
    // The selection, or the dialog around it, is not what is to be closed.
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  const left = longestNote - draft.text.trim().length;
  return (
    <form class="decision note-form" onSubmit={(event) => void submit(event)} onKeyDown={onKey}>
      <label for={`${name}-text`}>{label}</label>
      <textarea
        id={`${name}-text`}
        ref={field}
        rows={4}
        dir="auto"
        value={draft.text}
        aria-describedby={`${name}-how`}
        aria-invalid={left < 0}
        onInput={(event) => {
          wrong.value = '';
          setDraft(id, { ...draft, text: fieldValue(event) });
        }}
      />
      <p class="rail-note" id={`${name}-how`}>
        Ctrl+Enter saves; Escape closes and keeps the draft.
        {left < 1000 && ` ${left < 0 ? `${formatNumber(-left)} characters too long.` : `${formatNumber(left)} left.`}`}
      </p>
      <SignedAs>
        <label for={`${name}-by`}>Written by</label>
        <input
          id={`${name}-by`}
          type="text"
          maxLength={200}
          value={by.value}
          onInput={(event) => {
            wrong.value = '';
            by.value = fieldValue(event);
          }}
        />
      </SignedAs>
      <FormProblem words={wrong.value} />
      <FormProblem words={draft.failure ? `${draft.failure.title}. ${draft.failure.message}` : ''} />
      <div class="form-actions">
        <button type="submit" class="button primary" aria-disabled={busy.value}>
          Save the note
        </button>
        {draft.failure && children}
        <button type="button" class="button quiet" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
