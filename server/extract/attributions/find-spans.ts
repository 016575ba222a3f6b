// The source, cue and content around one cue's heart.
import { bestLabels, type Scores } from './chain.ts';
import { FeatureList } from './hash.ts';
import type { AttributionModel, Table } from './model.ts';
import { contextOf, type SpanContext } from './span-context.ts';
import { boundaryFeatures, type HeartSigns, heartSigns, labelFeatures } from './span-features.ts';
import { boundaryColumns, labelColumns } from './states.ts';
import { forward } from './sum-chain.ts';
import type { View } from './view.ts';
import { windowOf } from './window.ts';

/** A cue's window with a label for each of its tokens. */
export interface Labelled {
  /** Row of the cue's heart. */
  heart: number;
  /** Row of the first token of the window. */
  first: number;
  labels: Uint8Array;
  /** The probability of just these labels, its logarithm. */
  chance: number;
}

/** Room for the features of one place; one a table. */
export const listFor = (table: Table): FeatureList => new FeatureList(64, table.bits);

/** Sums the rows of the features into one row of label scores. */
function addLabels({ values, length, shift }: FeatureList, { weights }: Table, into: Float64Array, at: number): void {
  let [a, b, c] = [0, 0, 0];
  for (let n = 0; n < length; n++) {
    const row = ((values[n] as number) >>> shift) * labelColumns;
    a += weights[row] as number;
    b += weights[row + 1] as number;
    c += weights[row + 2] as number;
  }
  into[at] = a;
  into[at + 1] = b;
  into[at + 2] = c;
}

/** Sums the rows of the features into one row of boundary scores. */
function addBoundaries(
  { values, length, shift }: FeatureList,
  { weights }: Table,
  into: Float64Array,
  at: number,
): void {
  let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
  for (let n = 0; n < length; n++) {
    const row = ((values[n] as number) >>> shift) * boundaryColumns;
    a += weights[row] as number;
    b += weights[row + 1] as number;
    c += weights[row + 2] as number;
    d += weights[row + 3] as number;
    e += weights[row + 4] as number;
    f += weights[row + 5] as number;
    g += weights[row + 6] as number;
  }
  into.set([a, b, c, d, e, f, g], at);
}

/** Scores all words of the window and all places between them. */
export function scoresOf(
  view: View,
  context: SpanContext,
  signs: HeartSigns,
  model: Pick<AttributionModel, 'label' | 'boundary'>,
): Scores {
  const { count } = context;
  const label = new Float64Array(count * labelColumns);
  const boundary = new Float64Array((count + 1) * boundaryColumns);
  const labelList = listFor(model.label);
  const boundaryList = listFor(model.boundary);
  for (let at = 0; at <= count; at++) {
    boundaryFeatures(view, context, signs, at, boundaryList);
    addBoundaries(boundaryList, model.boundary, boundary, at * boundaryColumns);
    if (at === count) break;
    labelFeatures(view, context, signs, at, labelList);
    addLabels(labelList, model.label, label, at * labelColumns);
  }
  return { count, label, boundary, heart: context.heart - context.first };
}

/** Labels the window of one cue. `cues` as `cueScores` gives them. */
export function findSpans(
  view: View,
  cues: Float32Array,
  heart: number,
  model: Pick<AttributionModel, 'label' | 'boundary'>,
): Labelled {
  const context = contextOf(view, cues, heart, windowOf(view, heart));
  const scores = scoresOf(view, context, heartSigns(view, heart), model);
  const { labels, score } = bestLabels(scores);
  return { heart, first: context.first, labels, chance: score - forward(scores).logSum };
}
