// Learns which words are hearts of cues: logistic regression over all words.
import { cueFeatures, surroundingsOf } from '../../server/extract/attributions/cue-features.ts';
import { sigmoid } from '../../server/extract/attributions/find-cues.ts';
import { FeatureList } from '../../server/extract/attributions/hash.ts';
import { emptyTable, type Table } from '../../server/extract/attributions/model.ts';
import { pad } from '../../server/extract/attributions/view.ts';
import { averageOf, isQuarter, learnerOf, step } from './adagrad.ts';
import type { Article } from './corpus.ts';
import type { Example } from './examples.ts';
import { shuffled } from './random.ts';
import { countsOf } from './rare.ts';
import type { Rows } from './span-places.ts';

/** `least`: how often a feature must occur to be learned from. */
export const cueSettings = { bits: 19, epochs: 2, rate: 0.05, decay: 3e-4, least: 4 };

interface Lesson extends Rows {
  /** For each word 1 if it is a heart. */
  right: Uint8Array;
}
export type CueLessons = ReadonlyMap<Article, Lesson>;

/** Shows the features of each word of an article. */
function eachWord({ analysed: { view } }: Article, look: (features: FeatureList) => void): void {
  const around = surroundingsOf(view);
  const features = new FeatureList(128, cueSettings.bits);
  for (let row = pad; row < pad + view.count; row++) {
    cueFeatures(view, around, row, features);
    look(features);
  }
}

/** Makes the features of all words, without those that are too rare. */
export function cueLessonsOf(
  articles: readonly Article[],
  examples: ReadonlyMap<Article, readonly Example[]>,
): CueLessons {
  const counts = countsOf();
  for (const article of articles) eachWord(article, counts.add);
  return new Map(
    articles.map((article) => {
      const { count } = article.analysed.view;
      const rows: number[] = [];
      const ends: number[] = [];
      eachWord(article, (features) => {
        counts.keep(features, cueSettings.least);
        for (let n = 0; n < features.length; n++) rows.push((features.values[n] as number) >>> features.shift);
        ends.push(rows.length);
      });
      const right = new Uint8Array(count);
      for (const { heart } of examples.get(article) ?? []) right[heart - pad] = 1;
      return [article, { rows: Int32Array.from(rows), ends: Int32Array.from(ends), right }];
    }),
  );
}

export function learnCues(articles: readonly Article[], lessons: CueLessons, random: () => number): Table {
  const learner = learnerOf(emptyTable(cueSettings.bits, 1));
  const { weights } = learner.table;
  const average = averageOf();
  for (let epoch = 0; epoch < cueSettings.epochs; epoch++) {
    const rate = cueSettings.rate / (1 + 0.5 * epoch);
    for (const [at, article] of shuffled(articles, random).entries()) {
      const { rows, ends, right } = lessons.get(article) as Lesson;
      ends.forEach((end, word) => {
        const start = word === 0 ? 0 : (ends[word - 1] as number);
        let sum = 0;
        for (let n = start; n < end; n++) sum += weights[rows[n] as number] as number;
        const error = sigmoid(sum) - (right[word] as number);
        if (Math.abs(error) < 1e-3) return;
        for (let n = start; n < end; n++) step(learner, rows[n] as number, error, rate, cueSettings.decay);
      });
      if (epoch === cueSettings.epochs - 1 && isQuarter(at, articles.length)) average.take(learner.table);
    }
  }
  average.into(learner.table);
  return learner.table;
}
