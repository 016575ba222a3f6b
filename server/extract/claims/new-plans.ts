// Plans that the database does not know: the words straight after a strong stance word, where they name a plan clearly.
import type { KnownEntity } from '../mentions/known.ts';
import { slugged } from '../mentions/people.ts';
import { stemOf } from '../mentions/stems.ts';
import type { Reading, Sentence, Word } from '../reading/reading.ts';
import type { Cue } from './cues.ts';
import { planHeads } from './plan-words.ts';

export interface NewPlan extends KnownEntity {
  from: number;
  to: number;
  cue: string;
}

const linking = new Set("of to for on over in with between against into by at from and the a an s 's".split(' '));
const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB']);
const longest = 10;

const isDeed = (word: Word | undefined): boolean =>
  word !== undefined &&
  /\p{Ll}{3}ing$/u.test(word.lower) &&
  !/^(?:during|including|regarding|concerning|following|according|excluding|everything|something|anything|nothing|morning|evening|being|having)$/.test(
    word.lower,
  );

/** The word that a phrase is about, if that may be a plan: "quota" of "fish quota for the North Sea". */
function headOf(words: readonly Word[]): Word | undefined {
  const end = words.findIndex(
    ({ lower, pos }, at) =>
      at > 0 && (pos === 'ADP' || lower === 'to' || lower === 'for' || lower === 'of' || isDeed({ lower } as Word)),
  );
  const chunk = end < 0 ? words : words.slice(0, end);
  const head = chunk.at(-1);
  if (
    head === undefined ||
    (chunk.length === 2 && /^(?:good|bad|better|best|great|big|real|new|such)$/.test(chunk[0]?.lower ?? '') && end < 0)
  )
    return undefined;
  if (planHeads.has(head.lower)) return head;
  // "the suspension of the deal": a deed as a noun, done to a plan.
  const done =
    /(?:tion|sion|ment|ance|al)$/.test(head.lower) &&
    words.slice(chunk.length).some(({ lower }) => planHeads.has(lower));
  return done ? head : undefined;
}

/** A noun phrase that begins at a word: determiners cut off, one chain of "of", "to", "for" …, up to ten words. */
function phraseAt({ words }: Reading, at: number, sentence: Sentence): { from: number; to: number } | undefined {
  let from = at;
  while (
    /^(?:the|a|an|any|this|that|such|its|their|his|her|our|all|proposed|planned|both|["“”])$/.test(
      words[from]?.lower ?? '',
    )
  )
    from += 1;
  if (!/^(?:NOUN|PROPN|ADJ|NUM)$/.test(words[from]?.pos ?? '') && !isDeed(words[from])) return undefined;
  let to = from;
  for (let index = from; index < Math.min(sentence.to, from + longest); index += 1) {
    const word = words[index];
    if (word === undefined || (word.pos === 'PUNCT' && !/^['’]s$/.test(word.text))) break;
    const gerund = /ing$/.test(word.lower);
    if (
      /^(?:that|which|who|because|while|but|if|after|before|as|is|are|was|were|has|have|had|will|would|said|says)$/.test(
        word.lower,
      )
    )
      break;
    if (word.pos === 'VERB' && !gerund && index > from && words[index - 1]?.lower !== 'to') break;
    if (nominal.has(word.pos) || gerund) to = index + 1;
    else if (!linking.has(word.lower) && word.lower !== "'s") break;
  }
  return to > from ? { from, to } : undefined;
}

/**
 * New plans, each once: phrases of two words or more whose words include the head of a plan ("the harbour tax"), or that
 * begin with what is to be done ("building a second bridge"). `isTaken` tells words that a known plan stands in.
 */
export function newPlans(
  reading: Reading,
  cues: readonly { cue: Cue; sentence: Sentence }[],
  isTaken: (at: number) => boolean,
): NewPlan[] {
  const found: (NewPlan & { stems: ReadonlySet<string> })[] = [];
  for (const { cue, sentence } of cues) {
    if (cue.weak || cue.stance === 'defers' || found.length >= 200) continue;
    const phrase = phraseAt(reading, cue.to, sentence);
    if (phrase === undefined) continue;
    const words = reading.words.slice(phrase.from, phrase.to);
    if (words.some((_, index) => isTaken(phrase.from + index))) continue;
    const deed = isDeed(words[0]) && words.length >= 3;
    const content = words.filter(({ lower, pos }) => !linking.has(lower) && pos !== 'PUNCT');
    const head = headOf(words);
    if (content.length < 2 || (!deed && head === undefined)) continue;
    const text = words
      .map(({ text: word }) => word)
      .join(' ')
      .replace(/ (?=['’]s\b)/g, '');
    const slug = slugged(text).split('-').slice(0, 8).join('-');
    if (!/^[\p{Ll}\p{N}][\p{Ll}\p{N}-]*$/u.test(slug) || text.length > 120) continue;
    const stems = new Set(content.map(({ lower }) => stemOf(lower)));
    // A shorter name for one found already, or a longer one, is the same plan.
    const same = found.find(
      (other) => [...stems].every((stem) => other.stems.has(stem)) || [...other.stems].every((stem) => stems.has(stem)),
    );
    if (same !== undefined) {
      if (!same.aliases.includes(text) && text !== same.name) same.aliases = [...same.aliases, text];
      continue;
    }
    const cueText = reading.words
      .slice(cue.from, cue.to)
      .map(({ text: word }) => word)
      .join(' ');
    found.push({
      key: `plan:${slug}`,
      type: 'Plan',
      name: text,
      aliases: [],
      from: phrase.from,
      to: phrase.to,
      cue: cueText,
      stems,
    });
  }
  return found.map(({ stems: _, ...plan }) => plan);
}
