// A pressed cell of the matrix in which nobody holds a position now: that a position is reported there can be watched.
import { useEffect, useRef } from 'preact/hooks';
import { isUnsettledAt, type Matrix, type PressedPlace, unsettledPlace } from '../state/stances.ts';
import { WatchThis } from './watches/WatchThis.tsx';

/** The press that had the focus already: what is shown anew later must not take it from where somebody types. */
let focused: PressedPlace | null = null;

export function UnsettledPlace({ matrix }: { matrix: Matrix }) {
  const line = useRef<HTMLParagraphElement>(null);
  const place = unsettledPlace.value;
  const isShown = place !== null && isUnsettledAt(matrix, place);
  // Of a cell with a mention the panel tells; of a silent one this line is all there is to go on to.
  useEffect(() => {
    if (!isShown || place === focused) return;
    focused = place;
    if (place.isSilent) line.current?.querySelector('button')?.focus();
  }, [isShown, place]);
  if (!isShown) return null;
  const { holder, plan, isSilent } = place;
  return (
    <p class="matrix-place" ref={line} role="status">
      <span>
        {holder.name}, {plan.name}: {isSilent ? 'nothing reported' : 'no position held now'}
      </span>
      <WatchThis watches={{ kind: 'question', holder: holder.key, plan: plan.key }} what="question" />
    </p>
  );
}
