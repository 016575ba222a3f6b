// A page of the ledger: which entries are asked for, in which order, from where on; and how many of each kind there are.
import type { LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import type { Contradictions } from '../../schema/comparison.ts';
import type { EvidenceClaim } from '../../schema/evidence.ts';
import { ContradictionType, type Disposition } from '../../schema/ledger.ts';
import type { Store } from '../../store/port.ts';
import { readPageCursor, writePageCursor } from '../cursor.ts';
import type { LedgerQuery } from '../explorer.ts';
import { ascending, compare, groupBy, sortedBy } from '../order.ts';
import { filterName } from './filter-query.ts';
import { loadNodes } from './load.ts';

/** An entry with what decides whether and where it is listed. */
export interface Listed {
  readonly entry: LedgerEntry;
  /** The claims it is about, those of its own question first. */
  readonly about: readonly EvidenceClaim[];
  readonly disposition: Disposition;
  readonly contests: boolean;
}

function isAsked({ entry, about, disposition }: Listed, query: LedgerQuery): boolean {
  const { plan, holder, type, keys } = query;
  if (type !== undefined && type.length > 0 && !type.includes(entry.type)) return false;
  if (query.disposition !== undefined && disposition.state !== query.disposition) return false;
  if (keys !== undefined && !keys.includes(entry.key)) return false;
  if (plan === undefined && holder === undefined) return true;
  return about.some(
    (claim) => (plan === undefined || claim.target === plan) && (holder === undefined || claim.holder === holder),
  );
}

const placeOf = ({ entry }: Listed): string => ascending(ContradictionType.options.indexOf(entry.type));
const weightOf = (one: Listed): string => `${one.contests ? 0 : 1} ${placeOf(one)}`;

/** Where each entry stands: texts that are compared one after the other, the last of them its key. */
function positionsIn(listed: readonly Listed[], order: LedgerQuery['order']): (one: Listed) => string[] {
  if (order !== 'question') return (one) => [placeOf(one), one.entry.questionKey, one.entry.key];
  const questions = groupBy(listed, ({ entry }) => entry.questionKey);
  const first = new Map([...questions].map(([key, rows]) => [key, rows.map(weightOf).sort(compare)[0] ?? '']));
  return (one) => {
    const { questionKey, key } = one.entry;
    return [first.get(questionKey) ?? '', questionKey, `${weightOf(one)} ${key}`];
  };
}

const isAfter = (one: readonly string[], other: readonly string[]): boolean => {
  const at = one.findIndex((text, index) => text !== other[index]);
  return at >= 0 && compare(one[at] ?? '', other[at] ?? '') > 0;
};

/** Where the page ends: with the limit, or where a question is through. */
function endOf(sorted: readonly Listed[], from: number, { limit = sorted.length, order }: LedgerQuery): number {
  let end = Math.min(from + limit, sorted.length);
  if (order === 'question')
    while (end < sorted.length && sorted[end]?.entry.questionKey === sorted[end - 1]?.entry.questionKey) end += 1;
  return end;
}

/** Those that are asked for, from the cursor on. Throws InvalidRequest on a cursor of another list. */
export function pageOf(all: readonly Listed[], query: LedgerQuery) {
  const { plan, holder, type, disposition, keys, order = 'type', cursor } = query;
  const key = JSON.stringify([plan ?? '', holder ?? '', disposition ?? '', keys ?? []]);
  const list = { key, types: type, direction: order, filter: filterName(query) };
  const asked = all.filter((one) => isAsked(one, query));
  const positionOf = positionsIn(asked, order);
  const sorted = sortedBy(asked, positionOf);
  const after = readPageCursor(list, cursor, 3);
  const found = after === undefined ? 0 : sorted.findIndex((one) => isAfter(positionOf(one), after));
  const from = found < 0 ? sorted.length : found;
  const end = endOf(sorted, from, query);
  const last = sorted[end - 1];
  const next = last === undefined || end === sorted.length ? null : writePageCursor(list, positionOf(last));
  return { rows: sorted.slice(from, end), total: sorted.length, first: from, next };
}

function tally<T extends string>(all: readonly Listed[], of: (one: Listed) => T): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const one of all) counts[of(one)] = (counts[of(one)] ?? 0) + 1;
  return counts;
}

/** How many there are of each kind. */
export async function countsOf(store: Store, all: readonly Listed[]): Promise<Contradictions['counts']> {
  const plans = groupBy(
    all.flatMap(({ about: [subject] }) => subject?.target ?? []),
    (key) => key,
  );
  const nodes = await loadNodes(store, plans.keys());
  return {
    entries: all.length,
    contesting: all.filter(({ contests }) => contests).length,
    types: tally(all, ({ entry }) => entry.type),
    dispositions: tally(all, ({ disposition }) => disposition.state),
    plans: sortedBy(nodes, (node) => [node.name, node.key]).map(({ key, name }) => ({
      key,
      name,
      count: plans.get(key)?.length ?? 0,
    })),
  };
}
