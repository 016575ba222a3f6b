// The ledger of contradictions: where reports on one question do not go together, and which claims that contests.
import type { Evidence, EvidenceAssertion } from '../../schema/evidence.ts';
import { contesting } from '../../schema/ledger.ts';
import { compare, groupBy } from '../../schema/lists.ts';
import { Mode } from '../../schema/stance.ts';
import { type EvidenceIndex, indexEvidence } from '../evidence-index.ts';
import { addDisputes } from './disputes.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { Pairs, type Stand } from './pairs.ts';
import { addRelayDivergences } from './relays.ts';
import { Trails } from './trails.ts';
import { addWordings } from './wordings.ts';

export type { LedgerEntry } from './ledger.ts';

function countingIn(index: EvidenceIndex): EvidenceAssertion[] {
  const counting: EvidenceAssertion[] = [];
  for (const claim of index.evidence.claims.keys()) {
    for (const mode of Mode.options) {
      for (const { all } of index.counting.says(claim, mode).values()) counting.push(...all);
    }
  }
  return counting.sort((a, b) => compare(a.assertion, b.assertion));
}

/**
 * The entries of the ledger, by question, type and key; docs/contradictions.md defines each type. Only assertions that
 * count take part: accepted, of the newest text of a held article or shown by one, and not withdrawn. Near-linear in
 * the assertions: they are grouped by question, and only positions of one question, and what INCLUDES and DISPUTES
 * join, are compared.
 */
export function contradictionsOf(evidence: Evidence): LedgerEntry[] {
  const index = indexEvidence(evidence);
  const { claims } = evidence;
  const ledger = new Ledger(claims);
  const trails = new Trails(index);
  const assertions = countingIn(index);
  const now = assertions.filter(({ modality }) => modality === 'now');
  const byClaim = groupBy(now, ({ claim }) => claim);
  const stands = new Map<string, Stand>();
  for (const claim of [...claims.values()].sort((a, b) => compare(a.claim, b.claim))) {
    const said = byClaim.get(claim.claim) ?? [];
    const by = (mode: Mode) => said.filter((one) => one.mode === mode);
    stands.set(claim.claim, { claim, asserts: by('asserts'), denies: by('denies') });
  }
  const questions = groupBy(stands.values(), ({ claim }) => claim.questionKey);
  const pairs = new Pairs(ledger, (one) => trails.restOf(one));
  for (const question of questions.values()) {
    pairs.ofQuestion(question);
    const asserted = question.flatMap(({ asserts }) => asserts);
    if (asserted.length > 1) addRelayDivergences(ledger, evidence, asserted, trails);
  }
  for (const sum of stands.values()) {
    if (sum.asserts.length === 0) continue;
    for (const key of [...sum.claim.includes].sort(compare)) {
      const included = stands.get(key);
      if (included !== undefined) pairs.ofSum(sum, included, questions.get(included.claim.questionKey) ?? []);
    }
  }
  addDisputes(ledger, evidence, assertions);
  addWordings(ledger, evidence, assertions);
  return ledger.entries();
}

const contests: ReadonlySet<string> = new Set(contesting);

/**
 * The keys of the claims that entries of a contesting type bear on, without the settled ones. What a disputed article
 * asserts on the question is among them, and what a contested claim sums up.
 */
export function contestedClaims(
  contradictions: readonly LedgerEntry[],
  settled: ReadonlySet<string>,
): ReadonlySet<string> {
  const open = contradictions.filter(({ key, type }) => contests.has(type) && !settled.has(key));
  return new Set(open.flatMap(({ claims }) => claims));
}
