// What tells whether a word is the heart of a cue: the word, its neighbours, its sentence and the quotations near it.
import { tags } from '../text/tags.ts';
import { type FeatureList, hashOf, mix } from './hash.ts';
import { pad, type View } from './view.ts';

/** Rows by token number + `pad`: what each token's sentence says of it. */
export interface Surroundings {
  /** Row of the nearest verb before and after in the sentence, or 0. */
  verbBefore: Int32Array;
  verbAfter: Int32Array;
  /** Tokens since the last mark that closes a quotation, and to the next that opens one, in the sentence; 0: none. */
  sinceQuote: Int32Array;
  untilQuote: Int32Array;
  /** Whether there is a quotation in the sentence (1) or in the paragraph (2), both (3). */
  near: Int32Array;
  first: Int32Array;
}

const isVerb = (tag: number) => tag === tags.VERB + 1 || tag === tags.AUX + 1;

/** Walks the text once in each direction. */
export function surroundingsOf(view: View): Surroundings {
  const column = () => new Int32Array(view.count + 2 * pad);
  const s: Surroundings = {
    verbBefore: column(),
    verbAfter: column(),
    sinceQuote: column(),
    untilQuote: column(),
    near: column(),
    first: column(),
  };
  const sentences = new Uint8Array(view.count + 1);
  const paragraphs = new Uint8Array(view.count + 1);
  const walk = (from: number, to: number, step: number, verbs: Int32Array, marks: Int32Array, mark: number) => {
    let verb = 0;
    let quote = 0;
    for (let at = from, last = -1; at !== to; at += step) {
      const sentence = view.sentence[at] as number;
      if (sentence !== last) verb = quote = 0;
      last = sentence;
      verbs[at] = verb;
      marks[at] = quote === 0 ? 0 : Math.abs(at - quote);
      if (isVerb(view.tag[at] as number)) verb = at;
      if (view.quote[at] === mark) quote = at;
      if ((view.quote[at] as number) > 0) {
        sentences[sentence] = 1;
        paragraphs[view.paragraph[at] as number] = 2;
      }
    }
  };
  walk(pad, pad + view.count, 1, s.verbBefore, s.sinceQuote, 3);
  walk(pad + view.count - 1, pad - 1, -1, s.verbAfter, s.untilQuote, 2);
  for (let at = pad, first = pad; at < pad + view.count; at++) {
    if (view.sentence[at] !== view.sentence[at - 1]) first = at;
    s.first[at] = first;
    s.near[at] =
      (sentences[view.sentence[at] as number] as number) + (paragraphs[view.paragraph[at] as number] as number);
  }
  return s;
}

export const bucket = (n: number): number =>
  n <= 3 ? n : n <= 5 ? 4 : n <= 8 ? 5 : n <= 12 ? 6 : n <= 20 ? 7 : n <= 40 ? 8 : 9;

const by = hashOf('by');
const that = hashOf('that');
const to = hashOf('to');

/** The nearest row to the left that is no adverb, auxiliary or particle: where an active subject ends. */
function subjectOf(view: View, at: number): number {
  let left = at - 1;
  for (let steps = 0; steps < 4; steps++, left--) {
    const tag = view.tag[left] as number;
    if (tag !== tags.ADV + 1 && tag !== tags.AUX + 1 && tag !== tags.PART + 1) return left;
  }
  return left;
}

/** Fills the list with the features of one row. At most 128. */
export function cueFeatures(view: View, s: Surroundings, at: number, into: FeatureList): void {
  const { word, stem, tag, shape, kind, suffix, quote } = view;
  const w = (k: number) => word[at + k] as number;
  const k = (d: number) => kind[at + d] as number;
  const g = (d: number) => tag[at + d] as number;
  const here = stem[at] as number;
  into.clear();
  into.add(0, 1);
  into.add(1, w(0));
  into.add(2, here, g(0));
  into.add(3, suffix[at] as number, g(0));
  into.add(4, k(0), k(1));
  for (let d = -3; d <= 3; d++) {
    if (d === 0) continue;
    into.add(10 + d, w(d));
    into.add(20 + d, k(d), g(0));
    if (d >= -2 && d <= 2) into.add(30 + d, here, k(d));
  }
  into.add(40, w(-1), w(0));
  into.add(41, w(0), w(1));
  into.add(42, w(-1), w(0), w(1));
  into.add(43, k(-1), k(0), k(1));
  into.add(44, k(-2), k(-1), k(0));
  into.add(45, k(0), k(1), k(2));
  into.add(46, w(1), w(2));
  into.add(47, w(-2), w(-1));
  into.add(48, here, k(1), k(2));
  into.add(49, here, k(-1), k(-2));
  into.add(50, suffix[at] as number, k(1));
  const subject = subjectOf(view, at);
  into.add(51, word[subject] as number, g(0));
  into.add(52, kind[subject] as number, here);
  into.add(53, kind[subject] as number, k(1), g(0));
  into.add(54, shape[subject] as number, stem[subject] as number, at - subject);
  const before = s.verbBefore[at] as number;
  const after = s.verbAfter[at] as number;
  into.add(55, before ? (stem[before] as number) : 0, g(0));
  into.add(56, after ? (stem[after] as number) : 0, g(0));
  into.add(57, here, before ? bucket(at - before) : 0);
  into.add(58, here, after ? bucket(after - at) : 0);
  into.add(59, before ? mix(stem[before] as number, bucket(at - before)) : 0, here);
  into.add(60, after ? mix(stem[after] as number, bucket(after - at)) : 0, here);
  const since = bucket(s.sinceQuote[at] as number);
  const until = bucket(s.untilQuote[at] as number);
  const q = quote[at] as number;
  const near = s.near[at] as number;
  into.add(61, since, q, g(0));
  into.add(62, until, q, g(0));
  into.add(63, here, q, near);
  into.add(64, here, since);
  into.add(65, here, until);
  into.add(66, mix(since, until), near, q);
  into.add(67, bucket(at - (s.first[at] as number)), here);
  into.add(68, view.paragraph[at] === 0 ? 1 : 0, g(0), shape[at] as number);
  into.add(69, view.paragraph[at] === 0 ? 1 : 0, here);
  const byNear = w(1) === by || w(2) === by || w(3) === by ? 1 : 0;
  const aux = before && at - before <= 3 ? (word[before] as number) : 0;
  into.add(70, byNear, aux, suffix[at] as number);
  into.add(71, byNear, here);
  let clause = 0;
  for (let d = 1; d <= 6; d++) {
    if (w(d) === that) clause |= 1;
    if (w(d) === to) clause |= 2;
    if ((quote[at + d] as number) === 2) clause |= 4;
  }
  into.add(72, clause, here);
  into.add(73, clause, g(0), k(1));
  into.add(74, stem[at + 1] as number, g(0));
  into.add(75, stem[at - 1] as number, g(0));
  into.add(76, here, stem[at + 1] as number);
  into.add(77, here, stem[at + 2] as number);
  into.add(78, here, stem[at - 1] as number);
  const v = view.verbal;
  const n = view.nominal;
  const f = view.frames;
  into.add(80, v[at] as number, g(0));
  into.add(81, f[at] as number, g(0));
  into.add(82, n[at] as number, g(0));
  into.add(83, mix(v[at] as number, f[at] as number), g(0), k(1));
  into.add(84, n[at] as number, g(0), k(1));
  into.add(85, mix(v[at] as number, n[at] as number), g(0), suffix[at] as number);
  into.add(86, v[at + 1] as number, g(0), g(1));
  into.add(87, n[at + 1] as number, g(0), g(1));
  into.add(88, v[at - 1] as number, g(0), g(-1));
  into.add(89, n[at - 1] as number, g(0), g(-1));
  into.add(90, n[subject] as number, g(0), v[at] as number);
  into.add(91, n[subject] as number, here);
  into.add(92, before ? (v[before] as number) : 0, v[at] as number, g(0));
  into.add(93, after ? (v[after] as number) : 0, v[at] as number, g(0));
  into.add(94, before ? (f[before] as number) : 0, g(0), k(1));
  into.add(95, n[at + 2] as number, here);
  into.add(96, clause, mix(v[at] as number, f[at] as number), g(0));
  into.add(97, mix(since, until), mix(v[at] as number, f[at] as number), q);
  into.add(98, kind[subject] as number, mix(v[at] as number, f[at] as number), g(0));
}
