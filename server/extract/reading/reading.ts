// What the rules read: an article's words, sentences, paragraphs and quotations, all with code-point offsets.

/** Half-open range of Unicode code points into the article's text. */
export interface Range {
  start: number;
  end: number;
}
/** Half-open range of words. */
export interface Words {
  from: number;
  to: number;
}
export interface Word extends Range {
  text: string;
  lower: string;
  /** Universal part of speech (NOUN, VERB, PROPN …), or PUNCT; a guess of the tagger. */
  pos: string;
  sentence: number;
}
export interface Sentence extends Range, Words {
  paragraph: number;
}
export interface Quotation extends Range, Words {
  /** The range with its marks. */
  outer: Range;
  closed: boolean;
}
export interface Reading {
  text: string;
  /** Length of the text in code points. */
  length: number;
  words: readonly Word[];
  sentences: readonly Sentence[];
  quotations: readonly Quotation[];
  /** The words of the article at a place, verbatim. */
  slice(range: Range): string;
}

/** The place that words cover. */
export function placeOf(reading: Reading, { from, to }: Words): Range {
  const [first, last] = [reading.words[from], reading.words[to - 1]];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}
export const within = (inner: Range, outer: Range): boolean => inner.start >= outer.start && inner.end <= outer.end;
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
export const wordsOverlap = (a: Words, b: Words): boolean => a.from < b.to && b.from < a.to;
