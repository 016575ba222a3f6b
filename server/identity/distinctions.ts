// Somebody's word that two entities are two: kept, so that the pair is proposed no more, until it is taken back.
import { refused, requireHearsay, subjectOf } from '../curation/subject.ts';
import { Conflict, NotFound } from '../errors.ts';
import { type Operation, redirects } from '../evidence/operations.ts';
import type { CurationReport } from '../schema/curation.ts';
import type { DistinctionBody, DistinctionView } from '../schema/identity.ts';
import { compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Store, Transaction } from '../store/port.ts';
import { checkNotMerged, standingOf } from './standing.ts';

type Row = Rows<'read/identity/distinctions'>[number];
const entityKinds = ['Actor', 'Outlet', 'Plan', 'Event'] as const;

export const pairKey = (one: string, other: string): string => [one, other].sort(compare).join('~');

/** That which tells these two apart, wherever they were merged into since. */
export function distinctionOf(
  one: string,
  other: string,
  rows: readonly Row[],
  operations: readonly Operation[],
): Row | undefined {
  const now = redirects(operations);
  const at = (key: string): string => now.get(key) ?? key;
  const pair = pairKey(at(one), at(other));
  return rows.find((row) => pairKey(at(row.one), at(row.other)) === pair);
}

export interface DistinctionOptions {
  on?: string | undefined;
}

/** In a transaction under the write lock. */
export async function distinguishIn(
  tx: Transaction,
  { one: first, other: second, by, why }: DistinctionBody,
  { on = new Date().toISOString() }: DistinctionOptions = {},
): Promise<CurationReport> {
  const standing = await standingOf(tx);
  const [one = '', other = ''] = [first, second].sort(compare);
  if (one === other) throw refused('/other', 'is the entity itself');
  const rows = standing.rows.filter(({ kind }) => kind === 'merge');
  for (const [at, key] of [
    ['/one', first],
    ['/other', second],
  ] as const) {
    checkNotMerged(key, standing);
    await subjectOf(tx, key, entityKinds, at);
  }
  const apart = rows.find(({ from, into }) => pairKey(from, into) === pairKey(one, other));
  if (apart !== undefined) throw new Conflict(`"${apart.fromName}" is merged into "${apart.intoName}".`);
  const names = await tx.read('read/curation/subjects', { keys: [one, other] });
  const nameOf = (key: string): string => names.find((row) => row.key === key)?.name ?? key;
  const key = `distinct:${pairKey(one, other)}`;
  const [before] = (await tx.read('read/identity/distinctions', {})).filter((row) => row.key === key);
  if (before !== undefined && before.by === by && (before.why ?? '') === (why ?? ''))
    return { key, outcome: 'unchanged', edges: [] };
  const said = { by, ...(why ? { why } : {}), on };
  const properties = { key, one, oneName: nameOf(one), other, otherName: nameOf(other), ...said };
  await tx.write('write/identity/distinction', { key, properties });
  return { key, outcome: before === undefined ? 'created' : 'changed', edges: [] };
}

/** Throws NotFound with the nearest names, and Conflict where the two were merged. */
export function distinguish(store: Pick<Store, 'transaction'>, body: DistinctionBody): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return distinguishIn(tx, body);
  });
}

const viewOf = ({ key, one, oneName, other, otherName, by, why, on }: Row): DistinctionView => ({
  key,
  one: { key: one, name: oneName },
  other: { key: other, name: otherName },
  by,
  why,
  on,
});

/** Throws NotFound where the database is not Hearsay's. */
export async function listDistinctions(store: Pick<Store, 'read' | 'capabilities'>): Promise<DistinctionView[]> {
  requireHearsay(store);
  const rows = await store.read('read/identity/distinctions', {});
  return rows.map(viewOf).sort((a, b) => compare(a.key, b.key));
}

/** Takes it back: the pair may be proposed again. Throws NotFound, naming some there are. */
export function removeDistinction(store: Pick<Store, 'transaction'>, key: string): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const rows = await tx.read('read/identity/distinctions', {});
    if (!rows.some((row) => row.key === key)) {
      throw new NotFound(`Nobody said "${key.slice(0, 300)}".`, {
        detail: 'Its key is distinct:KEY~KEY, URL-encoded; /api/distinctions lists all.',
        nearest: rows.slice(0, 5).map((row) => ({ key: row.key, name: `${row.oneName} – ${row.otherName}` })),
      });
    }
    await tx.write('write/delete-records', { keys: [key] });
    return { key, outcome: 'removed', edges: [] };
  });
}
