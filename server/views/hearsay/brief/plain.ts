// Text as a brief prints it: without the signs that a reader does not see but that change what is seen.

/** Line breaks and other control characters: a blank stands for them. */
const controls = /[\p{Cc}\u2028\u2029]+/gu;
/**
 * Marks that turn the direction of text, and signs without width. The joiner and the non-joiner (U+200D, U+200C) are
 * letters to Persian, Hindi and others, and stay.
 */
export const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** On one line, and nothing in it that turns or hides the words around it. */
export const plainText = (text: string): string => text.replace(unseen, '').replace(controls, ' ');
