// Looks at a contradiction: whether the ledger has it, and what people made of it.
import { NotFound } from '../../errors.ts';
import type { LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import { distance } from '../../schema/distance.ts';
import type { DispositionState } from '../../schema/ledger.ts';
import { compare, distinct } from '../../schema/lists.ts';
import { nearestCount } from '../../schema/nearest.ts';
import type { Store } from '../../store/port.ts';
import { countedBy } from '../../views/hearsay/evidence-filter.ts';
import { surroundingsOf } from '../../views/hearsay/surroundings.ts';
import type { Before, Found } from '../found.ts';
import { contradictionInWords } from '../words.ts';

/** The claims that an entry is about. */
export const claimsOf = ({ a, b, claims }: LedgerEntry): string[] =>
  distinct([a.claim, b.claim, ...claims].flatMap((key) => key ?? []));

function missing(key: string, entries: readonly LedgerEntry[]): NotFound {
  const asked = key.slice(0, 100);
  const nearest = entries
    .map((entry) => ({ key: entry.key, name: entry.explanation, far: distance(asked, entry.key) }))
    .sort((a, b) => a.far - b.far || compare(a.key, b.key))
    .slice(0, nearestCount)
    .map(({ key: near, name }) => ({ key: near, name }));
  const detail = '/api/contradictions lists all that there are, with their keys.';
  return new NotFound(`The ledger has no contradiction "${key.slice(0, 200)}".`, { detail, nearest });
}

/** Of many claims only those around it are read, where they are known. */
async function entriesAround(store: Store, claims: readonly string[]): Promise<readonly LedgerEntry[]> {
  if (claims.length === 0) return (await countedBy(store, {})).contradictions;
  return (await surroundingsOf(store, claims, null)).contradictions;
}

export async function lookAtContradiction(store: Store, key: string, before?: Before): Promise<Found> {
  const entries = await entriesAround(store, before?.claims ?? []);
  const entry = entries.find((one) => one.key === key);
  if (entry === undefined && before === undefined) throw missing(key, entries);
  const rows = await store.read('read/curation/dispositions', {});
  const state: DispositionState = rows.find(({ contradiction }) => contradiction === key)?.state ?? 'open';
  const there = entry !== undefined;
  const found = { value: JSON.stringify({ there, state }), summary: contradictionInWords(there, state) };
  if (entry === undefined) return { subject: before?.subject ?? key, ...found };
  return { subject: entry.explanation, claims: claimsOf(entry), ...found };
}
