// Groups tokens into sentences and paragraphs: a sentence ends at its mark, and never runs over the end of a paragraph.
import type { Token } from './tokens.ts';

export interface Piece {
  /** Indexes of tokens, half open. */
  from: number;
  to: number;
  paragraph: number;
}

const ending = /^[.!?…]$/u;
const closing = /^["”’'»)\]]$/u;
/** What follows an abbreviation such as "U.S." where a new sentence begins. */
const starters = new Set('the in on a an he she it they we but and at for this that these those'.split(' '));

/** Whether lines are broken for width: many of them go on in lower case. A single line break then ends nothing. */
function isWrapped(text: string): boolean {
  let [breaks, goesOn] = [0, 0];
  for (const { 0: found } of text.matchAll(/\S[ \t]*\r?\n[ \t]*(?=\S)(.)/gu)) {
    breaks += 1;
    if (/\p{Ll}$/u.test(found)) goesOn += 1;
    if (breaks >= 2000) break;
  }
  return breaks >= 3 && goesOn / breaks > 0.3;
}

/** Sentences longer than this many tokens are cut: garbage without a full stop shall not cost more than its length. */
const longest = 400;

export function piecesOf(text: string, tokens: readonly Token[]): Piece[] {
  const wrapped = isWrapped(text);
  const breaksIn = wrapped ? /\n[ \t\r]*\n/ : /\n/;
  const pieces: Piece[] = [];
  let [from, paragraph] = [0, 0];
  const close = (to: number): void => {
    if (to > from) pieces.push({ from, to, paragraph });
    from = to;
  };
  let open = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const [token, next] = [tokens[index], tokens[index + 1]];
    if (token === undefined) continue;
    if (next === undefined) break;
    if (/^["“”«»]$/u.test(token.text)) open += 1;
    if (breaksIn.test(text.slice(token.at + token.text.length, next.at))) {
      close(index + 1);
      paragraph += 1;
      open = 0;
      continue;
    }
    if (index + 1 - from >= longest) {
      close(index + 1);
      continue;
    }
    const opensHere = token.text === '"' && open % 2 === 1;
    if (opensHere) continue;
    const last = closing.test(token.text) ? tokens[index - 1]?.text : token.text;
    const ends = last !== undefined && ending.test(last);
    const abbreviated = /^(?:\p{Lu}\.)+$/u.test(token.text) && token.text.length > 2;
    if (!ends && !(abbreviated && starters.has(next.text.toLowerCase()) && /^\p{Lu}/u.test(next.text))) continue;
    // A mark before a closing quotation mark ends the sentence after that mark.
    if (closing.test(next.text) && !(next.text === '"' && open % 2 === 0)) continue;
    if (/^[\p{Lu}\p{N}“"‘«([—–•*]/u.test(next.text)) close(index + 1);
  }
  close(tokens.length);
  return pieces;
}
