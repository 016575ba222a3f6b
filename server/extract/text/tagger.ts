// Parts of speech of a text's tokens, by wink-nlp.
import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import type { IndexedText } from './indexed.ts';
import { type TagName, tags } from './tags.ts';
import type { Token } from './tokens.ts';

/** Tokens given to wink at once; without white space within so many characters, some is put in: its time grows with such runs. */
const atOnce = 2_000;
const longestRun = 80;
/** wink keeps every word that it has seen; after so many tokens it begins anew, so that a server does not grow with what it reads. */
const forgetAfter = 2_000_000;

let nlp: WinkMethods | undefined;
let seen = 0;

function fresh(count: number): WinkMethods {
  if (!nlp || seen > forgetAfter) {
    nlp = winkNLP(model, ['sbd', 'pos']);
    seen = 0;
  }
  seen += count;
  return nlp;
}

/** The tokens as one text, and where each begins in it. */
function joined(tokens: readonly Token[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let [text, run] = ['', 0];
  for (const token of tokens) {
    if (token.gap > 0 || run + token.text.length > longestRun) {
      text += ' ';
      run = 0;
    }
    starts.push(text.length);
    text += token.text;
    run += token.text.length;
  }
  return { text, starts };
}

function tagPart(tokens: readonly Token[], found: Uint8Array, from: number): void {
  const { text, starts } = joined(tokens);
  const wink = fresh(tokens.length);
  const words = wink.readDoc(text).tokens();
  const values = words.out();
  const names = words.out(wink.its.pos) as unknown as TagName[];
  let [at, token] = [0, 0];
  values.forEach((value, index) => {
    while (text[at] === ' ') at++;
    const here = text.startsWith(value, at) ? at : text.indexOf(value, at);
    if (here < 0) return;
    at = here + value.length;
    // Each token has the tag of the word in which it begins.
    for (; token < tokens.length && (starts[token] as number) < at; token++) {
      found[from + token] = tags[names[index] as TagName] ?? 0;
    }
  });
}

/** One tag a token, by number. Paragraphs are tagged apart, long ones in parts. */
export function tagWords({ tokens, paragraphs }: IndexedText): Uint8Array {
  const found = new Uint8Array(tokens.length);
  paragraphs.forEach((first, number) => {
    const next = paragraphs[number + 1] ?? tokens.length;
    for (let from = first; from < next; from += atOnce) {
      tagPart(tokens.slice(from, Math.min(next, from + atOnce)), found, from);
    }
  });
  return found;
}
