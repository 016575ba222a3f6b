// A native modal dialog whose being open is a signal.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './basics.tsx';
import { focusNext } from './focus.ts';

interface DialogProps {
  open: Signal<boolean>;
  title: string;
  /** What it is on, behind the title. */
  about?: string;
  /** What has the focus after it, where what had it before is out of sight by then; a name for `focusNext`. */
  back?: string;
  /** For a stylesheet of its own. */
  kind?: string;
  children: ComponentChildren;
}

export function Dialog({ open, title, about, back, kind, children }: DialogProps) {
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
      class={kind ? `dialog ${kind}` : 'dialog'}
      aria-label={about === undefined ? title : `${title}: ${about}`}
      onClose={() => {
        open.value = false;
        if (back !== undefined) focusNext(back);
      }}
    >
      <header>
        <h2>
          {title}
          {about !== undefined && (
            <>
              : <bdi>{about}</bdi>
            </>
          )}
        </h2>
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
