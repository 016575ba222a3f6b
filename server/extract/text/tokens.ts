// Tokens: words, numbers and single marks, each with its place in the text.

/** A word, a number or one mark. Offsets are UTF-16 units here; `IndexedText` gives code points. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** What stands before it: nothing, white space within the line, or at least one end of line (also at the text's start). */
  gap: 0 | 1 | 2;
}

/** No token is longer (in UTF-16 units): a run without white space is cut there, so that no step sees more. */
export const longestToken = 100;

// In order: letters with points between ("U.S."), numbers, words (with hyphens and apostrophes within), runs of dots and dashes, doubled single marks, one code point.
const pattern =
  /(?:\p{L}\.){2,50}|\p{N}(?:[\p{N}.,:/]{0,98}\p{N})?(?:st|nd|rd|th|s|am|pm|m|bn|k)?(?!\p{L})|[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_]|[-’'.&@](?=[\p{L}\p{N}])){0,99}|\.{2,100}|-{2,100}|''|``|’’|‘‘|[^\s]|[\r\n]+|[^\S\r\n]+/gu;
const clitic = /(?<=.)['’](?:s|re|ve|ll|d|m)$/i;
const lineEnd = /[\r\n\u2028\u2029]/;

/** The tokens of a text, in order. Takes time linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: Token['gap'] = 2;
  for (const match of text.matchAll(pattern)) {
    const found = match[0];
    const start = match.index;
    if (found.trim() === '') {
      if (lineEnd.test(found)) gap = 2;
      else if (gap === 0) gap = 1;
      continue;
    }
    const tail = found.length > 2 ? clitic.exec(found) : null;
    const cut = tail ? tail.index : found.length;
    tokens.push({ text: found.slice(0, cut), start, end: start + cut, gap });
    if (tail) tokens.push({ text: tail[0], start: start + cut, end: start + found.length, gap: 0 });
    gap = 0;
  }
  return tokens;
}
