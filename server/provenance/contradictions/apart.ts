// Tells which assertions rest on something else than others do, without comparing what is under each with each.
import type { Web } from './web.ts';

/** Where an assertion stands and what it rests on: its trail to the ends, in the web of its claim. */
export interface Rest {
  /** The article whose words these are. */
  readonly article: string;
  readonly web: Web;
  /** The vertices that its trail leads to first; none where it leads nowhere, and it rests on `alone`. */
  readonly starts: readonly number[];
  readonly alone: string | null;
}

/** As many as a number has bits. */
const atOnce = 32;

function add(bits: Map<string, number>, key: string, more: number): void {
  bits.set(key, (bits.get(key) ?? 0) | more);
}

/** By key: which of the others, by their bits, rest on it, and which are that article themselves. */
function bitsOf(others: readonly Rest[]): { on: Map<string, number>; at: Map<string, number> } {
  const [first] = others;
  const starts = new Map<number, number>();
  others.forEach((other, at) => {
    for (const vertex of other.starts) starts.set(vertex, (starts.get(vertex) ?? 0) | (1 << at));
  });
  const on = first?.web.bitsBelow(starts) ?? new Map<string, number>();
  others.forEach(({ alone }, at) => {
    if (alone !== null) add(on, alone, 1 << at);
  });
  const at = new Map(on);
  others.forEach(({ article }, place) => {
    add(at, article, 1 << place);
  });
  return { on, at };
}

/** What of the bits the one shares: it rests on what they rest on or are, or it is what they rest on. */
function sharedOf(
  one: Rest,
  above: (vertex: number) => number,
  on: Map<string, number>,
  at: Map<string, number>,
): number {
  let shared = on.get(one.article) ?? 0;
  for (const vertex of one.starts) shared |= above(vertex);
  return one.alone === null ? shared : shared | (at.get(one.alone) ?? 0);
}

/**
 * Those of a side that rest on nothing that one of the others rests on, of those that fit them: two share an origin
 * where an article or source is under both, or one is under the other. All of a side are in one web. The others are
 * taken 32 at a time, as bits that are passed along the links: time (links of both webs) × (others / 32) at most, and
 * one such pass where all rest on one end, or where each meets one of the first others that rests on something else.
 */
export function restingApart<T extends { readonly rest: Rest }>(
  side: readonly T[],
  others: readonly T[],
  fits: (one: T, other: T) => boolean,
): T[] {
  const web = side[0]?.rest.web;
  if (web === undefined) return [];
  let open = side;
  const onlyEnd = others.every(({ rest }) => rest.alone === null) ? (others[0]?.rest.web.onlyEnd() ?? []) : [];
  if (onlyEnd.length > 0) {
    const end = new Map(onlyEnd.map((key) => [key, 1]));
    const above = web.bitsAbove(end);
    open = open.filter(({ rest }) => sharedOf(rest, above, end, end) === 0);
  }
  const apart = new Set<T>();
  for (let from = 0; from < others.length && open.length > 0; from += atOnce) {
    const some = others.slice(from, from + atOnce);
    const { on, at } = bitsOf(some.map(({ rest }) => rest));
    const above = web.bitsAbove(at);
    const every = some.length === atOnce ? -1 : (1 << some.length) - 1;
    open = open.filter((one) => {
      const shared = sharedOf(one.rest, above, on, at);
      if (shared === every) return true;
      const meets = some.some((other, place) => (shared & (1 << place)) === 0 && fits(one, other));
      if (meets) apart.add(one);
      return !meets;
    });
  }
  return side.filter((one) => apart.has(one));
}
