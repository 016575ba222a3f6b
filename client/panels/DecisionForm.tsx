// The frame of every decision: its fields, why, who decides, and the two buttons; nothing is sent unsigned.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { by } from '../state/decide.ts';
import { FormProblem } from '../ui/FormProblem.tsx';
import { fieldValue } from '../ui/field.ts';
import { SignedAs } from './SignedAs.tsx';

interface DecisionFormProps {
  action: string;
  /** What is missing, or undefined where the decision can be made. */
  missing?: string | undefined;
  onCancel: () => void;
  onDecide: (why: string | undefined) => Promise<unknown>;
  children: ComponentChildren;
}

export function DecisionForm({ action, missing, onCancel, onDecide, children }: DecisionFormProps) {
  const why = useSignal('');
  const wrong = useSignal('');
  const busy = useSignal(false);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // The button that was pressed to open it is gone, and the focus with it.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    wrong.value = missing ?? (by.value.trim() === '' ? 'Say who decides.' : '');
    if (wrong.value !== '') return;
    busy.value = true;
    await onDecide(why.value.trim() === '' ? undefined : why.value.trim());
    busy.value = false;
  };
  return (
    <form class="decision" ref={form} onSubmit={(event) => void submit(event)}>
      {children}
      <label for={`${id}-why`}>Why</label>
      <input
        id={`${id}-why`}
        type="text"
        maxLength={2000}
        autocomplete="off"
        value={why.value}
        onInput={(event) => {
          why.value = fieldValue(event);
        }}
      />
      <SignedAs>
        <label for={`${id}-by`}>Decided by</label>
        <input
          id={`${id}-by`}
          type="text"
          maxLength={200}
          value={by.value}
          onInput={(event) => {
            by.value = fieldValue(event);
          }}
        />
      </SignedAs>
      <FormProblem words={wrong.value} />
      <div class="form-actions">
        {/* A button that is disabled loses the focus, and a decision that fails would leave it nowhere. */}
        <button type="submit" class="button primary" aria-disabled={busy.value}>
          {action}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
