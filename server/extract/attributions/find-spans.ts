// The source, cue and content around one cue's heart.
import { bestLabels, type Scores } from './chain.ts';
import { FeatureList } from './hash.ts';
import type { AttributionModel, Table } from './model.ts';
import { contextOf, type SpanContext } from './span-context.ts';
import { boundaryFeatures, type HeartSigns, heartSigns, labelFeatures } from './span-features.ts';
import { boundaryColumns, labelColumns } from './states.ts';
import type { View } from './view.ts';
import { windowOf } from './window.ts';

/** A cue's window with a label for each of its tokens. */
export interface Labelled {
  /** Row of the cue's heart. */
  heart: number;
  /** Row of the first token of the window. */
  first: number;
  labels: Uint8Array;
  /** The score of these labels. */
  score: number;
}

/** Room for the features of one place; one a table. */
export const listFor = (table: Table): FeatureList => new FeatureList(64, table.bits);

function addRows(features: FeatureList, { weights, columns }: Table, into: Float64Array, at: number): void {
  for (let n = 0; n < features.length; n++) {
    const row = (features.values[n] as number) * columns;
    for (let column = 0; column < columns; column++) into[at + column] = (into[at + column] as number) + (weights[row + column] as number);
  }
}

/** Scores all words of the window and all places between them. */
export function scoresOf(view: View, context: SpanContext, signs: HeartSigns, model: Pick<AttributionModel, 'label' | 'boundary'>): Scores {
  const { count } = context;
  const label = new Float64Array(count * labelColumns);
  const boundary = new Float64Array((count + 1) * boundaryColumns);
  const labelList = listFor(model.label);
  const boundaryList = listFor(model.boundary);
  for (let at = 0; at <= count; at++) {
    boundaryFeatures(view, context, signs, at, boundaryList);
    addRows(boundaryList, model.boundary, boundary, at * boundaryColumns);
    if (at === count) break;
    labelFeatures(view, context, signs, at, labelList);
    addRows(labelList, model.label, label, at * labelColumns);
  }
  return { count, label, boundary, heart: context.heart - context.first };
}

/** Labels the window of one cue. `cues` as `cueScores` gives them. */
export function findSpans(view: View, cues: Float32Array, heart: number, model: Pick<AttributionModel, 'label' | 'boundary'>): Labelled {
  const context = contextOf(view, cues, heart, windowOf(view, heart));
  const { labels, score } = bestLabels(scoresOf(view, context, heartSigns(view, heart), model));
  return { heart, first: context.first, labels, score };
}
