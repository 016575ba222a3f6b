// Parts of speech: the universal tags, by number.

/** The universal part-of-speech tags that words are given here. */
export const tagNames = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'SPACE',
] as const;

export type TagName = (typeof tagNames)[number];

/** Each tag's number. */
export const tags = Object.fromEntries(tagNames.map((name, number) => [name, number])) as Readonly<
  Record<TagName, number>
>;
