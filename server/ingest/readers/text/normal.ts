// Brings the words of an article into the form in which they are kept, hashed and counted.

/** Line breaks of every kind. */
const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Controls, and characters that show nothing and stand in the middle of words: a soft hyphen, a byte order mark. */
const unseen = /[^\P{Cc}\n\t]|[\u00ad\ufeff]/gu;

/** Blanks at the end of a line, looked for at the first of a run alone: from each of them the time would grow with its square. */
const trailing = /(?<![^\S\n])[^\S\n]+$/gm;

/**
 * Unicode's form NFC, line breaks as \n, no control characters, no blanks at the ends of lines, paragraphs apart by one
 * blank line, nothing around the whole. What is normal already stays as it is.
 */
export function normalText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(breaks, '\n')
    .replace(unseen, '')
    .replace(trailing, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
