// What a brief is written from: the answers of the other views, all under one filter.
import type { ContradictionView, Holder, StanceRow, Unsettled } from '../../../schema/comparison.ts';
import type { ArticleRef, AssertionView, Evidence, NodeView } from '../../../schema/view.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** A position with all that it rests on. */
export interface Position {
  readonly row: StanceRow;
  readonly evidence: Evidence;
}

export interface BriefData {
  readonly plan: Holder | null;
  /** Where the brief is on one actor. */
  readonly holder: Holder | null;
  /** The day it is made, YYYY-MM-DD. */
  readonly day: string;
  readonly filter: {
    readonly asOf: string | null;
    readonly without: readonly Named[];
    readonly case: Named | null;
    readonly grade: string | null;
  };
  /** In the order of the table of stances. */
  readonly positions: readonly Position[];
  /** Assertions of counts and statements on the plan or of the holder, denials, and what is said of the unsettled. */
  readonly others: readonly AssertionView[];
  readonly contradictions: readonly ContradictionView[];
  /** Members of a named set that no report gives a position; of the unsettled reports say something all the same. */
  readonly silent: {
    readonly among: Named;
    readonly members: readonly Holder[];
    readonly unsettled: readonly Unsettled[];
  } | null;
  /** The unnamed sources by key, with what is stored of them. */
  readonly sources: ReadonlyMap<string, NodeView>;
}

/** Every assertion of the brief by key. */
export function assertionsIn(data: BriefData): Map<string, AssertionView> {
  const all = [...data.positions.flatMap(({ evidence }) => evidence.assertions), ...data.others];
  return new Map(all.map((assertion) => [assertion.key, assertion]));
}

/** What a position rests on: what held articles put forward as standing now, and counts. */
export const carries = (assertion: AssertionView): boolean =>
  assertion.counts && assertion.mode === 'asserts' && assertion.modality === 'now' && !assertion.reconstructed;

/** The held articles behind assertions, each once. */
export function articlesOf(assertions: Iterable<AssertionView>): ArticleRef[] {
  const found = new Map<string, ArticleRef>();
  for (const { article } of assertions) if (article.held) found.set(article.key, article);
  return [...found.values()];
}

/**
 * What to cite for each assertion: itself, or, for one of an article that nobody has seen, those of the held articles
 * whose chains lead there and that say the same.
 */
export function citable(assertions: ReadonlyMap<string, AssertionView>): (key: string) => string[] {
  const said = [...assertions.values()].filter(({ reconstructed }) => !reconstructed);
  return (key) => {
    const found = assertions.get(key);
    if (found === undefined) return [];
    if (!found.reconstructed) return [key];
    return said
      .filter(
        ({ claim, chains }) =>
          claim.key === found.claim.key && chains.some((chain) => chain.some((link) => link.key === found.article.key)),
      )
      .map((one) => one.key);
  };
}

/** One assertion an article, the first given: enough to find the place where a long list would hide it. */
export function onePerArticle(keys: Iterable<string>, assertions: ReadonlyMap<string, AssertionView>): string[] {
  const first = new Map<string, string>();
  for (const key of keys) {
    const article = assertions.get(key)?.article.key;
    if (article !== undefined && !first.has(article)) first.set(article, key);
  }
  return [...first.values()];
}
