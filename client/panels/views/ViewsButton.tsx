// The way to the saved views in the top bar; their dialog is fetched when it is first asked for.
import { viewsOpen } from '../../state/views/list.ts';
import { useFocusTurn } from '../../ui/focus.ts';
import { LazyDialog } from '../../ui/Lazy.tsx';
import { Icon } from '../../ui/marks.tsx';
import { viewsButton } from './focus-names.ts';

export function ViewsButton() {
  const button = useFocusTurn<HTMLButtonElement>(viewsButton);
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
      <LazyDialog open={viewsOpen} load={async () => (await import('./ViewsDialog.tsx')).ViewsDialog} />
    </>
  );
}
