// Carries a decision out in one transaction: what it changes, the derived edges brought in step, and which these were.
import { type Around, deriveTouched, questionsAround } from '../ingest/derive.ts';
import type { CurationReport } from '../schema/curation.ts';
import { compare, distinct, inBatches } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';

/** What is to be done, found out before anything is written. */
export interface Planned {
  key: string;
  outcome: CurationReport['outcome'];
  /** What it is about: the questions that these bear on are derived anew. */
  around: Around;
  /** Writes it; not called where nothing changes. */
  apply(): Promise<void>;
}

type Properties = Rows<'read/curation/edges'>[number]['properties'];
export type Edges = Map<string, Properties>;

/** The derived edges under the claims, by key. */
export async function edgesOf(tx: Reader, claims: readonly string[]): Promise<Edges> {
  const rows = await inBatches(claims, (batch) => tx.read('read/curation/edges', { claims: batch }));
  return new Map(rows.map(({ type, source, target, properties }) => [[type, source, target].join('~'), properties]));
}

const counts = (edge: Properties | undefined): { min: number; max: number } | null =>
  edge === undefined ? null : { min: Number(edge.originsMin ?? 0), max: Number(edge.originsMax ?? 0) };
const text = (edge: Properties | undefined): string =>
  JSON.stringify(Object.entries(edge ?? {}).sort(([a], [b]) => compare(a, b)));

/** The edges that are not what they were, by key. */
export function changes(before: Edges, after: Edges): CurationReport['edges'] {
  return distinct([...before.keys(), ...after.keys()])
    .filter((key) => text(before.get(key)) !== text(after.get(key)))
    .map((key) => ({ key, before: counts(before.get(key)), after: counts(after.get(key)) }));
}

/**
 * Runs `plan` under the write lock and carries out what it gives, whole or not at all. Throws what `plan` throws, and
 * ReadOnly where the database is not to be written.
 */
export async function decide(
  store: Pick<Store, 'transaction'>,
  plan: (tx: Transaction) => Promise<Planned>,
): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    const { key, outcome, around, apply } = await plan(tx);
    if (outcome === 'unchanged') return { key, outcome, edges: [] };
    const touched = () => questionsAround(tx, around);
    // Before and after: what is taken apart or put together bears on the questions of both sides.
    const earlier = await touched();
    await apply();
    const claims = distinct([...earlier, ...(await touched())]);
    const before = await edgesOf(tx, claims);
    await deriveTouched(tx, claims);
    return { key, outcome, edges: changes(before, await edgesOf(tx, claims)) };
  });
}
