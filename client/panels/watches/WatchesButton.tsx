// The way to the watches in the top bar, with how many of their changes are unseen; their dialog is fetched when asked for.
import { unseenChanges, watchesOpen } from '../../state/watches.ts';
import { count } from '../../text/format.ts';
import { useFocusTurn } from '../../ui/focus.ts';
import { LazyDialog } from '../../ui/Lazy.tsx';
import { Icon } from '../../ui/marks.tsx';
import { watchesButton } from './focus-names.ts';

export function WatchesButton() {
  const button = useFocusTurn<HTMLButtonElement>(watchesButton);
  const unseen = unseenChanges.value;
  const label = unseen === 0 ? 'Watches' : `Watches: ${count(unseen, 'unseen change')}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button with-tally"
        aria-label={label}
        title={`${label} (w)`}
        aria-keyshortcuts="w"
        onClick={() => {
          watchesOpen.value = true;
        }}
      >
        <Icon name="bell" />
        {unseen > 0 && (
          <span class="button-tally" aria-hidden="true">
            {unseen > 99 ? '99+' : unseen}
          </span>
        )}
      </button>
      <LazyDialog open={watchesOpen} load={async () => (await import('./WatchesDialog.tsx')).WatchesDialog} />
    </>
  );
}
