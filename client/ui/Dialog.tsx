// A native modal dialog whose being open is a signal.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './basics.tsx';

export function Dialog({
  open,
  title,
  children,
}: {
  open: Signal<boolean>;
  title: string;
  children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(
    () =>
      open.subscribe((wanted) => {
        const dialog = element.current;
        if (!dialog || dialog.open === wanted) return;
        if (wanted) dialog.showModal();
        else dialog.close();
      }),
    [],
  );
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-label={title}
      onClose={() => {
        open.value = false;
      }}
    >
      <header>
        <h2>{title}</h2>
        <IconButton
          icon="close"
          label="Close"
          onClick={() => {
            open.value = false;
          }}
        />
      </header>
      {children}
    </dialog>
  );
}
