// Folding: spelling differences that a searcher does not mean are taken out of a text.

/** Latin letters that Unicode decomposition leaves alone, by what is typed for them. */
export const undecomposed: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Those, and Cyrillic (Ukrainian first), in Latin. */
const latin: Readonly<Record<string, string>> = {
  ...undecomposed,
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ё: 'e',
  ъ: '',
  ы: 'y',
  э: 'e',
};

/** Whether there is a letter that may have to be told by others; all the letters above are beyond ASCII. */
const beyondAscii = /\P{ASCII}/u;

/**
 * Lower case, without diacritics, Cyrillic in Latin (KMU 55/2010 for Ukrainian, simplified), everything but letters and
 * digits a blank, single blanks between words: "Péter  Szijjártó" → "peter szijjarto", "Зеленський" → "zelenskyi".
 */
export function fold(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  // Most texts are in plain letters, of which nothing is to be decomposed.
  if (!beyondAscii.test(lower)) return lower.replace(/[^a-z0-9]+/g, ' ').trim();
  return lower
    .replace(/\P{ASCII}/gu, (letter) => latin[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a text. */
export function foldWords(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Names as stored in `nameIndex`: "| volodymyr zelensky | zelenskyy |". */
export function nameIndex(names: readonly string[]): string {
  const folded = [...new Set(names.map(fold).filter((name) => name !== ''))];
  return folded.length === 0 ? '|' : `| ${folded.join(' | ')} |`;
}

/** The folded names of a `nameIndex`: none of them has a mark in itself. */
export const namesIn = (index: string): string[] => (index === '|' ? [] : index.slice(2, -2).split(' | '));
