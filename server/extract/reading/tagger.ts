// Parts of speech by wink-nlp and its English model, for tokens that are split already.
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import type { Tagger } from './read.ts';

/** wink keeps every new word for ever; after so many the instance is made anew, so that a long run does not grow. */
const mostWords = 200_000;

/** No English word is longer; wink takes more than linear time for what is. */
const longest = 50;

const make = () => winkNlp(model, ['pos']);
let instance: ReturnType<typeof make> | undefined;
let seen = new Set<string>();

/** Tags the tokens of one sentence. The model is loaded at the first call. */
export const winkTagger: Tagger = (tokens) => {
  if (instance === undefined || seen.size > mostWords) {
    instance = make();
    seen = new Set();
  }
  const { its } = instance;
  for (const token of tokens) if (token.length <= longest) seen.add(token);
  // wink splits some tokens further: both sides are brought together by the characters before them.
  const shown = tokens.map((token) => (token.length > longest ? 'x' : token.replaceAll('’', "'")));
  const found = instance.readDoc(shown.join(' ')).tokens();
  const values = found.out(its.value) as string[];
  const tags = found.out(its.pos) as string[];
  const at = new Map<number, string>();
  let length = 0;
  for (const [index, value] of values.entries()) {
    at.set(length, tags[index] ?? 'X');
    length += value.replace(/\s/gu, '').length;
  }
  let before = 0;
  return shown.map((token) => {
    const tag = at.get(before) ?? 'X';
    before += token.length;
    return tag;
  });
};
