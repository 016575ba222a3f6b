// What people make of contradictions: open, explained or settled. A settled one stays in the ledger and contests nothing.
import { NotFound } from '../errors.ts';
import { inTurns } from '../evidence/in-turns.ts';
import { allEvidence, evidenceWithin } from '../evidence/whole.ts';
import type { Around } from '../ingest/derive.ts';
import { contradictionSteps, type LedgerEntry } from '../provenance/contradictions/contradictions.ts';
import type { CurationReport, DispositionView } from '../schema/curation.ts';
import { distance } from '../schema/distance.ts';
import type { DispositionBody } from '../schema/ledger.ts';
import { compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Store, Transaction } from '../store/port.ts';
import { decide, type Planned } from './decide.ts';
import { sameStored, stored } from './properties.ts';
import { requireHearsay } from './subject.ts';

const dispositionKey = (contradiction: string): string => `disposition:${contradiction}`;

/** Of a disposition that is left without an entry: nothing is contested by what is not there. */
const nothing: Around = {};

type Row = Rows<'read/curation/dispositions'>[number];

function planned(
  tx: Transaction,
  row: Row | undefined,
  entry: string,
  body: DispositionBody,
  around: Around,
  on = new Date().toISOString(),
): Planned {
  const { state, by, why } = body;
  const key = dispositionKey(entry);
  if (state === 'open') {
    const apply = async () => void (await tx.write('write/delete-records', { keys: [key] }));
    return { key: entry, outcome: row === undefined ? 'unchanged' : 'removed', around, apply };
  }
  const decided = stored({ contradiction: entry, state, by, why });
  const { on: _, ...before } = row ?? { on: null };
  const properties = { key, ...decided, on };
  const outcome = row === undefined ? 'created' : sameStored(before, decided) ? 'unchanged' : 'changed';
  const apply = async () => void (await tx.write('write/curation/disposition', { key, properties }));
  return { key: entry, outcome, around, apply };
}

/** The entries whose keys differ from the given one in the fewest letters, each by its explanation. */
function nearestTo(key: string, entries: readonly LedgerEntry[]): { key: string; name: string }[] {
  return entries
    .map((entry) => ({ key: entry.key, name: entry.explanation, far: distance(key.slice(0, 100), entry.key) }))
    .sort((a, b) => a.far - b.far || compare(a.key, b.key))
    .slice(0, 5)
    .map(({ key: near, name }) => ({ key: near, name }));
}

/**
 * Sets the disposition of a contradiction; `open` takes it away. Throws NotFound for a key that is neither in the
 * ledger nor has a disposition from when it was.
 */
export async function setDisposition(
  store: Store,
  contradiction: string,
  body: DispositionBody,
): Promise<CurationReport> {
  // An import between this and the transaction can only make it a disposition without an entry, which is listed as such.
  const entries = store.capabilities.writable ? await inTurns(contradictionSteps(await allEvidence(store))) : [];
  const entry = entries.find(({ key }) => key === contradiction);
  return decide(store, async (tx) => {
    const rows = await tx.read('read/curation/dispositions', {});
    const row = rows.find((one) => one.contradiction === contradiction);
    if (entry === undefined && row === undefined) {
      throw new NotFound(`The ledger has no contradiction "${contradiction.slice(0, 200)}".`, {
        detail: '/api/contradictions lists all that there are, with their keys.',
        nearest: nearestTo(contradiction, entries),
      });
    }
    const around = entry === undefined ? nothing : { claims: entry.claims };
    return planned(tx, row, contradiction, body, around);
  });
}

export type DatedDisposition = DispositionBody & { contradiction: string; on?: string | undefined };

/**
 * Sets dispositions as they were elsewhere, in the transaction: with the time of each, and of contradictions that the
 * ledger has no more, too. The ledger is made once, before the first.
 */
export async function restoreDispositions(
  tx: Transaction,
): Promise<(disposition: DatedDisposition) => Promise<CurationReport>> {
  const entries = await inTurns(contradictionSteps(await evidenceWithin(tx)));
  const claims = new Map(entries.map((entry) => [entry.key, entry.claims]));
  return ({ contradiction, on, ...body }) => {
    const there = claims.get(contradiction);
    return decide({ transaction: (work) => work(tx) }, async (inner) => {
      const rows = await inner.read('read/curation/dispositions', {});
      const row = rows.find((one) => one.contradiction === contradiction);
      return planned(inner, row, contradiction, body, there === undefined ? nothing : { claims: there }, on);
    });
  };
}

/** Every disposition by the key of its contradiction. Throws NotFound where the database is not Hearsay's. */
export async function listDispositions(store: Store): Promise<DispositionView[]> {
  requireHearsay(store);
  const rows = await store.read('read/curation/dispositions', {});
  const entries = rows.length === 0 ? [] : await inTurns(contradictionSteps(await allEvidence(store)));
  const there = new Set(entries.map(({ key }) => key));
  return rows
    .map((row) => ({ ...row, inLedger: there.has(row.contradiction) }))
    .sort((a, b) => compare(a.contradiction, b.contradiction));
}
