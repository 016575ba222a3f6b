// Collects the entries of the ledger: one for a type and what stands on both sides, whoever says it and however often.
import { createHash } from 'node:crypto';
import type { EvidenceAssertion, EvidenceClaim } from '../../schema/evidence.ts';
import { type Contradiction, ContradictionType, type Side } from '../../schema/ledger.ts';
import { compare, distinct } from '../../schema/lists.ts';
import { Mode, Stance } from '../../schema/stance.ts';

/** An entry with the claims that it puts in question, sorted; where its type contests, these are contested. */
export interface LedgerEntry extends Contradiction {
  readonly claims: readonly string[];
}

export interface Found {
  readonly type: ContradictionType;
  readonly questionKey: string;
  readonly a: Side;
  readonly b: Side;
  readonly explanation: string;
  /** Keys of the claims it puts in question; with them goes what they sum up. */
  readonly claims: Iterable<string>;
  /** What tells this entry from another of the same sides: an origin, the words of two renderings. */
  readonly about?: readonly string[];
}

export const keysOf = (assertions: readonly EvidenceAssertion[]): string[] => [
  ...new Set(assertions.map(({ assertion }) => assertion)),
];
const side: Side = { claim: null, article: null, quote: null, mode: 'asserts', assertions: [] };
export const claimSide = (claim: EvidenceClaim, mode: Mode, assertions: readonly string[]): Side => ({
  ...side,
  claim: claim.claim,
  mode,
  assertions: [...assertions],
});
export const articleSide = (article: string, assertions: readonly string[]): Side => ({
  ...side,
  article,
  assertions: [...assertions],
});
export const quoteSide = (quote: string, assertions: readonly string[]): Side => ({
  ...side,
  quote,
  assertions: [...assertions],
});

const union = (a: readonly string[], b: readonly string[]): string[] => distinct([...a, ...b]);
const idOf = ({ claim, article, quote, mode }: Side): string => JSON.stringify([claim, article, quote, mode]);
const withAll = (one: Side, other: Side): Side => ({ ...one, assertions: union(one.assertions, other.assertions) });

export class Ledger {
  readonly #entries = new Map<string, LedgerEntry>();
  readonly #claims: ReadonlyMap<string, EvidenceClaim>;

  constructor(claims: ReadonlyMap<string, EvidenceClaim>) {
    this.#claims = claims;
  }

  /** What comes first on the page: an assertion before a denial, a side taken before none, then by key. */
  #orderOf(one: Side): string {
    const stance = this.#claims.get(one.claim ?? '')?.stance;
    const place = stance == null ? Stance.options.length : Stance.options.indexOf(stance);
    const isDisputed = one.claim === null || one.article !== null ? 1 : 0;
    return `${isDisputed}${Mode.options.indexOf(one.mode)}${place}${idOf(one)}`;
  }

  /** Adds an entry, or its assertions to the one that has the same type and sides. The order of the sides is free. */
  add({ type, questionKey, a, b, explanation, claims, about }: Found): void {
    const [first, second] = this.#orderOf(a) <= this.#orderOf(b) ? [a, b] : [b, a];
    const parts = [type, ...(about ?? [idOf(first), idOf(second)])];
    const key = `contradiction:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20)}`;
    const named = [...claims];
    const summedUp = named.flatMap((claim) => this.#claims.get(claim)?.includes ?? []);
    const known = this.#entries.get(key);
    // One key with the words of another rule: which of them stays must not depend on the order.
    const words = [explanation, known?.explanation ?? explanation].sort(compare)[0] ?? explanation;
    const question = [questionKey, known?.questionKey ?? questionKey].sort(compare)[0] ?? questionKey;
    this.#entries.set(key, {
      key,
      type,
      questionKey: question,
      a: withAll(first, known?.a ?? first),
      b: withAll(second, known?.b ?? second),
      explanation: words,
      claims: union([...named, ...summedUp], known?.claims ?? []),
    });
  }

  /** By question, then by type in the order of the schema, then by key. */
  entries(): LedgerEntry[] {
    const place = (entry: LedgerEntry): number => ContradictionType.options.indexOf(entry.type);
    return [...this.#entries.values()].sort(
      (a, b) => compare(a.questionKey, b.questionKey) || place(a) - place(b) || compare(a.key, b.key),
    );
  }
}
