// Finds names of a list in a text, word by word, whatever their diacritics, script or marks; the longest first.
import { foldWords } from '../../schema/fold.ts';
import type { Reading } from '../reading/reading.ts';

interface Node<T> {
  next: Map<string, Node<T>>;
  values: { name: string; value: T }[];
}
export interface Found<T> {
  from: number;
  to: number;
  /** All that go by the name. */
  values: readonly { name: string; value: T }[];
}
export interface NameIndex<T> {
  find(reading: Reading): Found<T>[];
}

const capital = /\p{Lu}/u;
/** Whether words in the text can be this name: one written with capitals is, and one in capitals alone is, too. */
export function writtenAlike(name: string, there: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (!capital.test(letters)) return true;
  if (letters === letters.toUpperCase() && letters.length <= 5) {
    const theirs = there.replace(/['’]s$/u, '').replace(/[^\p{L}]/gu, '');
    return theirs === theirs.toUpperCase();
  }
  if (/^(?:the|a|an) /iu.test(name)) return capital.test(there.replace(/^\S+\s+/u, '')) === capital.test(name.slice(4));
  const first = /\p{L}/u.exec(there)?.[0] ?? '';
  return (
    !capital.test(/\p{L}/u.exec(name)?.[0] ?? '') || first !== first.toLowerCase() || first === first.toUpperCase()
  );
}

export function nameIndexOf<T>(names: Iterable<readonly [name: string, value: T]>): NameIndex<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const [name, value] of names) {
    const words = foldWords(name);
    if (words.length === 0 || words.length > 20) continue;
    let node = root;
    for (const word of words) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), values: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    node.values.push({ name, value });
  }
  return {
    find(reading) {
      const folded = reading.words.map(({ text }) => foldWords(text));
      const found: Found<T>[] = [];
      for (let from = 0; from < folded.length; from += 1) {
        if (folded[from]?.length === 0) continue;
        let node: Node<T> | undefined = root;
        let best: Found<T> | undefined;
        const sentence = reading.words[from]?.sentence;
        for (let to = from; to < folded.length && node !== undefined; to += 1) {
          if (reading.words[to]?.sentence !== sentence) break;
          const there: string[] = folded[to] ?? [];
          // A mark between names ends them, except the ones that a name may hold.
          if (there.length === 0 && !/^["“”'’&.-]$/u.test(reading.words[to]?.text ?? '')) break;
          for (const word of there) node = node?.next.get(word);
          if (there.length === 0 || node === undefined) continue;
          const written = reading.slice({ start: reading.words[from]?.start ?? 0, end: reading.words[to]?.end ?? 0 });
          const values = node.values.filter(({ name }) => writtenAlike(name, written));
          if (values.length > 0) best = { from, to: to + 1, values };
        }
        if (best === undefined) continue;
        found.push(best);
        from = best.to - 1;
      }
      return found;
    },
  };
}
