// The frame of a form in the dialog of corrections: it opens with the focus in it, Escape leaves it and not the dialog.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { focusFault } from './focus-fault.ts';

interface EditFormProps {
  title: string;
  /** True where it was taken. */
  onSave: () => Promise<boolean>;
  onLeave: () => void;
  onDone: () => void;
  children: ComponentChildren;
}

export function EditForm({ title, onSave, onLeave, onDone, children }: EditFormProps) {
  const frame = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => frame.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), []);
  useEffect(() => {
    const listening = new AbortController();
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onLeave();
    };
    // Wherever in the dialog the focus is: what was typed must not go with it.
    frame.current?.closest('dialog')?.addEventListener('keydown', leave, listening);
    return () => listening.abort();
  }, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await onSave()) onDone();
    else focusFault(frame.current);
  };
  return (
    <form ref={frame} class="edit-form" aria-label={title} onSubmit={(event) => void submit(event)}>
      <h3>{title}</h3>
      {children}
    </form>
  );
}
