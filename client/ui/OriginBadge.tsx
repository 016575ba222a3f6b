// The badge "1–2": on how many independent origins something rests, least to most; the same wherever it stands.
import { type Counted, standingOf } from '../graph/counted.ts';
import { badgeSentence, badgeText } from '../text/origins.ts';

interface BadgeProps {
  of: Counted;
  /** Each origin for the tooltip. */
  origins?: readonly string[];
  /** What took the support away, where none is left. */
  withdrawn?: readonly string[];
}

export function OriginBadge({ of, origins = [], withdrawn = [] }: BadgeProps) {
  const sentence = badgeSentence(of, { origins, withdrawn });
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
