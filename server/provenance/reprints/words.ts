// A text as words with their places, and which of them stand between quotation marks.
import { fold } from '../../schema/fold.ts';

/** Numbers for words: the same word has the same number in every text read with one vocabulary. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  /** By number: a hash of the word itself, the same whatever order the texts came in. */
  readonly hashes: number[] = [];

  number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.hashes.length;
    this.#numbers.set(word, number);
    // FNV-1a, 32 bits.
    let hash = 0x811c9dc5;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    this.hashes.push(hash);
    return number;
  }
}

/** Parallel lists, one place for each word. */
export interface Words {
  readonly numbers: readonly number[];
  /** Code points, half-open. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly quoted: readonly boolean[];
}

/** A map and no object: any word of a text is looked up in it, "constructor" too. */
const closing: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['"', '"'],
]);
const plain = /^[a-z0-9]+$/;

/** The words of a text. A quotation that is not closed ends with its paragraph, as one over several paragraphs is set. */
export function readWords(text: string, vocabulary: Vocabulary): Words {
  const words = { numbers: [] as number[], starts: [] as number[], ends: [] as number[], quoted: [] as boolean[] };
  let marks = '';
  // Matches count UTF-16 units; the letters outside the basic plane passed so far are two of these and one code point.
  let [read, pairs] = [0, 0];
  const place = (index: number): number => {
    for (; read < index; read++) {
      const unit = text.charCodeAt(read);
      if (unit >= 0xd800 && unit < 0xdc00) pairs++;
    }
    return index - pairs;
  };
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+|["“”„«»\n]/gu)) {
    if (found === '\n') marks = '';
    else if (marks.includes(found)) marks = '';
    else if (marks === '' && closing.has(found)) marks = closing.get(found) ?? '';
    else if (!/^["“”„«»]$/u.test(found)) {
      const lower = found.toLowerCase();
      words.numbers.push(vocabulary.number(plain.test(lower) ? lower : fold(lower)));
      words.starts.push(place(index));
      words.ends.push(place(index + found.length));
      words.quoted.push(marks !== '');
    }
  }
  return words;
}
