// The features of all places of a cue's window, kept for the step that follows the scores.
import type { Scores } from '../../server/extract/attributions/chain.ts';
import { listFor } from '../../server/extract/attributions/find-spans.ts';
import type { FeatureList } from '../../server/extract/attributions/hash.ts';
import type { Table } from '../../server/extract/attributions/model.ts';
import { contextOf } from '../../server/extract/attributions/span-context.ts';
import { boundaryFeatures, heartSigns, labelFeatures } from '../../server/extract/attributions/span-features.ts';
import { boundaryColumns, labelColumns } from '../../server/extract/attributions/states.ts';
import type { View } from '../../server/extract/attributions/view.ts';
import { windowOf } from '../../server/extract/attributions/window.ts';

export interface Places {
  scores: Scores;
  labelRows: Int32Array[];
  boundaryRows: Int32Array[];
}

function scoreRows(list: FeatureList, { weights, columns }: Table, into: Float64Array, from: number): Int32Array {
  const rows = list.values.slice(0, list.length);
  for (const row of rows) {
    for (let column = 0; column < columns; column++) {
      into[from + column] = (into[from + column] as number) + (weights[row * columns + column] as number);
    }
  }
  return rows;
}

export function findSpansFeatures(view: View, cues: Float32Array, heart: number, label: Table, boundary: Table): Places {
  const context = contextOf(view, cues, heart, windowOf(view, heart));
  const signs = heartSigns(view, heart);
  const { count, first } = context;
  const scores: Scores = {
    count,
    label: new Float64Array(count * labelColumns),
    boundary: new Float64Array((count + 1) * boundaryColumns),
    heart: heart - first,
  };
  const [labelList, boundaryList] = [listFor(label), listFor(boundary)];
  const labelRows: Int32Array[] = [];
  const boundaryRows: Int32Array[] = [];
  for (let at = 0; at <= count; at++) {
    boundaryFeatures(view, context, signs, at, boundaryList);
    boundaryRows.push(scoreRows(boundaryList, boundary, scores.boundary, at * boundaryColumns));
    if (at === count) break;
    labelFeatures(view, context, signs, at, labelList);
    labelRows.push(scoreRows(labelList, label, scores.label, at * labelColumns));
  }
  return { scores, labelRows, boundaryRows };
}
