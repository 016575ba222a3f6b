// Reads a text: words with their parts of speech, sentences, paragraphs and quotations.
import { offsetsOf } from './offsets.ts';
import { quotationsOf } from './quotations.ts';
import type { Reading, Sentence, Word } from './reading.ts';
import { piecesOf } from './sentences.ts';
import { tokensOf } from './tokens.ts';

/** Gives each token of one sentence its part of speech. */
export type Tagger = (tokens: readonly string[]) => string[];

/** Time and memory grow linearly with the text; any string will do. */
export function readText(text: string, tag: Tagger): Reading {
  const offsets = offsetsOf(text);
  const tokens = [...tokensOf(text)];
  const pieces = piecesOf(text, tokens);
  const words: Word[] = [];
  const sentences: Sentence[] = pieces.map(({ from, to, paragraph }, sentence) => {
    const mine = tokens.slice(from, to);
    const tags = tag(mine.map((token) => token.text));
    for (const [index, token] of mine.entries()) {
      const start = offsets.pointOf(token.at);
      const end = offsets.pointOf(token.at + token.text.length);
      const pos = /[\p{L}\p{N}]/u.test(token.text) ? (tags[index] ?? 'X') : 'PUNCT';
      words.push({ text: token.text, lower: token.text.toLowerCase().replaceAll('’', "'"), pos, start, end, sentence });
    }
    return { from, to, paragraph, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
  });
  return {
    text,
    length: offsets.length,
    words,
    sentences,
    quotations: quotationsOf(words, sentences),
    slice: ({ start, end }) => text.slice(offsets.unitOf(start), offsets.unitOf(end)),
  };
}
