// A text cut into tokens, sentences, paragraphs and quotations, with offsets in code points: what all of the extraction reads.
import { type CodePoints, codePointsOf, type Range } from './code-points.ts';
import { type Quotation, quotationsOf } from './quotations.ts';
import { boundaries } from './sentences.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Tokens and what they form. Everything but `rangeOf` and `points` counts tokens. */
export interface IndexedText {
  text: string;
  points: CodePoints;
  tokens: readonly Token[];
  /** The first token of each sentence, of each paragraph. */
  sentences: readonly number[];
  paragraphs: readonly number[];
  /** For each token the number of its sentence, of its paragraph. */
  sentenceOf: Int32Array;
  paragraphOf: Int32Array;
  quotations: readonly Quotation[];
  /** For each token the number of the innermost double quotation that it stands in (marks included), or -1. */
  quotationOf: Int32Array;
  /** The code points from the first token to the last, both included. */
  rangeOf(first: number, last: number): Range;
}

function numbered(starts: readonly number[], count: number): Int32Array {
  const numbers = new Int32Array(count);
  starts.forEach((start, number) => {
    numbers.fill(number, start, starts[number + 1] ?? count);
  });
  return numbers;
}

/** Cuts a text up. Any text will do; takes time linear in its length. */
export function indexText(text: string): IndexedText {
  const points = codePointsOf(text);
  const tokens = tokensOf(text);
  const { sentences, paragraphs } = boundaries(tokens);
  const quotations = quotationsOf(tokens);
  const quotationOf = new Int32Array(tokens.length).fill(-1);
  quotations.forEach(({ kind, first, last }, number) => {
    if (kind === 'double') quotationOf.fill(number, first, last + 1);
  });
  return {
    text,
    points,
    tokens,
    sentences,
    paragraphs,
    sentenceOf: numbered(sentences, tokens.length),
    paragraphOf: numbered(paragraphs, tokens.length),
    quotations,
    quotationOf,
    rangeOf: (first, last) => ({
      start: points.fromUnits(tokens[first]?.start ?? 0),
      end: points.fromUnits(tokens[last]?.end ?? 0),
    }),
  };
}
