// Spellings of one name in other languages and transliterations: what they share, for a search and never for what is one record.
import { fold, foldWords } from './fold.ts';

/**
 * Letters that stand for one sound in English, German, French, Polish, Ukrainian and Russian spelling, in order: what is
 * longer comes first, since each is read in what the one before left.
 */
const sounds: readonly (readonly [letters: RegExp, sound: string])[] = [
  [/shch|schtsch|stsch/g, 'sc'],
  [/tsch|tch|cz/g, 'c'],
  [/sch|sh|zh|sz|rz/g, 's'],
  [/ch/g, 'c'],
  [/kh|h/g, 'g'],
  [/ph/g, 'f'],
  [/ts|tz/g, 'c'],
  [/ck|qu?/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/z/g, 's'],
  // Yermak, Jermak, Iermak and Ermak; Selenskyj, Zelenskyy, Zelenskiy and Zelensky.
  [/[yij]+(?=[aeou])/g, ''],
  [/[yij]+/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** A folded word by its sounds: "zelenskyy", "selenskyj" and "zelenskyi" → "selenski". */
export function soundOf(word: string): string {
  return sounds.reduce((text, [letters, sound]) => text.replace(letters, sound), word);
}

/** The words of a text by their sounds, blanks between them. */
export const spelledAlike = (text: string): string => foldWords(text).map(soundOf).join(' ');

/** A folded text without the article at its beginning, where more follows: "the united states" → "united states". */
export const bare = (folded: string): string => folded.replace(/^the (?=.)/, '');

/** How a name answers to what somebody asked for: by itself, in another spelling, or by the beginnings of its words. */
export function likeness(name: string, asked: string): 'same' | 'spelling' | 'beginning' | undefined {
  const wanted = bare(fold(asked));
  if (wanted === '') return undefined;
  const own = bare(fold(name));
  if (own === wanted) return 'same';
  const sounded = spelledAlike(wanted);
  const mine = spelledAlike(own);
  if (mine === sounded) return 'spelling';
  const parts = mine.split(' ');
  return sounded.split(' ').every((word) => parts.some((part) => part.startsWith(word))) ? 'beginning' : undefined;
}
