// What tells whether a word of a cue's window belongs to its source, content or cue, and where these begin and end.
import { type FeatureList, mix } from './hash.ts';
import type { SpanContext } from './span-context.ts';
import type { View } from './view.ts';

/** What is the same for all words of a window. */
export interface HeartSigns {
  stem: number;
  kind: number;
  next: number;
  previous: number;
  /** Where the heart stands towards quotations. */
  place: number;
}

/** Reads these once. */
export function heartSigns(view: View, heart: number): HeartSigns {
  const near = (step: number) => {
    for (let d = 1; d <= 3; d++) {
      const quote = view.quote[heart + d * step] as number;
      if (quote > 0) return quote;
    }
    return 0;
  };
  return {
    stem: view.stem[heart] as number,
    kind: view.kind[heart] as number,
    next: mix(view.kind[heart + 1] as number, view.sentence[heart + 1] === view.sentence[heart] ? 1 : 2),
    previous: mix(view.kind[heart - 1] as number, view.sentence[heart - 1] === view.sentence[heart] ? 1 : 2),
    place: (view.quote[heart] as number) * 16 + near(-1) * 4 + near(1),
  };
}

/** Fills the list with the features of one word of the window. At most 64. */
export function labelFeatures(view: View, c: SpanContext, h: HeartSigns, at: number, into: FeatureList): void {
  const row = c.first + at;
  const side = c.side[at] as number;
  const far = mix(side, c.distance[at] as number);
  const where = mix(side, c.sentence[at] as number);
  const quotes = c.quotes[at] as number;
  const place = mix(where, quotes);
  const path = mix(mix(where, c.commas[at] as number), mix(c.verbs[at] as number, c.cues[at] as number));
  const { word, stem, kind, tag, quote } = view;
  const k = (d: number) => kind[row + d] as number;
  into.clear();
  into.add(0, side);
  into.add(1, far);
  into.add(2, place);
  into.add(3, where, h.stem);
  into.add(4, far, h.stem);
  into.add(5, place, h.stem);
  into.add(6, place, h.place);
  into.add(7, far, h.kind);
  into.add(8, side, word[row] as number);
  into.add(9, far, word[row] as number);
  into.add(10, side, stem[row] as number, h.stem);
  into.add(11, side, k(0), k(1));
  into.add(12, side, k(-1), k(0));
  into.add(13, side, mix(k(-1), k(0)), k(1));
  into.add(14, far, k(0));
  into.add(15, far, mix(k(0), h.kind));
  into.add(16, path);
  into.add(17, path, h.stem);
  into.add(18, path, h.place);
  into.add(19, path, quotes, h.kind);
  into.add(20, side, word[row - 1] as number);
  into.add(21, side, word[row + 1] as number);
  into.add(22, side, mix(k(-2), k(-1)), k(0));
  into.add(23, side, mix(k(0), k(1)), k(2));
  into.add(24, where, h.next, h.kind);
  into.add(25, where, h.previous, h.kind);
  into.add(26, where, h.next, h.stem);
  into.add(27, where, h.previous, h.stem);
  into.add(28, place, h.next);
  into.add(29, place, h.previous);
  into.add(30, far, h.next);
  into.add(31, far, h.previous);
  into.add(32, where, mix(c.cues[at] as number, c.verbs[at] as number), h.stem);
  into.add(33, place, mix(c.cues[at] as number, c.verbs[at] as number), c.marks[at]);
  into.add(34, where, tag[row] as number, mix(c.commas[at] as number, quote[row] as number));
  into.add(35, path, h.next);
  into.add(36, path, h.previous);
  into.add(37, mix(side, c.marks[at] as number), mix(c.commas[at] as number, c.sentence[at] as number), h.place);
  into.add(38, far, mix(h.stem, k(0)));
  into.add(39, far, mix(word[row] as number, h.kind));
}

/** Fills the list with the features of the place before one word of the window (or behind the last). At most 64. */
export function boundaryFeatures(view: View, c: SpanContext, h: HeartSigns, at: number, into: FeatureList): void {
  const row = c.first + at;
  const here = Math.min(at, c.count - 1);
  const side = row <= c.heart ? 0 : 1;
  const far = mix(side, mix(c.distance[here] as number, at === here ? 0 : 1));
  const edge = at === 0 ? 1 : at === c.count ? 2 : 0;
  const where = mix(mix(side, c.sentence[here] as number), edge);
  const quotes = mix(c.quotes[here] as number, edge);
  const { word, kind, shape, quote, sentence, stem, tag } = view;
  const k = (d: number) => kind[row + d] as number;
  const w = (d: number) => word[row + d] as number;
  const starts = sentence[row] === sentence[row - 1] ? 0 : view.paragraph[row] === view.paragraph[row - 1] ? 1 : 2;
  const marks = mix((quote[row - 1] as number) * 4 + (quote[row] as number), starts);
  const place = mix(where, marks);
  const path = mix(mix(where, c.commas[here] as number), mix(c.verbs[here] as number, c.cues[here] as number));
  into.clear();
  into.add(100, side);
  into.add(101, far);
  into.add(102, place);
  into.add(103, place, h.stem);
  into.add(104, place, h.place);
  into.add(105, where, w(-1));
  into.add(106, where, w(0));
  into.add(107, where, w(-1), w(0));
  into.add(108, where, k(-1), k(0));
  into.add(109, side, mix(k(-2), k(-1)), k(0));
  into.add(110, side, mix(k(-1), k(0)), k(1));
  into.add(111, side, mix(k(-2), k(-1)), mix(k(0), k(1)));
  into.add(112, far, k(-1), k(0));
  into.add(113, far, h.stem);
  into.add(114, far, w(0));
  into.add(115, far, w(-1));
  into.add(116, far, mix(h.stem, k(0)));
  into.add(117, far, mix(h.stem, k(-1)));
  into.add(118, path);
  into.add(119, path, k(-1), k(0));
  into.add(120, path, marks);
  into.add(121, path, h.stem);
  into.add(122, quotes, k(-1), k(0));
  into.add(123, quotes, marks, h.place);
  into.add(124, quotes, marks, h.stem);
  into.add(125, quotes, marks, h.next);
  into.add(
    126,
    side,
    mix(shape[row - 1] as number, shape[row] as number),
    mix(tag[row - 1] as number, tag[row] as number),
  );
  into.add(127, side, stem[row] as number, h.stem);
  into.add(128, side, stem[row - 1] as number, h.stem);
  into.add(129, where, mix(k(0), k(1)), k(2));
  into.add(130, where, mix(k(-3), k(-2)), k(-1));
  into.add(131, where, mix(w(-1), k(0)), h.kind);
  into.add(132, where, mix(k(-1), w(0)), h.kind);
  into.add(133, mix(where, c.commas[here] as number), mix(k(-1), k(0)), c.verbs[here]);
  into.add(134, mix(where, c.cues[here] as number), mix(k(-1), k(0)), c.marks[here]);
  into.add(135, place, h.next);
  into.add(136, place, h.previous);
  into.add(137, far, h.next);
  into.add(138, far, h.previous);
}
