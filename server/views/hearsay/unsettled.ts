// Members of a set of whom reports speak without giving them a stance: it is denied, questioned, expected or supposed.
import { evidenceOf } from '../../evidence/load.ts';
import { type EvidenceIndex, indexEvidence } from '../../provenance/evidence-index.ts';
import type { Unsettled } from '../../schema/comparison.ts';
import type { NodeView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { groupBy, sortedBy } from '../order.ts';
import type { Filtered } from './evidence-filter.ts';
import { loadNodes } from './load.ts';

type Said = Unsettled['said'][number];

/** What counts of one claim, each mode and modality once. */
function saidOf(index: EvidenceIndex, claim: string, plan: Said['plan']): Said[] {
  const stance = index.evidence.claims.get(claim)?.stance ?? null;
  if (stance === null) return [];
  const voices = groupBy(index.of(claim).filter(index.counts), ({ mode, modality }) => `${mode} ${modality}`);
  return [...voices.values()].flatMap((list): Said[] => {
    const [first] = list;
    if (first === undefined) return [];
    const { mode, modality } = first;
    return [{ plan, stance, mode, modality, claim, assertions: list.map(({ assertion }) => assertion).sort() }];
  });
}

/**
 * Of members without a stance on the plan, or without `plan` on any, those of whom reports say something of it that
 * counts; sorted by name.
 */
export async function unsettledAmong(
  store: Store,
  members: readonly NodeView[],
  plan: string | undefined,
  filtered: Filtered | null,
): Promise<Unsettled[]> {
  const wanted = new Set(members.map(({ key }) => key));
  if (wanted.size === 0) return [];
  const rows = await store.read('read/stances/claims', { keys: plan === undefined ? [...wanted] : [plan] });
  const claims = rows.filter(({ holder, target }) => wanted.has(holder) && (plan === undefined || target === plan));
  if (claims.length === 0) return [];
  const keys = claims.map(({ claim }) => claim);
  const targets = await loadNodes(
    store,
    claims.map(({ target }) => target),
  );
  const index = filtered?.index ?? indexEvidence(await evidenceOf(store, keys));
  const plans = new Map(targets.map(({ key, name }) => [key, { key, name }]));
  const ofHolder = groupBy(claims, ({ holder }) => holder);
  const found = members.flatMap(({ key, name, labels }): Unsettled[] => {
    const said = (ofHolder.get(key) ?? []).flatMap(({ claim, target }) =>
      saidOf(index, claim, plans.get(target) ?? { key: target, name: target }),
    );
    if (said.length === 0) return [];
    const inOrder = sortedBy(said, (one) => [
      one.plan.name,
      one.plan.key,
      one.stance,
      one.mode,
      one.modality,
      one.claim,
    ]);
    return [{ holder: { key, name, labels }, said: inOrder }];
  });
  return sortedBy(found, ({ holder }) => [holder.name, holder.key]);
}
