// The button that watches what it stands beside, or leads to what does already.
import type { Watched } from '../../../server/schema/watch.ts';
import { canDecide } from '../../state/decide.ts';
import { asked, watchesOpen, watchOf } from '../../state/watches.ts';

interface WatchThisProps {
  watches: Watched;
  /** What it is, in a word. */
  what: string;
  /** What it may be called. */
  title?: string;
}

export function WatchThis({ watches, what, title }: WatchThisProps) {
  const there = watchOf(watches);
  if (there === undefined && !canDecide()) return null;
  const open = () => {
    if (there === undefined) asked.value = { watches, what, ...(title === undefined ? {} : { title }) };
    watchesOpen.value = true;
  };
  return (
    <button
      type="button"
      class="link watch-this"
      {...(there && { 'aria-label': `Watched: ${there.title}` })}
      onClick={open}
    >
      {there === undefined ? `Watch this ${what}` : 'Watched'}
    </button>
  );
}
