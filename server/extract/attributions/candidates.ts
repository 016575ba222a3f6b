// The candidates of a text, likeliest first, and which of them are given out.
import { cueScores, sigmoid, sumOf } from './find-cues.ts';
import { findSpans } from './find-spans.ts';
import { FeatureList } from './hash.ts';
import type { AttributionModel, Table } from './model.ts';
import { type Candidate, rankFeatures } from './rank-features.ts';
import { labels } from './states.ts';
import type { View } from './view.ts';

/** A cue's heart less sure than this is not looked at. */
export const leastSure = 0.12;
/** To how many of the likelier candidates before it one is held, the nearest in the text. */
const nearest = 12;

/** Of so many rows to each side, only so many of the surest are looked at: no text costs more than this for each word. */
const crowd = { rows: 20, most: 8 };

/** Whether too many surer hearts are near. */
function crowdedOut(cues: Float32Array, row: number): boolean {
  const sure = cues[row] as number;
  let surer = 0;
  for (let other = Math.max(0, row - crowd.rows); other <= row + crowd.rows && other < cues.length; other++) {
    const one = cues[other] as number;
    if (one > sure || (one === sure && other < row)) surer++;
  }
  return surer >= crowd.most;
}

/** Labels the window of every word that may be a cue's heart. */
export function candidatesOf(
  view: View,
  cues: Float32Array,
  model: Pick<AttributionModel, 'label' | 'boundary'>,
): Candidate[] {
  const found: Candidate[] = [];
  cues.forEach((sure, row) => {
    if (sure < leastSure || crowdedOut(cues, row)) return;
    const labelled = findSpans(view, cues, row, model);
    // A window of one word has no room for content.
    if (labelled.labels.includes(labels.content)) found.push({ labelled, sure });
  });
  return found;
}

/** For each candidate the surer ones among its neighbours in the text. */
export function surerNear(candidates: readonly Candidate[], at: number): Candidate[] {
  const { sure } = candidates[at] as Candidate;
  const near: Candidate[] = [];
  for (let other = Math.max(0, at - nearest / 2); other <= at + nearest / 2 && other < candidates.length; other++) {
    const candidate = candidates[other] as Candidate;
    if (other !== at && (candidate.sure > sure || (candidate.sure === sure && other < at))) near.push(candidate);
  }
  return near;
}

/** How likely each candidate is an attribution of its own, 0 to 1. */
export function rank(view: View, candidates: readonly Candidate[], table: Table): number[] {
  const features = new FeatureList(64, table.bits);
  return candidates.map((candidate, at) => {
    rankFeatures(view, candidate, surerNear(candidates, at), features);
    return sigmoid(sumOf(features, table.weights));
  });
}

/** The candidates that are given out, in the order of the text: likely enough, and no heart within the cue of a likelier one. */
export function chosen(view: View, model: AttributionModel): (Candidate & { score: number })[] {
  const candidates = candidatesOf(view, cueScores(view, model.cue), model);
  const scores = rank(view, candidates, model.rank);
  const scored = candidates
    .map((candidate, at) => ({ ...candidate, score: scores[at] as number }))
    .filter(({ score }) => score >= model.threshold);
  return scored.filter(({ labelled, score }, at) => {
    const near = scored.slice(Math.max(0, at - nearest / 2), at + nearest / 2 + 1);
    return !near.some(
      (other) => other.score > score && other.labelled.labels[labelled.heart - other.labelled.first] === labels.cue,
    );
  });
}
