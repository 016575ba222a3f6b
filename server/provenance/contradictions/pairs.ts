// Finds pairs of positions on one question that the matrix calls incompatible: denials, exclusive stances, counts, tensions.
import type { EvidenceAssertion, EvidenceClaim } from '../../schema/evidence.ts';
import type { Mode } from '../../schema/stance.ts';
import type { Rest } from './apart.ts';
import { areTooMany, excludeEachOther, implies, leaveNoNumber } from './counts.ts';
import { explainImplied, explainNoNumber, explainPair, explainSum, named } from './explain.ts';
import { claimSide, type Ledger } from './ledger.ts';
import { type Meeting, ofStances, outcomes, type Relation } from './matrix.ts';
import { meetingsOf } from './meeting.ts';

/** A claim as some assertions put it today. */
export interface Position {
  readonly claim: EvidenceClaim;
  readonly mode: Mode;
  readonly assertions: readonly EvidenceAssertion[];
}
/** The positions on one claim: who asserts it and who denies it now; what asks only is none. */
export interface Stand {
  readonly claim: EvidenceClaim;
  readonly asserts: readonly EvidenceAssertion[];
  readonly denies: readonly EvidenceAssertion[];
}

const meetings: readonly Meeting[] = ['together', 'betweenChannels', 'atOtherTimes'];

/** What two claims of one question, both asserted, are to each other. */
export function relationOf(a: EvidenceClaim, b: EvidenceClaim): Relation | null {
  if (a.kind !== b.kind || a.scope !== b.scope || a.stance === null || b.stance === null) return null;
  if (a.kind === 'stance') return a.target === null ? null : ofStances[a.stance][b.stance];
  if (a.kind !== 'count') return null;
  if (a.stance === b.stance) return excludeEachOther(a, b) ? 'denial' : null;
  return ofStances[a.stance][b.stance] === 'exclusive' && areTooMany(a, b) ? 'count' : null;
}

const asserted = ({ claim, asserts }: Stand): Position => ({ claim, mode: 'asserts', assertions: asserts });
const denied = ({ claim, denies }: Stand): Position => ({ claim, mode: 'denies', assertions: denies });

/** Compares what is said of some questions and enters what it finds. */
export class Pairs {
  readonly #ledger: Ledger;
  readonly #restOf: (one: EvidenceAssertion) => Rest;

  constructor(ledger: Ledger, restOf: (one: EvidenceAssertion) => Rest) {
    this.#ledger = ledger;
    this.#restOf = restOf;
  }

  #enter(relation: Relation, a: Position, b: Position, explain?: (meeting: Meeting) => string): void {
    if (a.assertions.length === 0 || b.assertions.length === 0) return;
    const met = meetingsOf(a.assertions, b.assertions, relation === 'tension' ? this.#restOf : null);
    for (const meeting of meetings) {
      const [type, sides] = [outcomes[relation][meeting], met[meeting]];
      if (type === null || sides === null) continue;
      this.#ledger.add({
        type,
        questionKey: b.claim.questionKey,
        a: claimSide(a.claim, a.mode, sides.a),
        b: claimSide(b.claim, b.mode, sides.b),
        explanation: explain?.(meeting) ?? explainPair(relation, meeting, a.claim, b.claim),
        claims: [a.claim.claim, b.claim.claim],
      });
    }
  }

  /** All that is said of the claims of one question. */
  ofQuestion(stands: readonly Stand[]): void {
    for (const stand of stands) this.#enter('denial', asserted(stand), denied(stand));
    this.#ofDeniedCounts(stands.filter(({ claim }) => claim.kind === 'count'));
    // Statements are many and never compared with one another; stances and counts of one question are few.
    const compared = stands.filter(({ claim, asserts }) => claim.kind !== 'statement' && asserts.length > 0);
    for (const [place, a] of compared.entries()) {
      for (const b of compared.slice(place + 1)) {
        // One way round, whatever the order they came in, so that the explanation is the same.
        const [one, other] = a.claim.claim < b.claim.claim ? [a, b] : [b, a];
        const relation = relationOf(one.claim, other.claim);
        if (relation !== null) this.#enter(relation, asserted(one), asserted(other));
      }
    }
  }

  /** What a denied count denies beside itself: whatever cannot be true without it; and two that cannot both be false. */
  #ofDeniedCounts(counts: readonly Stand[]): void {
    const refused = counts.filter(({ denies }) => denies.length > 0);
    for (const b of refused) {
      for (const a of counts) {
        if (a !== b && implies(a.claim, b.claim))
          this.#enter('denial', asserted(a), denied(b), (meeting) => explainImplied(meeting, a.claim, b.claim));
      }
      for (const a of refused) {
        if (a.claim.claim < b.claim.claim && leaveNoNumber(a.claim, b.claim))
          this.#enter('denial', denied(a), denied(b), (meeting) => explainNoNumber(meeting, a.claim, b.claim));
      }
    }
  }

  /**
   * A claim that sums up another which nobody asserts by itself: who asserts the sum asserts that, so it is set against
   * what denies it and against the stance that excludes it.
   */
  ofSum(sum: Stand, included: Stand, question: readonly Stand[]): void {
    if (included.asserts.length > 0) return;
    this.#enter('denial', asserted(sum), denied(included), () =>
      explainSum(sum.claim, included.claim, 'which the other side denies'),
    );
    for (const other of question) {
      if (relationOf(included.claim, other.claim) !== 'exclusive') continue;
      const against = `which excludes ${named(other.claim)}`;
      this.#enter('exclusive', asserted(sum), asserted(other), () => explainSum(sum.claim, included.claim, against));
    }
  }
}
