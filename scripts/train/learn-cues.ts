// Learns which words are hearts of cues: logistic regression over all words.
import { cueFeatures, surroundingsOf } from '../../server/extract/attributions/cue-features.ts';
import { sigmoid, sumOf } from '../../server/extract/attributions/find-cues.ts';
import { FeatureList } from '../../server/extract/attributions/hash.ts';
import { emptyTable, type Table } from '../../server/extract/attributions/model.ts';
import { pad } from '../../server/extract/attributions/view.ts';
import { learnerOf, step } from './adagrad.ts';
import type { Article } from './corpus.ts';
import type { Example } from './examples.ts';
import { shuffled } from './random.ts';

export const cueSettings = { bits: 18, epochs: 5, rate: 0.08, decay: 2e-5 };

export function learnCues(articles: readonly Article[], examples: ReadonlyMap<Article, readonly Example[]>, random: () => number): Table {
  const learner = learnerOf(emptyTable(cueSettings.bits, 1));
  const features = new FeatureList(64, cueSettings.bits);
  for (let epoch = 0; epoch < cueSettings.epochs; epoch++) {
    const rate = cueSettings.rate / (1 + 0.5 * epoch);
    for (const article of shuffled(articles, random)) {
      const { view } = article.analysed;
      const around = surroundingsOf(view);
      const hearts = new Set(examples.get(article)?.map(({ heart }) => heart));
      for (let row = pad; row < pad + view.count; row++) {
        cueFeatures(view, around, row, features);
        const error = sigmoid(sumOf(features, learner.table.weights)) - (hearts.has(row) ? 1 : 0);
        if (Math.abs(error) < 1e-3) continue;
        for (let n = 0; n < features.length; n++) step(learner, features.values[n] as number, error, rate, cueSettings.decay);
      }
    }
  }
  return learner.table;
}
