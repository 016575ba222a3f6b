// Pairs quotation marks within a paragraph, curly, straight or angled; one left open ends with its paragraph.
import type { Quotation, Sentence, Word } from './reading.ts';

const opening: Readonly<Record<string, string>> = { '“': '”“"', '„': '“”"', '«': '»', '"': '"”' };
/** A quotation goes on over at most so many words. */
const longest = 600;

export function quotationsOf(words: readonly Word[], sentences: readonly Sentence[]): Quotation[] {
  const found: Quotation[] = [];
  const paragraphOf = (word: Word): number => sentences[word.sentence]?.paragraph ?? 0;
  for (let index = 0; index < words.length; index += 1) {
    const mark = words[index];
    const closers = mark && opening[mark.text];
    if (mark === undefined || closers === undefined) continue;
    const paragraph = paragraphOf(mark);
    let end = index + 1;
    let closed = false;
    for (; end < words.length && end - index <= longest; end += 1) {
      const word = words[end];
      if (word === undefined || paragraphOf(word) !== paragraph) break;
      if (closers.includes(word.text)) {
        closed = true;
        break;
      }
    }
    const [first, last, close] = [words[index + 1], words[end - 1], words[end]];
    if (first === undefined || last === undefined || end === index + 1) continue;
    const outer = { start: mark.start, end: closed && close !== undefined ? close.end : last.end };
    found.push({ from: index + 1, to: end, start: first.start, end: last.end, outer, closed });
    if (closed) index = end;
  }
  return found;
}
