// Learns where source, cue and content lie around a cue's heart: a conditional random field, by stochastic gradients.
import { emptyTable, type Table } from '../../server/extract/attributions/model.ts';
import { boundaryColumns, labelColumns } from '../../server/extract/attributions/states.ts';
import { averageOf, isQuarter, type Learner, learnerOf, step } from './adagrad.ts';
import { gradientOf } from './backward.ts';
import type { Article } from './corpus.ts';
import type { Example } from './examples.ts';
import { shuffled } from './random.ts';
import { countsOf } from './rare.ts';
import { type Places, placesOf, type Rows, scorePlaces } from './span-places.ts';

/** `least`: how often a feature must occur to be learned from. */
export const spanSettings = { labelBits: 19, boundaryBits: 18, epochs: 3, rate: 0.015, decay: 2e-2, least: 8 };

interface Lesson {
  places: Places;
  labels: Uint8Array;
}
export type Lessons = ReadonlyMap<Article, readonly Lesson[]>;

const emptyTables = () => ({
  label: emptyTable(spanSettings.labelBits, labelColumns),
  boundary: emptyTable(spanSettings.boundaryBits, boundaryColumns),
});

/** Makes the features of all examples, without those that are too rare. */
export function lessonsOf(
  articles: readonly Article[],
  examples: ReadonlyMap<Article, readonly Example[]>,
  cues: ReadonlyMap<Article, Float32Array>,
): Lessons {
  const counts = countsOf();
  const tables = emptyTables();
  const places = (article: Article, heart: number, look: Parameters<typeof placesOf>[4]) =>
    placesOf(article.analysed.view, cues.get(article) as Float32Array, heart, tables, look);
  for (const article of articles) {
    for (const { heart } of examples.get(article) ?? []) places(article, heart, counts.add);
  }
  return new Map(
    articles.map((article) => [
      article,
      (examples.get(article) ?? []).map(({ heart, labels }) => ({
        places: places(article, heart, (list) => counts.keep(list, spanSettings.least)),
        labels,
      })),
    ]),
  );
}

/** Moves the weights of each place's features by the gradient of its scores. */
function move(learner: Learner, { rows, ends }: Rows, gradient: Float64Array, rate: number): void {
  const { columns } = learner.table;
  ends.forEach((end, at) => {
    const start = at === 0 ? 0 : (ends[at - 1] as number);
    for (let column = 0; column < columns; column++) {
      const change = gradient[at * columns + column] as number;
      if (Math.abs(change) < 2e-3) continue;
      for (let n = start; n < end; n++)
        step(learner, (rows[n] as number) * columns + column, change, rate, spanSettings.decay);
    }
  });
}

export function learnSpans(
  articles: readonly Article[],
  lessons: Lessons,
  random: () => number,
  log: (line: string) => void,
): { label: Table; boundary: Table } {
  const tables = emptyTables();
  const [label, boundary] = [learnerOf(tables.label), learnerOf(tables.boundary)];
  const averages = [averageOf(), averageOf()] as const;
  const all = articles.flatMap((article) => lessons.get(article) ?? []);
  for (let epoch = 0; epoch < spanSettings.epochs; epoch++) {
    const rate = spanSettings.rate / (1 + 0.5 * epoch);
    let loss = 0;
    for (const [at, { places, labels }] of shuffled(all, random).entries()) {
      const gradient = gradientOf(scorePlaces(places, tables), labels);
      loss += gradient.loss;
      move(label, places.label, gradient.label, rate);
      move(boundary, places.boundary, gradient.boundary, rate);
      if (epoch === spanSettings.epochs - 1 && isQuarter(at, all.length)) {
        averages[0].take(tables.label);
        averages[1].take(tables.boundary);
      }
    }
    log(`  spans, epoch ${epoch + 1}: loss ${(loss / all.length).toFixed(3)} an example`);
  }
  averages[0].into(tables.label);
  averages[1].into(tables.boundary);
  return tables;
}
