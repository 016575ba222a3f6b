// The features of all places of a cue's window as rows of the tables: made once, learned from many times.
import type { Scores } from '../../server/extract/attributions/chain.ts';
import { listFor } from '../../server/extract/attributions/find-spans.ts';
import type { FeatureList } from '../../server/extract/attributions/hash.ts';
import type { Table } from '../../server/extract/attributions/model.ts';
import { contextOf } from '../../server/extract/attributions/span-context.ts';
import { boundaryFeatures, heartSigns, labelFeatures } from '../../server/extract/attributions/span-features.ts';
import type { View } from '../../server/extract/attributions/view.ts';
import { windowOf } from '../../server/extract/attributions/window.ts';

/** Rows of one place after the other; `ends` says where each place's end. */
export interface Rows {
  rows: Int32Array;
  ends: Int32Array;
}

export interface Places {
  count: number;
  /** The place of the cue's heart in the window. */
  heart: number;
  label: Rows;
  boundary: Rows;
}

function collect(
  count: number,
  list: FeatureList,
  fill: (at: number) => void,
  look: (list: FeatureList) => void,
): Rows {
  const rows: number[] = [];
  const ends = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    fill(at);
    look(list);
    for (let n = 0; n < list.length; n++) rows.push((list.values[n] as number) >>> list.shift);
    ends[at] = rows.length;
  }
  return { rows: Int32Array.from(rows), ends };
}

/** `look` is shown each place's features and may take some out. */
export function placesOf(
  view: View,
  cues: Float32Array,
  heart: number,
  tables: { label: Table; boundary: Table },
  look: (list: FeatureList) => void,
): Places {
  const context = contextOf(view, cues, heart, windowOf(view, heart));
  const signs = heartSigns(view, heart);
  const { count, first } = context;
  const [label, boundary] = [listFor(tables.label), listFor(tables.boundary)];
  return {
    count,
    heart: heart - first,
    label: collect(count, label, (at) => labelFeatures(view, context, signs, at, label), look),
    boundary: collect(count + 1, boundary, (at) => boundaryFeatures(view, context, signs, at, boundary), look),
  };
}

function sumRows({ rows, ends }: Rows, { weights, columns }: Table): Float64Array {
  const sums = new Float64Array(ends.length * columns);
  for (let at = 0, n = 0; at < ends.length; at++) {
    for (const end = ends[at] as number; n < end; n++) {
      const row = (rows[n] as number) * columns;
      for (let column = 0; column < columns; column++) {
        sums[at * columns + column] = (sums[at * columns + column] as number) + (weights[row + column] as number);
      }
    }
  }
  return sums;
}

export const scorePlaces = (
  { count, heart, label, boundary }: Places,
  tables: { label: Table; boundary: Table },
): Scores => ({
  count,
  heart,
  label: sumRows(label, tables.label),
  boundary: sumRows(boundary, tables.boundary),
});
