// How sure it is, for each word, that it is the heart of a cue.
import { cueFeatures, surroundingsOf } from './cue-features.ts';
import { FeatureList } from './hash.ts';
import type { Table } from './model.ts';
import { pad, type View } from './view.ts';

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The sum of the weights of the features listed. */
export function sumOf(features: FeatureList, weights: Float32Array): number {
  let sum = 0;
  for (let n = 0; n < features.length; n++) sum += weights[(features.values[n] as number) >>> features.shift] as number;
  return sum;
}

/** 0 to 1 for each row of the view. */
export function cueScores(view: View, table: Table): Float32Array {
  const scores = new Float32Array(view.count + 2 * pad);
  const around = surroundingsOf(view);
  const features = new FeatureList(128, table.bits);
  for (let row = pad; row < pad + view.count; row++) {
    cueFeatures(view, around, row, features);
    scores[row] = sigmoid(sumOf(features, table.weights));
  }
  return scores;
}
