// The ledger of contradictions: where reports on one question do not go together, and which claims that contests.
import type { Evidence, EvidenceAssertion } from '../../schema/evidence.ts';
import { contesting } from '../../schema/ledger.ts';
import { compare } from '../../schema/lists.ts';
import type { Mode } from '../../schema/stance.ts';
import { atOnce, each, flatMapSteps, groupSteps, type Steps, sortSteps } from '../../schema/steps.ts';
import { type EvidenceIndex, indexSteps } from '../evidence-index.ts';
import { addDisputes } from './disputes.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { Pairs, type Stand } from './pairs.ts';
import { addRelayDivergences } from './relays.ts';
import { Trails } from './trails.ts';
import { addWordings } from './wordings.ts';

export type { LedgerEntry } from './ledger.ts';

function* countingIn(index: EvidenceIndex): Steps<EvidenceAssertion[]> {
  const counting = yield* flatMapSteps(index.evidence.claims.keys(), (claim) => {
    const modes = new Set(index.of(claim).map(({ mode }) => mode));
    return [...modes].flatMap((mode) => [...index.counting.says(claim, mode).values()].flatMap(({ all }) => all));
  });
  return yield* sortSteps(counting, (a, b) => compare(a.assertion, b.assertion));
}

/** Each claim by its key with what is said of it today, in the order of the keys. */
function* standsIn({ claims }: Evidence, assertions: readonly EvidenceAssertion[]): Steps<Map<string, Stand>> {
  const byClaim = yield* groupSteps(assertions, ({ claim }) => claim);
  const stands = new Map<string, Stand>();
  const sorted = yield* sortSteps([...claims.values()], (a, b) => compare(a.claim, b.claim));
  yield* each(sorted, (claim) => {
    const now = (byClaim.get(claim.claim) ?? []).filter(({ modality }) => modality === 'now');
    const by = (mode: Mode) => now.filter((one) => one.mode === mode);
    stands.set(claim.claim, { claim, asserts: by('asserts'), denies: by('denies') });
  });
  return stands;
}

/**
 * The entries of the ledger, by question, type and key; docs/contradictions.md defines each type. Only assertions that
 * count take part: accepted, of the newest text of a held article or shown by one, and not withdrawn. Near-linear in
 * the assertions: they are grouped by question, and only positions of one question, and what INCLUDES and DISPUTES
 * join, are compared.
 */
export function* contradictionSteps(evidence: Evidence): Steps<LedgerEntry[]> {
  const index = yield* indexSteps(evidence);
  const ledger = new Ledger(evidence.claims);
  const trails = new Trails(index);
  const assertions = yield* countingIn(index);
  const stands = yield* standsIn(evidence, assertions);
  const questions = yield* groupSteps(stands.values(), ({ claim }) => claim.questionKey);
  const pairs = new Pairs(ledger, (one) => trails.restOf(one));
  yield* each(questions.values(), (question) => {
    pairs.ofQuestion(question);
    const asserted = question.flatMap(({ asserts }) => asserts);
    if (asserted.length > 1) addRelayDivergences(ledger, evidence, asserted, trails);
  });
  yield* each(stands.values(), (sum) => {
    if (sum.asserts.length === 0) return;
    for (const key of [...sum.claim.includes].sort(compare)) {
      const included = stands.get(key);
      if (included !== undefined) pairs.ofSum(sum, included, questions.get(included.claim.questionKey) ?? []);
    }
  });
  addDisputes(ledger, evidence, assertions);
  addWordings(ledger, evidence, assertions);
  return ledger.entries();
}

/** All of `contradictionSteps` at once. */
export const contradictionsOf = (evidence: Evidence): LedgerEntry[] => atOnce(contradictionSteps(evidence));

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
