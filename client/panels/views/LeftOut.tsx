// The quiet word that a view is larger than its address, with the way to save it.
import { beyondAddress } from '../../state/address.ts';
import { mostPins } from '../../state/canvas-url.ts';
import { mostKeys } from '../../state/filters/url.ts';
import { countStyled, mostStyled } from '../../state/style-url.ts';
import { cannotSave, viewsOpen } from '../../state/views/list.ts';
import { formatNumber } from '../../text/format.ts';

/** "200 of 312 nodes put here", for each list that is too long. */
function parts(): string[] {
  const lists = beyondAddress.value;
  if (lists === null) return [];
  const told = [
    [lists.added.size, mostKeys, 'nodes put here'],
    [lists.hidden.size, mostKeys, 'hidden nodes'],
    [lists.selected.size, mostKeys, 'selected nodes'],
    [lists.pins.size, mostPins, 'pins'],
    [countStyled(lists.style), mostStyled, 'looks of types'],
  ] as const;
  return told
    .filter(([size, most]) => size > most)
    .map(([size, most, what]) => `${formatNumber(most)} of ${formatNumber(size)} ${what}`);
}

export function LeftOut() {
  const told = parts();
  if (told.length === 0) return null;
  return (
    <p class="left-out">
      The address holds {told.join(', ')}; this tab remembers the rest.{' '}
      {cannotSave.value === undefined && (
        <button
          type="button"
          class="link"
          onClick={() => {
            viewsOpen.value = true;
          }}
        >
          Save the view
        </button>
      )}
    </p>
  );
}
