// The way to the saved views in the top bar; their dialog is fetched when it is first asked for.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { viewsOpen } from '../../state/views/list.ts';
import { useFocusTurn } from '../../ui/focus.ts';
import { Icon } from '../../ui/marks.tsx';
import { viewsButton } from './focus-names.ts';

export function ViewsButton() {
  const button = useFocusTurn<HTMLButtonElement>(viewsButton);
  const dialog = useSignal<(() => JSX.Element) | null>(null);
  useEffect(
    () =>
      viewsOpen.subscribe(async (open) => {
        if (open && dialog.peek() === null) {
          const { ViewsDialog } = await import('./ViewsDialog.tsx');
          dialog.value = ViewsDialog;
        }
      }),
    [],
  );
  const Shown = dialog.value;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label="Saved views"
        title="Saved views (v)"
        aria-keyshortcuts="v"
        onClick={() => {
          viewsOpen.value = true;
        }}
      >
        <Icon name="bookmark" />
      </button>
      {Shown && <Shown />}
    </>
  );
}
