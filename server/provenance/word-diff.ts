// Where the words of two texts differ, as runs of words that are in both or only in one.
import { diffArrays } from 'diff';
import { sameWords } from './words.ts';

/** A run of words of one text: also in the other, or only in this one. The runs joined are the text. */
export interface WordRun {
  readonly text: string;
  readonly same: boolean;
}

/** Each word with the blanks after it; blanks before the first go with that. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*/gu) ?? (text === '' ? [] : [text]);

/**
 * The runs of each text against the other: the longest common subsequence of words (Myers, An O(ND) difference
 * algorithm, Algorithmica 1986), where case, accents and marks make no other word.
 */
export function wordDifferences(one: string, other: string): { one: WordRun[]; other: WordRun[] } {
  const runs: { one: WordRun[]; other: WordRun[] } = { one: [], other: [] };
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const [at, to] = [{ word: 0 }, { word: 0 }];
  const take = (list: readonly string[], from: { word: number }, count: number): string => {
    from.word += count;
    return list.slice(from.word - count, from.word).join('');
  };
  for (const { count, added, removed } of diffArrays(words.map(sameWords), others.map(sameWords))) {
    if (!added) runs.one.push({ text: take(words, at, count), same: !removed });
    if (!removed) runs.other.push({ text: take(others, to, count), same: !added });
  }
  return runs;
}
