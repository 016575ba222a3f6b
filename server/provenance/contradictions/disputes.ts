// Enters what an assertion expressly disputes: another claim or an article, or who said a quote or made an assertion.
import type { Evidence, EvidenceAssertion } from '../../schema/evidence.ts';
import type { Side } from '../../schema/ledger.ts';
import { groupBy, groupByEach } from '../../schema/lists.ts';
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
  return {
    byKey: new Map(assertions.map((one) => [one.assertion, one])),
    byClaim: groupBy(assertions, (one) => one.claim),
    byArticle: groupBy(assertions, (one) => one.article),
    byQuote: groupByEach(assertions, (one) => one.quotes),
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
    /** Enters it against what supports the other side; `what` is the disputed thing in words. */
    const add = (
      type: 'denial' | 'attribution',
      questionKey: string,
      b: Side,
      what: string,
      supports: readonly EvidenceAssertion[],
    ): void => {
      if (supports.length === 0) return;
      const explanation = explainDispute(claim, one.mode, what);
      ledger.add({ type, questionKey, a, b, explanation, claims: supports.map((other) => other.claim) });
    };
    for (const key of one.disputes) {
      const disputed = evidence.claims.get(key);
      if (disputed !== undefined && key !== one.claim) {
        const of = asserting(byClaim.get(key));
        const b = claimSide(disputed, 'asserts', keysOf(of));
        add('denial', disputed.questionKey, b, `the claim ${named(disputed)}`, of);
      }
      const inArticle = asserting(byArticle.get(key));
      // Who disputes an article speaks of one question: what else the article says is not put in doubt by that.
      const onIt = inArticle.filter((other) => evidence.claims.get(other.claim)?.questionKey === claim.questionKey);
      const said = onIt.length > 0 ? onIt : inArticle;
      const article = disputedArticle(evidence.articles.get(key)?.title ?? null);
      add('denial', claim.questionKey, articleSide(key, keysOf(said)), article, said);
      const quoting = byQuote.get(key) ?? [];
      const words = disputedQuote(evidence.quotes.get(key)?.text ?? key);
      add('attribution', claim.questionKey, quoteSide(key, keysOf(quoting)), words, quoting);
      const other = byKey.get(key);
      const about = evidence.claims.get(other?.claim ?? '');
      if (other !== undefined && about !== undefined && other !== one) {
        const b = { ...claimSide(about, other.mode, [other.assertion]), article: other.article };
        add('attribution', about.questionKey, b, disputedAssertion(about), [other]);
      }
    }
  }
}
