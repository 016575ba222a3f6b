// Learns which candidates are attributions: logistic regression on candidates made by models that had not seen the article.
import { rank, surerNear } from '../../server/extract/attributions/candidates.ts';
import { sigmoid, sumOf } from '../../server/extract/attributions/find-cues.ts';
import { FeatureList } from '../../server/extract/attributions/hash.ts';
import { emptyTable, type Table } from '../../server/extract/attributions/model.ts';
import { type Candidate, overlapOf, rankFeatures } from '../../server/extract/attributions/rank-features.ts';
import { labels } from '../../server/extract/attributions/states.ts';
import { learnerOf, step } from './adagrad.ts';
import type { Article } from './corpus.ts';
import type { Example } from './examples.ts';
import { acrossFolds } from './folds.ts';
import { randomFrom, shuffled } from './random.ts';

export const rankSettings = { bits: 15, epochs: 6, rate: 0.03, decay: 3e-3 };

/** Which candidates are paired with gold: one to one, by the share of content they have in common, at least half. */
export function pairedWith(candidates: readonly Candidate[], gold: readonly Example[]): boolean[] {
  const pairs: { share: number; at: number; to: number }[] = [];
  candidates.forEach(({ labelled }, at) => {
    gold.forEach((example, to) => {
      const { both, either } = overlapOf(labelled, { ...example, chance: 0 }, labels.content);
      if (either > 0 && both / either >= 0.5)
        pairs.push({ share: both / either + (example.heart === labelled.heart ? 0.1 : 0), at, to });
    });
  });
  pairs.sort((a, b) => b.share - a.share || a.at - b.at || a.to - b.to);
  const [from, taken] = [new Set<number>(), new Set<number>()];
  for (const { at, to } of pairs) {
    if (from.has(at) || taken.has(to)) continue;
    from.add(at);
    taken.add(to);
  }
  return candidates.map((_, at) => from.has(at));
}

type Found = ReadonlyMap<Article, readonly Candidate[]>;
type Right = ReadonlyMap<Article, readonly boolean[]>;

function learnTable(articles: readonly Article[], candidates: Found, right: Right, random: () => number): Table {
  const learner = learnerOf(emptyTable(rankSettings.bits, 1));
  const features = new FeatureList(64, rankSettings.bits);
  for (let epoch = 0; epoch < rankSettings.epochs; epoch++) {
    const rate = rankSettings.rate / (1 + 0.5 * epoch);
    for (const article of shuffled(articles, random)) {
      const found = candidates.get(article) ?? [];
      found.forEach((candidate, at) => {
        rankFeatures(article.analysed.view, candidate, surerNear(found, at), features);
        const error = sigmoid(sumOf(features, learner.table.weights)) - (right.get(article)?.[at] ? 1 : 0);
        for (let n = 0; n < features.length; n++)
          step(learner, (features.values[n] as number) >>> features.shift, error, rate, rankSettings.decay);
      });
    }
  }
  return learner.table;
}

/** The score from which giving candidates out makes the best F1; `scores` are by tables that had not seen the article. */
function bestThreshold(scores: ReadonlyMap<Article, readonly number[]>, right: Right, gold: number): number {
  const all = [...scores].flatMap(([article, some]) =>
    some.map((score, at) => ({ score, right: right.get(article)?.[at] === true })),
  );
  all.sort((a, b) => b.score - a.score);
  let [hits, best, threshold] = [0, 0, 0.5];
  all.forEach((one, at) => {
    if (one.right) hits++;
    const f1 = (2 * hits) / (at + 1 + gold);
    if (f1 > best) [best, threshold] = [f1, one.score];
  });
  return Math.round(threshold * 1e3) / 1e3;
}

export function learnRank(
  articles: readonly Article[],
  candidates: Found,
  examples: ReadonlyMap<Article, readonly Example[]>,
  seed: number,
): { table: Table; threshold: number } {
  const right = new Map(
    articles.map((article) => [article, pairedWith(candidates.get(article) ?? [], examples.get(article) ?? [])]),
  );
  const scores = acrossFolds(
    articles,
    3,
    (rest) => learnTable(rest, candidates, right, randomFrom(seed)),
    (table, article) => rank(article.analysed.view, candidates.get(article) ?? [], table),
  );
  const gold = articles.reduce((sum, article) => sum + (examples.get(article)?.length ?? 0), 0);
  return {
    table: learnTable(articles, candidates, right, randomFrom(seed)),
    threshold: bestThreshold(scores, right, gold),
  };
}
