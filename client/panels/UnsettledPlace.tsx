// A pressed cell of the matrix in which nobody holds a position now: that a position is reported there can be watched.
import { useEffect, useRef } from 'preact/hooks';
import { unsettledPlace } from '../state/stances.ts';
import { WatchThis } from './watches/WatchThis.tsx';

export function UnsettledPlace() {
  const line = useRef<HTMLParagraphElement>(null);
  const place = unsettledPlace.value;
  // Of a cell with a mention the panel tells; of a silent one this line is all there is to go on to.
  useEffect(() => {
    if (place?.isSilent) line.current?.querySelector('button')?.focus();
  }, [place]);
  if (place === null) return null;
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
