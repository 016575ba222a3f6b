// The badge "1–2": on how many independent origins something rests, least to most; the same wherever it stands.
import { type Counted, standingOf } from '../graph/counted.ts';
import { badgeSentence, badgeText } from '../text/origins.ts';

/** `origins` names each origin for the tooltip. */
export function OriginBadge({ of, origins = [] }: { of: Counted; origins?: readonly string[] }) {
  const sentence = badgeSentence(of, origins);
  return (
    <span
      class={`origin-badge ${standingOf(of)}${of.contested ? ' contested' : ''}`}
      role="img"
      aria-label={sentence}
      title={sentence}
    >
      {badgeText(of)}
    </span>
  );
}
