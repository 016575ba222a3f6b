// Learns the whole model of attributions from articles with gold.
import { candidatesOf } from '../../server/extract/attributions/candidates.ts';
import { cueScores } from '../../server/extract/attributions/find-cues.ts';
import type { Lexicon } from '../../server/extract/attributions/lexicon.ts';
import type { AttributionModel } from '../../server/extract/attributions/model.ts';
import type { Article } from './corpus.ts';
import { cueRates, examplesOf } from './examples.ts';
import { acrossFolds } from './folds.ts';
import { cueLessonsOf, learnCues } from './learn-cues.ts';
import { learnRank } from './learn-rank.ts';
import { learnSpans, lessonsOf } from './learn-spans.ts';
import { randomFrom } from './random.ts';

const folds = { cues: 3, spans: 2 };

/** `seed` decides the order in which articles are learned from. Takes minutes. */
export function learn(
  articles: readonly Article[],
  lexicon: Lexicon,
  seed: number,
  log: (line: string) => void,
): AttributionModel {
  const rates = cueRates(articles);
  const examples = new Map(articles.map((article) => [article, examplesOf(article, rates)]));
  const view = (article: Article) => article.analysed.view;
  log(`${articles.length} articles, ${[...examples.values()].flat().length} attributions`);
  const words = cueLessonsOf(articles, examples);
  const cue = learnCues(articles, words, randomFrom(seed));
  log('cues learned');
  const cues = acrossFolds(
    articles,
    folds.cues,
    (rest) => learnCues(rest, words, randomFrom(seed)),
    (table, article) => cueScores(view(article), table),
  );
  log('cues found by folds');
  const lessons = lessonsOf(articles, examples, cues);
  log('features of windows made');
  const spans = learnSpans(articles, lessons, randomFrom(seed), log);
  const candidates = acrossFolds(
    articles,
    folds.spans,
    (rest) => learnSpans(rest, lessons, randomFrom(seed), log),
    (tables, article) => candidatesOf(view(article), cues.get(article) as Float32Array, tables),
  );
  log('candidates found by folds');
  const { table, threshold } = learnRank(articles, candidates, examples, seed);
  log(`threshold ${threshold}`);
  return { cue, ...spans, rank: table, lexicon, threshold };
}
