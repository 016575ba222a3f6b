// Quotation marks: which of them open and close, and what stands between.
import type { Token } from './tokens.ts';

/** Tokens from an opening mark to its closing one, both included. */
export interface Quotation {
  first: number;
  /** The closing mark, or the paragraph's last token where none closes. */
  last: number;
  /** Whether a closing mark was found before the paragraph ended. */
  closed: boolean;
  kind: 'double' | 'single';
}

type Side = 'open' | 'close' | undefined;

const wordy = /^[\p{L}\p{N}]/u;

/** Which way a straight mark turns: white space tells, else what is open. */
function straight(token: Token, next: Token | undefined, isOpen: boolean): Side {
  const tight = next !== undefined && next.gap === 0;
  if (token.gap > 0 && tight) return isOpen && !wordy.test(next.text) ? 'close' : 'open';
  if (token.gap === 0 && !tight) return isOpen ? 'close' : undefined;
  return isOpen ? 'close' : tight ? 'open' : undefined;
}

function sideOf(
  token: Token,
  next: Token | undefined,
  open: { double: number; single: number },
): [Quotation['kind'], Side] {
  switch (token.text) {
    case '“':
    case '‘‘':
    case '«':
    case '„':
      return ['double', 'open'];
    case '”':
    case '’’':
    case '»':
      return ['double', open.double < 0 && token.gap > 0 && next?.gap === 0 ? 'open' : 'close'];
    case '"':
    case "''":
    case '``':
      return ['double', straight(token, next, open.double >= 0)];
    case '‘':
      return ['single', 'open'];
    case '’':
      return ['single', open.single >= 0 ? 'close' : undefined];
    case "'":
    case '`':
      return ['single', straight(token, next, open.single >= 0)];
    default:
      return ['double', undefined];
  }
}

/** The quotations of a text in the order of their ends: pairs of marks within a paragraph; what stays open runs to its end, if double. */
export function quotationsOf(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  const open = { double: -1, single: -1 };
  const finish = (last: number) => {
    if (open.double >= 0) found.push({ first: open.double, last, closed: false, kind: 'double' });
    open.double = -1;
    open.single = -1;
  };
  tokens.forEach((token, index) => {
    if (token.gap === 2 && index > 0) finish(index - 1);
    const [kind, side] = sideOf(token, tokens[index + 1], open);
    if (side === 'open') {
      // A second opening mark before any closing one: the first was left open.
      if (kind === 'double' && open.double >= 0) finish(index - 1);
      open[kind] = index;
    } else if (side === 'close' && open[kind] >= 0) {
      found.push({ first: open[kind], last: index, closed: true, kind });
      open[kind] = -1;
      if (kind === 'double') open.single = -1;
    }
  });
  finish(tokens.length - 1);
  return found;
}
