// How the assertions of two positions meet in time and channel, and which of them take part in what is entered.
import type { EvidenceAssertion } from '../../schema/evidence.ts';
import { compare } from '../../schema/lists.ts';
import type { Channel } from '../../schema/stance.ts';
import { firstDay, lastDay } from '../days.ts';
import { type Rest, restingApart } from './apart.ts';
import type { Meeting } from './matrix.ts';

/** Assertions alike in all that decides how they meet others. */
interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly channel: Channel;
  readonly rest: Rest | null;
  readonly assertions: string[];
}
/** Before and after every day, by code units: open ends overlap everything. */
const [always, forEver] = ['', '~'];

function bundle(assertions: readonly EvidenceAssertion[], restOf: ((one: EvidenceAssertion) => Rest) | null): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const one of assertions) {
    const from = one.from === null ? always : firstDay(one.from);
    const to = one.to === null ? forEver : lastDay(one.to);
    const rest = restOf?.(one) ?? null;
    const under = rest === null ? [] : [rest.article, rest.alone, ...rest.starts];
    const name = [from, to, one.channel, ...under].join(' ');
    const same = bundles.get(name) ?? { from, to, channel: one.channel, rest, assertions: [] };
    bundles.set(name, same);
    same.assertions.push(one.assertion);
  }
  return [...bundles.values()];
}

const otherChannel: Readonly<Record<Channel, Channel | null>> = { public: 'private', private: 'public', unknown: null };

/** Of each side the assertions that meet one of the other so; null where none do. */
export type Met = { readonly a: readonly string[]; readonly b: readonly string[] } | null;

/** Tells whether any of these overlaps a time, by the latest end among those that have begun by then. */
function overlapping(bundles: readonly Bundle[]): (one: Bundle) => boolean {
  const byStart = [...bundles].sort((a, b) => compare(a.from, b.from));
  let latest = always;
  const ends = byStart.map(({ to }) => {
    if (to > latest) latest = to;
    return latest;
  });
  return ({ from, to }) => {
    let [low, high] = [0, byStart.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((byStart[middle]?.from ?? forEver) <= to) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? always) >= from;
  };
}

const overlap = (one: Bundle, other: Bundle): boolean => one.from <= other.to && other.from <= one.to;
const meetTogether = (one: Bundle, other: Bundle): boolean =>
  overlap(one, other) && other.channel !== otherChannel[one.channel];
const hasRests = (bundles: readonly Bundle[]): bundles is readonly (Bundle & { rest: Rest })[] =>
  bundles.every(({ rest }) => rest !== null);

function taking(side: readonly Bundle[], others: readonly Bundle[], meeting: Meeting): string[] {
  const byChannel = { public: [] as Bundle[], private: [] as Bundle[], unknown: [] as Bundle[] };
  let [firstEnd, lastStart] = [forEver, always];
  for (const other of others) {
    byChannel[other.channel].push(other);
    if (other.to < firstEnd) firstEnd = other.to;
    if (other.from > lastStart) lastStart = other.from;
  }
  const overlapsAny = overlapping(others);
  const meets = (one: Bundle): boolean => {
    if (meeting === 'atOtherTimes') return firstEnd < one.from || lastStart > one.to;
    if (!overlapsAny(one)) return false;
    const opposite = otherChannel[one.channel];
    if (meeting === 'betweenChannels')
      return opposite !== null && byChannel[opposite].some((other) => overlap(one, other));
    return others.some((other) => meetTogether(one, other));
  };
  const byOrigin = meeting === 'together' && hasRests(side) && hasRests(others);
  const taken = byOrigin ? restingApart(side.filter(overlapsAny), others, meetTogether) : side.filter(meets);
  return taken.flatMap(({ assertions }) => assertions);
}

/**
 * Which assertions of two positions meet and how. With `restOf`, only those of different origins meet
 * together: what a holder says in public and in private may have one. Alike assertions are taken together and the first
 * match ends a search, so it takes time near-linear in the assertions; `restingApart` says what telling origins takes.
 */
export function meetingsOf(
  a: readonly EvidenceAssertion[],
  b: readonly EvidenceAssertion[],
  restOf: ((one: EvidenceAssertion) => Rest) | null = null,
): Readonly<Record<Meeting, Met>> {
  const [one, other] = [bundle(a, restOf), bundle(b, restOf)];
  const met = (meeting: Meeting): Met => {
    const found = taking(one, other, meeting);
    return found.length === 0 ? null : { a: found.sort(), b: taking(other, one, meeting).sort() };
  };
  return { together: met('together'), betweenChannels: met('betweenChannels'), atOtherTimes: met('atOtherTimes') };
}
