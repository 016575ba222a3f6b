// Learns where source, cue and content lie around a cue's heart: a conditional random field, by stochastic gradients.
import { findSpansFeatures } from './span-places.ts';
import { emptyTable, type Table } from '../../server/extract/attributions/model.ts';
import { boundaryColumns, labelColumns } from '../../server/extract/attributions/states.ts';
import { type Learner, learnerOf, step } from './adagrad.ts';
import { gradientOf } from './backward.ts';
import type { Article } from './corpus.ts';
import type { Example } from './examples.ts';
import { shuffled } from './random.ts';

export const spanSettings = { labelBits: 18, boundaryBits: 17, epochs: 6, rate: 0.1, decay: 1e-5 };

/** Moves the weights of a place's features by the gradient of its scores. */
function moveRows(learner: Learner, rows: Int32Array, gradient: Float64Array, from: number, rate: number): void {
  const { columns } = learner.table;
  for (let column = 0; column < columns; column++) {
    const change = gradient[from + column] as number;
    if (Math.abs(change) < 2e-3) continue;
    for (let n = 0; n < rows.length; n++) step(learner, (rows[n] as number) * columns + column, change, rate, spanSettings.decay);
  }
}

export function learnSpans(
  articles: readonly Article[],
  examples: ReadonlyMap<Article, readonly Example[]>,
  cues: ReadonlyMap<Article, Float32Array>,
  random: () => number,
  log: (line: string) => void,
): { label: Table; boundary: Table } {
  const label = learnerOf(emptyTable(spanSettings.labelBits, labelColumns));
  const boundary = learnerOf(emptyTable(spanSettings.boundaryBits, boundaryColumns));
  const all = articles.flatMap((article) => (examples.get(article) ?? []).map((example) => ({ article, example })));
  for (let epoch = 0; epoch < spanSettings.epochs; epoch++) {
    const rate = spanSettings.rate / (1 + 0.5 * epoch);
    let loss = 0;
    for (const { article, example } of shuffled(all, random)) {
      const places = findSpansFeatures(article.analysed.view, cues.get(article) as Float32Array, example.heart, label.table, boundary.table);
      const gradient = gradientOf(places.scores, example.labels);
      loss += gradient.loss;
      places.labelRows.forEach((rows, at) => moveRows(label, rows, gradient.label, at * labelColumns, rate));
      places.boundaryRows.forEach((rows, at) => moveRows(boundary, rows, gradient.boundary, at * boundaryColumns, rate));
    }
    log(`  spans, epoch ${epoch + 1}: loss ${(loss / all.length).toFixed(3)} an example`);
  }
  return { label: label.table, boundary: boundary.table };
}
