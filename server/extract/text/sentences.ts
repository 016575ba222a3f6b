// Where sentences and paragraphs begin: rules on the marks and words around a full stop.
import type { Token } from './tokens.ts';

const titles =
  'mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt cmdr maj adm rev hon pres st jr sr vs etc inc ltd co corp no vol fig al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ave blvd dept ed est ext approx assn bros dist min atty supt mt ft';
const states =
  'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo';
const abbreviations = new Set(`${titles} ${states}`.split(' '));
// After these a capital still begins a sentence more often than not.
const mayEnd = new Set('jr sr etc inc ltd co corp no al'.split(' '));
const enders = /^(?:[.!?…。]|\.{2,})$/u;
const closers = /^(?:["”’')\]»]|''|’’)$/;
const openers = /^(?:["“‘'([«]|''|``|‘‘)$/;
const capital = /^[\p{Lu}\p{Lt}\p{N}]/u;
const lower = /^\p{Ll}/u;
const dotted = /^(?:\p{L}\.)+$/u;
/** How many closing marks may follow a full stop: more are not looked through. */
const reach = 4;

/** Whether a full stop after this word is likelier part of it. */
function isAbbreviation(word: Token | undefined): boolean {
  return word !== undefined && (/^\p{Lu}$/u.test(word.text) || abbreviations.has(word.text.toLowerCase()));
}

function beginsSentence(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (at < index + reach && openers.test(tokens[at]?.text ?? '')) at++;
  return capital.test(tokens[at]?.text ?? '');
}

/** Whether a sentence ends between a token and the one before. */
function endsBefore(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  if (token.gap === 2) return true;
  if (token.gap === 0 && !openers.test(token.text)) return false;
  let last = index - 1;
  while (last > index - reach && closers.test(tokens[last]?.text ?? '')) last--;
  const end = tokens[last];
  if (!end) return false;
  const closed = last < index - 1;
  if (dotted.test(end.text))
    return (
      beginsSentence(tokens, index) && (closed || /^(?:The|A|An|It|He|She|They|We|I|But|In|On|And)$/.test(token.text))
    );
  if (!enders.test(end.text)) return false;
  const before = tokens[last - 1];
  if (end.text === '.' && end.gap === 0 && !closed && isAbbreviation(before)) {
    return mayEnd.has((before as Token).text.toLowerCase()) && beginsSentence(tokens, index);
  }
  return end.text === '.' ? !lower.test(token.text) : beginsSentence(tokens, index);
}

/** The first token of each sentence and of each paragraph (a line of the text), ascending. */
export function boundaries(tokens: readonly Token[]): { sentences: number[]; paragraphs: number[] } {
  const sentences: number[] = [];
  const paragraphs: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if ((tokens[index] as Token).gap === 2) paragraphs.push(index);
    if (endsBefore(tokens, index)) sentences.push(index);
  }
  return { sentences, paragraphs };
}
