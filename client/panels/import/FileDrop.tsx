// A place for files: chosen with a button or dropped.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface FileDropProps {
  /** What the place is called, what its button says, and what the field behind that is called. */
  title: string;
  action: string;
  field: string;
  accept: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
  /** What may be brought, and what stands below the button. */
  children: ComponentChildren;
  note: string;
}

export function FileDrop({ title, action, field, accept, multiple = false, onFiles, children, note }: FileDropProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const over = useSignal(false);
  return (
    <section
      class={over.value ? 'import-drop over' : 'import-drop'}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>{children}</p>
      <button type="button" class="button" onClick={() => chooser.current?.click()}>
        {action}
      </button>
      <p class="rail-note">{note}</p>
      <input
        ref={chooser}
        type="file"
        multiple={multiple}
        hidden
        aria-label={field}
        accept={accept}
        onChange={(event) => {
          const chosen = event.currentTarget;
          onFiles([...(chosen.files ?? [])]);
          // The same files can be chosen again.
          chosen.value = '';
        }}
      />
    </section>
  );
}
