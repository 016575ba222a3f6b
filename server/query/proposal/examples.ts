// Picks the statements of the library that a question is closest to, by the words that they share.
import type { SavedQuery } from '../../schema/cypher.ts';

/** Words of four letters and more, cut so that "opposes" meets "opposed". */
const wordsOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)));

/** The `most` closest; among those equally close, in the order of the library. */
export function closest(library: readonly SavedQuery[], question: string, most: number): SavedQuery[] {
  const wanted = wordsOf(question);
  const shared = ({ title, description }: SavedQuery): number =>
    [...wordsOf(title), ...wordsOf(description)].filter((word) => wanted.has(word)).length;
  return library
    .map((query) => ({ query, score: shared(query) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ query }) => query);
}
