// The way from a watch to what it watches.
import type { WatchHead } from '../../../server/schema/watch.ts';
import { show } from '../../state/actions.ts';
import { selectEdge } from '../../state/selection.ts';
import { tab } from '../../state/view.ts';
import { watchesOpen } from '../../state/watches.ts';

export function WatchWay({ of }: { of: WatchHead }) {
  const { watches, title } = of;
  // A statement stands beside it.
  if (watches.kind === 'query') return null;
  const go = () => {
    watchesOpen.value = false;
    if (watches.kind === 'contradiction') tab.value = 'ledger';
    else {
      tab.value = 'graph';
      if (watches.kind === 'edge') selectEdge(watches.edge);
      else void show(watches.holder);
    }
  };
  return (
    <button type="button" class="button quiet" aria-label={`Show what is watched: ${title}`} onClick={go}>
      Show
    </button>
  );
}
