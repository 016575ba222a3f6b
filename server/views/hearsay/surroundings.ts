// The evidence that bears on some claims: what a filter leaves, all there is where that is little, else what is around them.
import { evidenceAround } from '../../evidence/load.ts';
import { contradictionsOf, type LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import { assertionsByEdge } from '../../provenance/edges.ts';
import { type EvidenceIndex, indexEvidence } from '../../provenance/origins.ts';
import type { Store } from '../../store/port.ts';
import { keptByState } from '../kept.ts';
import { countedBy, type Filtered } from './evidence-filter.ts';

export type Surroundings = Pick<Filtered, 'index' | 'contradictions' | 'assertionsUnder'>;

/** Claims up to which all evidence is read at once: it is kept until something is written, and answers the next question. */
const few = 20_000;

const claimCount = keptByState(async (store) => (await store.read('read/claim-count', {}))[0]?.count ?? 0);

/** `filtered` itself where there is a filter, or all evidence where it is little; null where it is much. */
export async function whole(store: Store, filtered: Filtered | null): Promise<Filtered | null> {
  if (filtered !== null) return filtered;
  return (await claimCount.of(store, await store.journal.state())) <= few ? countedBy(store, {}) : null;
}

/** With the questions of the claims whole, so that what contradicts them is there. */
export async function surroundingsOf(
  store: Store,
  claims: readonly string[],
  filtered: Filtered | null,
): Promise<Surroundings> {
  const known = await whole(store, filtered);
  if (known !== null) return known;
  const index: EvidenceIndex = indexEvidence(await evidenceAround(store, claims));
  const contradictions: LedgerEntry[] = contradictionsOf(index.evidence);
  const under = assertionsByEdge(index);
  return { index, contradictions, assertionsUnder: (key) => under.get(key)?.assertions ?? [] };
}
