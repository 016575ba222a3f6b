// Text for comparing: without accents and capitals, and in an order that is the same in every browser.

/** The text without accents, in lower case: "Péter" and "peter" are one. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** By code unit. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
