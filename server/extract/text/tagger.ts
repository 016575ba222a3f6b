// Parts of speech of a text's tokens, by wink-nlp.
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { IndexedText } from './indexed.ts';
import { type TagName, tags } from './tags.ts';

const nlp = winkNLP(model, ['sbd', 'pos']);
const space = /\s/;

/** One tag a token, by number. */
export function tagWords({ text, tokens, paragraphs }: IndexedText): Uint8Array {
  const found = new Uint8Array(tokens.length);
  paragraphs.forEach((first, number) => {
    const next = paragraphs[number + 1] ?? tokens.length;
    const start = tokens[first]?.start ?? 0;
    const part = text.slice(start, tokens[next - 1]?.end);
    const doc = nlp.readDoc(part);
    const values = doc.tokens().out();
    const names = doc.tokens().out(nlp.its.pos) as unknown as TagName[];
    let at = 0;
    let token = first;
    values.forEach((value, index) => {
      while (at < part.length && space.test(part[at] as string)) at++;
      const here = part.startsWith(value, at) ? at : part.indexOf(value, at);
      if (here < 0) return;
      at = here + value.length;
      for (; token < next && (tokens[token]?.start as number) - start < at; token++) {
        found[token] = tags[names[index] as TagName] ?? 0;
      }
    });
  });
  return found;
}
