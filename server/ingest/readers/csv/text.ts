// The held text of an article that a CSV file gives: the header and the article's rows; and the places in it.
import { maxQuoteLength, type Span } from '../../../schema/span.ts';

/** Code points of a text; most rows have one to a code unit. */
const lengthOf = (text: string): number => (/^[^\ud800-\udfff]*$/.test(text) ? text.length : [...text].length);
const beginningOf = (text: string, most: number): string =>
  text.length <= most ? text : [...text].slice(0, most).join('');

/** Gathers rows, one a line, and says where each came to stand. */
export class RowText {
  readonly #parts: string[];
  #length: number;

  constructor(header: string) {
    this.#parts = [header];
    this.#length = lengthOf(header);
  }

  /** Adds a row and gives the code point at which it begins. */
  add(raw: string): number {
    const start = this.#length + 1;
    this.#parts.push(raw);
    this.#length = start + lengthOf(raw);
    return start;
  }

  text(): string {
    return this.#parts.join('\n');
  }
}

/**
 * The place of `quote` in a row that begins at `start`: as it stands there, with quotation marks doubled if need be;
 * of the whole row where there is none. What is longer than a quotation may be is cut at its end.
 */
export function placeIn(raw: string, start: number, quote?: string): Span {
  const found = [quote, quote?.replaceAll('"', '""')].find((words) => words !== undefined && raw.includes(words));
  const before = found === undefined ? '' : raw.slice(0, raw.indexOf(found));
  const words = beginningOf(found ?? raw, maxQuoteLength);
  const from = start + lengthOf(before);
  return { start: from, end: from + lengthOf(words), quote: words };
}
