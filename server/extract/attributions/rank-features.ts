// What tells whether a cue with its source and content is an attribution at all, and not another one over again.
import { bucket } from './cue-features.ts';
import type { Labelled } from './find-spans.ts';
import { type FeatureList, mix } from './hash.ts';
import { labels } from './states.ts';
import type { View } from './view.ts';

/** A labelled window, and the likelier ones found before. */
export interface Candidate {
  labelled: Labelled;
  /** How sure the cue's heart is, 0 to 1. */
  sure: number;
}

/** Rows of a label, ascending. */
export function rowsOf({ labels: found, first }: Labelled, label: number): number[] {
  const rows: number[] = [];
  for (let at = 0; at < found.length; at++) if (found[at] === label) rows.push(first + at);
  return rows;
}

/** The number of tokens in both, and in either. */
export function overlapOf(a: Labelled, b: Labelled, label: number): { both: number; either: number } {
  let [both, either] = [0, 0];
  const start = Math.min(a.first, b.first);
  const end = Math.max(a.first + a.labels.length, b.first + b.labels.length);
  for (let row = start; row < end; row++) {
    const inA = a.labels[row - a.first] === label;
    const inB = b.labels[row - b.first] === label;
    if (inA || inB) either++;
    if (inA && inB) both++;
  }
  return { both, either };
}

const logit = (p: number) => Math.round(2 * Math.max(-4, Math.min(6, Math.log(p / (1 - p + 1e-9) + 1e-9))));
const tenths = (share: number) => Math.round(share * 5);

/** How a candidate lies to the likelier ones near it: the most of its content that one of them has, and whose cue is in whose. */
function besideOthers(labelled: Labelled, earlier: readonly Candidate[]): number {
  let [alike, inCue, cued] = [0, 0, 0];
  for (const other of earlier) {
    const { labelled: o } = other;
    if (o.first > labelled.first + labelled.labels.length || labelled.first > o.first + o.labels.length) continue;
    const { both, either } = overlapOf(labelled, o, labels.content);
    if (either > 0) alike = Math.max(alike, both / either);
    if (o.labels[labelled.heart - o.first] === labels.cue) inCue = 1;
    if (o.labels[labelled.heart - o.first] === labels.content) cued |= 1;
    if (labelled.labels[o.heart - labelled.first] === labels.content) cued |= 2;
    if (labelled.labels[o.heart - labelled.first] === labels.cue) cued |= 4;
  }
  return mix(tenths(alike), inCue * 8 + cued);
}

/** Fills the list with the features of a candidate. At most 64. */
export function rankFeatures(
  view: View,
  { labelled, sure }: Candidate,
  earlier: readonly Candidate[],
  into: FeatureList,
): void {
  const { heart } = labelled;
  const content = rowsOf(labelled, labels.content);
  const source = rowsOf(labelled, labels.source);
  const cue = rowsOf(labelled, labels.cue);
  const [start, end] = [content[0] ?? 0, content[content.length - 1] ?? 0];
  const stem = view.stem[heart] as number;
  const tag = view.tag[heart] as number;
  const chance = Math.max(-8, Math.round(labelled.chance * 2));
  const size = bucket(content.length);
  const quoted = content.filter((row) => (view.quote[row] as number) > 0).length / Math.max(1, content.length);
  const side = (start < heart ? 1 : 0) + (end > heart ? 2 : 0);
  const sourceSide = source.length === 0 ? 0 : (source[0] as number) < heart ? 1 : 2;
  const shape = mix(side, sourceSide);
  const head = source[source.length - 1] ?? 0;
  const others = besideOthers(labelled, earlier);
  const p = logit(sure);
  into.clear();
  into.add(0, p);
  into.add(1, chance);
  into.add(2, p, chance);
  into.add(3, stem);
  into.add(4, stem, shape);
  into.add(5, shape, size, tenths(quoted));
  into.add(6, shape, tag, p);
  into.add(7, others);
  into.add(8, others, p);
  into.add(9, others, stem);
  into.add(10, view.kind[start] as number, side);
  into.add(11, view.kind[start] as number, stem);
  into.add(12, view.kind[head] as number, sourceSide);
  into.add(13, view.nominal[head] as number, sourceSide, tag);
  into.add(14, bucket(source.length), sourceSide);
  into.add(15, bucket(cue.length), tag);
  into.add(
    16,
    cue.length > 0 ? mix(view.word[cue[0] as number] as number, view.word[cue[cue.length - 1] as number] as number) : 0,
  );
  into.add(17, size, stem);
  into.add(18, bucket(Math.min(Math.abs(start - heart), Math.abs(end - heart))), side, tag);
  into.add(19, tenths(quoted), p, shape);
  into.add(20, view.kind[end] as number, view.kind[end + 1] as number, side);
  into.add(21, view.verbal[heart] as number, shape, tag);
  into.add(22, view.nominal[heart] as number, shape, tag);
  into.add(23, view.frames[heart] as number, shape, view.kind[start] as number);
  into.add(24, view.paragraph[heart] === 0 ? 1 : 0, p, shape);
  into.add(25, view.word[head] as number);
  into.add(26, view.stem[head] as number, stem);
  into.add(27, size, p);
  into.add(28, view.kind[heart - 1] as number, stem);
  into.add(29, view.kind[heart + 1] as number, stem);
}
