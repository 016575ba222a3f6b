// Whom a source means that only points back: "he", "they", "the outlet", by plain rules within two paragraphs.
import type { Range } from '../text/code-points.ts';
import type { IndexedText } from '../text/indexed.ts';
import type { Attribution } from './attribution.ts';

const pronouns: Readonly<Record<string, 'one' | 'many' | 'thing'>> = {
  he: 'one',
  she: 'one',
  his: 'one',
  her: 'one',
  they: 'many',
  their: 'many',
  it: 'thing',
  its: 'thing',
};
// With "the" before, these stand for an outlet or institution named earlier.
const things = new Set(
  'outlet newspaper paper magazine agency broadcaster website site network station ministry company group organization organisation'.split(
    ' ',
  ),
);
// With "the" before, these stand for one or several persons named or described earlier.
const persons =
  /^(?:source|official|spokesman|spokeswoman|spokesperson|senator|president|minister|governor|candidate|lawmaker|congressman|congresswoman|diplomat|officer|adviser|aide)s?$/;

type Pointer = { kind: 'one' | 'many' | 'thing'; noun?: string };

/** What a source's words point back to, or undefined where they name somebody themselves. */
function pointerOf(words: readonly string[]): Pointer | undefined {
  const [first = '', second = ''] = words.map((word) => word.toLowerCase());
  if (words.length === 1 && Object.hasOwn(pronouns, first)) return { kind: pronouns[first] as Pointer['kind'] };
  if (words.length !== 2 || first !== 'the') return undefined;
  if (things.has(second)) return { kind: 'thing', noun: second };
  if (persons.test(second)) return { kind: second.endsWith('s') ? 'many' : 'one', noun: second };
  return undefined;
}

/** Somebody named or described, who may be meant later. */
interface Mention {
  range: Range;
  paragraph: number;
  words: string[];
}

/** No more are kept, so that one endless paragraph costs no more than many. */
const mostMentions = 40;

const singular = (noun: string) => noun.toLowerCase().replace(/s$/, '');
const capital = /^\p{Lu}/u;
const severalPattern =
  /^(?:two|three|four|five|six|several|some|many|other|multiple|officials|sources|aides|critics|lawmakers)$/i;

/** Whether a mention could be what is pointed to. */
function fits({ words }: Mention, { kind, noun }: Pointer): boolean {
  const many = words.some((word) => severalPattern.test(word)) || words.some((word) => /^and$/i.test(word));
  if (noun && words.some((word) => singular(word) === singular(noun))) return many === (kind === 'many');
  if (kind === 'many') return many;
  // A described source ("an official") is found by its noun above; a name by "he", or by a noun that is no one's alone.
  return !many && words.some((word) => capital.test(word)) && !(noun === 'source' || noun === 'sources');
}

const nameOf = ({ words }: Mention) => words.filter((word) => capital.test(word)).at(-1) ?? words.at(-1);

/** The words of a source before any comma: "Ann Lee, the mayor," is Ann Lee. */
function wordsOf(indexed: IndexedText, range: Range): string[] {
  const core = indexed.points.slice(range).split(/[,(]/)[0] as string;
  return core
    .split(/\s+/)
    .map((word) => word.replace(/^[“"‘']|[”"’']s?$|['’]s$/gu, ''))
    .filter((word) => word !== '');
}

/** The paragraph in which a code point lies, by binary search. */
function paragraphAt({ paragraphs, tokens, points }: IndexedText, point: number): number {
  const unit = points.toUnits(point);
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[paragraphs[middle] as number]?.start as number) <= unit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Adds `speaker` where it is sure: all sources of this paragraph up to here that fit bear one name, else all of the paragraph before.
 * Attributions come in the order of the text and keep it.
 */
export function withSpeakers(indexed: IndexedText, attributions: readonly Attribution[]): Attribution[] {
  let mentions: Mention[] = [];
  return attributions.map((attribution) => {
    const range = attribution.source[0];
    if (!range) return attribution;
    const words = wordsOf(indexed, range);
    const paragraph = paragraphAt(indexed, range.start);
    mentions = mentions.filter((mention) => mention.paragraph >= paragraph - 1).slice(-mostMentions);
    const pointer = pointerOf(words);
    if (!pointer) {
      mentions.push({ range, paragraph, words });
      return attribution;
    }
    for (const near of [paragraph, paragraph - 1]) {
      const candidates = mentions.filter(
        (mention) => mention.paragraph === near && mention.range.end <= range.start && fits(mention, pointer),
      );
      const names = new Set(candidates.map(nameOf));
      const speaker = names.size === 1 ? candidates.at(-1) : undefined;
      if (speaker) {
        // Said again by "he", the name counts as being here too.
        mentions.push({ ...speaker, paragraph });
        return { ...attribution, speaker: { ...speaker.range } };
      }
      if (names.size > 1) break;
    }
    return attribution;
  });
}
