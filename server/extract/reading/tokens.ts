// Splits a text into words and marks; a possessive 's and n't stand apart, abbreviations keep their full stops.

export interface Token {
  text: string;
  /** UTF-16 unit at which it begins. */
  at: number;
}

/** Abbreviations that a full stop belongs to, lower case. */
const abbreviations = new Set(
  'mr mrs ms dr prof gen lt col sgt capt cmdr adm sen rep gov st jr sr rev hon no vs etc inc corp ltd co jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const letter = '\\p{L}[\\p{L}\\p{M}\\p{N}]*';
/** In order: initials (U.S.), a number, 's and the like, a word with hyphens or an inner apostrophe, any other mark. */
const pattern = new RegExp(
  [
    '(?:\\p{Lu}\\.){2,}',
    '\\p{N}+(?:[.,:]\\p{N}+)*%?',
    `['’](?:s|re|ll|ve|d|m)(?![\\p{L}\\p{N}])`,
    `${letter}(?:(?:[-‐‑]|['’](?!(?:s|re|ll|ve|d|m|t)(?![\\p{L}\\p{N}])))${letter})*(?:['’]t(?![\\p{L}\\p{N}]))?`,
    '[^\\s]',
  ].join('|'),
  'gu',
);

/** Tokens in order; nothing but white space stands between them. Time grows linearly with the text. */
export function* tokensOf(text: string): Generator<Token> {
  let held: Token | undefined;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    // A full stop straight after an abbreviation or a single initial is part of it.
    if (held !== undefined) {
      if (found === '.' && held.at + held.text.length === index && takesStop(held.text)) {
        yield { text: `${held.text}.`, at: held.at };
        held = undefined;
        continue;
      }
      yield held;
    }
    held = undefined;
    const not = /^(.*?\p{L})(n['’]t)$/u.exec(found);
    if (not?.[1] !== undefined && not[2] !== undefined) {
      yield { text: not[1], at: index };
      yield { text: not[2], at: index + not[1].length };
    } else held = { text: found, at: index };
  }
  if (held !== undefined) yield held;
}

const takesStop = (word: string): boolean => /^\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
