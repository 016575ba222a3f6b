// Finds the words that a language model says it copied: what is not in the passage has no place, and is not taken.
import { maxQuoteLength, type Span } from '../../schema/span.ts';

/** Marks that are written in several ways, each in one; the number of letters stays as it is. */
const plain = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00A0]/g, ' ');

/** A passage of an article, and where in the article it begins, in code points. */
export class Passage {
  readonly text: string;
  readonly #start: number;
  readonly #plain: string;

  constructor(text: string, start: number) {
    this.text = text;
    this.#start = start;
    this.#plain = plain(text);
  }

  /**
   * The first place of the words, with what the article itself has there; blanks, quotation marks and dashes may be
   * written otherwise. Undefined where the words are not there, or are longer than a span may be.
   */
  find(words: string): Span | undefined {
    const wanted = plain(words.trim());
    if (wanted === '') return undefined;
    const at = this.text.includes(words.trim()) ? this.text.indexOf(words.trim()) : this.#plain.indexOf(wanted);
    if (at < 0) return undefined;
    const quote = this.text.slice(at, at + wanted.length);
    if ([...quote].length > maxQuoteLength) return undefined;
    const start = this.#start + [...this.text.slice(0, at)].length;
    return { start, end: start + [...quote].length, quote };
  }
}

/** Where a text may be cut, the best first: between paragraphs, lines, sentences, words. */
const cuts = [/(?<=\n\n)/, /(?<=\n)/, /(?<=[.!?…]["'”’»)]?\s)/, /(?<=\s)/];

/** The text in pieces of at most `most` characters, cut as coarsely as that allows; no character is cut in two. */
function piecesOf(text: string, most: number, [cut, ...finer]: readonly RegExp[] = cuts): string[] {
  if (text.length <= most) return [text];
  if (cut !== undefined) return text.split(cut).flatMap((piece) => piecesOf(piece, most, finer));
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = Math.min(at + most, text.length);
    const next = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
    pieces.push(text.slice(at, next));
    at = next;
  }
  return pieces;
}

/** The text in passages of at most `most` characters: of whole paragraphs, but for a paragraph that is longer itself. */
export function passagesOf(text: string, most: number): Passage[] {
  const passages: Passage[] = [];
  let [held, start, next] = ['', 0, 0];
  const close = (): void => {
    if (held.trim() !== '') passages.push(new Passage(held, start));
    start = next;
    held = '';
  };
  for (const piece of piecesOf(text, most)) {
    if (held !== '' && held.length + piece.length > most) close();
    held += piece;
    next += [...piece].length;
  }
  close();
  return passages;
}
