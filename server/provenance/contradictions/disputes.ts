// Enters what an assertion expressly disputes: another claim or an article, or who said a quote or made an assertion.
import type { Evidence, EvidenceAssertion } from '../../schema/evidence.ts';
import { groupBy } from '../../schema/lists.ts';
import { disputedArticle, disputedAssertion, disputedQuote, explainDispute, named } from './explain.ts';
import { articleSide, claimSide, keysOf, type Ledger, quoteSide } from './ledger.ts';

interface Tables {
  readonly byKey: ReadonlyMap<string, EvidenceAssertion>;
  readonly byClaim: ReadonlyMap<string, readonly EvidenceAssertion[]>;
  readonly byArticle: ReadonlyMap<string, readonly EvidenceAssertion[]>;
  readonly byQuote: ReadonlyMap<string, readonly EvidenceAssertion[]>;
}

/** The assertions that count, by what a dispute may point to. */
function tablesOf(assertions: readonly EvidenceAssertion[]): Tables {
  const byQuote = new Map<string, EvidenceAssertion[]>();
  for (const one of assertions) {
    for (const quote of one.quotes) byQuote.set(quote, [...(byQuote.get(quote) ?? []), one]);
  }
  return {
    byKey: new Map(assertions.map((one) => [one.assertion, one])),
    byClaim: groupBy(assertions, (one) => one.claim),
    byArticle: groupBy(assertions, (one) => one.article),
    byQuote,
  };
}

const asserting = (list: readonly EvidenceAssertion[] | undefined): readonly EvidenceAssertion[] =>
  (list ?? []).filter(({ mode }) => mode === 'asserts');

/**
 * One entry for a claim (in a mode) and what it disputes. A disputed thing that nothing which counts supports is not in
 * the ledger: there is nothing left to contradict.
 */
export function addDisputes(ledger: Ledger, evidence: Evidence, assertions: readonly EvidenceAssertion[]): void {
  const disputing = assertions.filter((one) => one.disputes.length > 0);
  if (disputing.length === 0) return;
  const { byKey, byClaim, byArticle, byQuote } = tablesOf(assertions);
  for (const one of disputing) {
    const claim = evidence.claims.get(one.claim);
    if (claim === undefined) continue;
    const a = claimSide(claim, one.mode, [one.assertion]);
    for (const key of one.disputes) {
      const of = asserting(byClaim.get(key));
      const disputed = evidence.claims.get(key);
      if (disputed !== undefined && of.length > 0 && key !== one.claim) {
        ledger.add({
          type: 'denial',
          questionKey: disputed.questionKey,
          a,
          b: claimSide(disputed, 'asserts', keysOf(of)),
          explanation: explainDispute(claim, one.mode, `the claim ${named(disputed)}`),
          claims: [disputed.claim],
        });
      }
      const inArticle = asserting(byArticle.get(key));
      // Who disputes an article speaks of one question: what else the article says is not put in doubt by that.
      const onIt = inArticle.filter((other) => evidence.claims.get(other.claim)?.questionKey === claim.questionKey);
      const said = onIt.length > 0 ? onIt : inArticle;
      if (said.length > 0) {
        ledger.add({
          type: 'denial',
          questionKey: claim.questionKey,
          a,
          b: articleSide(key, keysOf(said)),
          explanation: explainDispute(claim, one.mode, disputedArticle(evidence.articles.get(key)?.title ?? null)),
          claims: said.map((other) => other.claim),
        });
      }
      const quoting = byQuote.get(key) ?? [];
      if (quoting.length > 0) {
        ledger.add({
          type: 'attribution',
          questionKey: claim.questionKey,
          a,
          b: quoteSide(key, keysOf(quoting)),
          explanation: explainDispute(claim, one.mode, disputedQuote(evidence.quotes.get(key)?.text ?? key)),
          claims: quoting.map((other) => other.claim),
        });
      }
      const other = byKey.get(key);
      const about = evidence.claims.get(other?.claim ?? '');
      if (other !== undefined && about !== undefined && other !== one) {
        ledger.add({
          type: 'attribution',
          questionKey: about.questionKey,
          a,
          b: { ...claimSide(about, other.mode, [other.assertion]), article: other.article },
          explanation: explainDispute(claim, one.mode, disputedAssertion(about)),
          claims: [about.claim],
        });
      }
    }
  }
}
