// How an edge stands out that is other than it was: never by colour alone.
import type { EdgeStyle } from './encode.ts';
import { type Palette, withAlpha } from './palette.ts';

/** `note` is written at the edge: "new", "gone", "1–1 → 1–2". */
export interface EdgeNote {
  kind: 'added' | 'removed' | 'changed';
  note: string;
}

/** How much of an edge is left to see that is as it was, while others are not. */
const unchanged = 0.3;

/**
 * The style of an edge with what became of it: what is gone is a thin dotted ghost, what is new is wider, and what is as
 * it was steps back. `comparing` says whether anything is other than it was.
 */
export function withChange(
  style: EdgeStyle,
  change: EdgeNote | undefined,
  palette: Palette,
  comparing: boolean,
): EdgeStyle & { note: string } {
  if (change === undefined) {
    return comparing
      ? { ...style, note: '', color: withAlpha(style.color, unchanged), badge: '' }
      : { ...style, note: '' };
  }
  if (change.kind === 'removed') {
    const gone = {
      color: withAlpha(palette.muted, 0.7),
      size: 1,
      dash: [1.5, 4] as const,
      double: false,
      outline: false,
    };
    return { ...style, ...gone, note: change.note, badge: '', zIndex: 1 };
  }
  // The note of one that changed gives its counts, so that it needs no badge beside it.
  const added = change.kind === 'added';
  return {
    ...style,
    note: change.note,
    badge: added ? style.badge : '',
    size: style.size + (added ? 1 : 0),
    zIndex: 3,
  };
}
