// The forms of an English verb, so that a list of rules names it once.

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  speak: ['spoke', 'spoken'],
  stand: ['stood', 'stood'],
  take: ['took', 'taken'],
  shoot: ['shot', 'shot'],
  fight: ['fought', 'fought'],
  withdraw: ['withdrew', 'withdrawn'],
  seek: ['sought', 'sought'],
  hide: ['hid', 'hidden'],
  come: ['came', 'come'],
  put: ['put', 'put'],
  sit: ['sat', 'sat'],
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  see: ['saw', 'seen'],
};
/** Verbs that double their last letter. */
const doubling = new Set(['stop', 'put', 'sit', 'permit', 'rebut', 'drop']);

export type Form = 'base' | 's' | 'ing' | 'past' | 'participle';

/** Every form of a verb, or of the first part of one with a hyphen (slow-walk). */
export function formsOf(lemma: string): readonly (readonly [form: string, kind: Form])[] {
  const stem = doubling.has(lemma) ? lemma + (lemma.at(-1) ?? '') : lemma.replace(/e$/, '');
  const ending = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ie` : lemma.endsWith('e') ? lemma : `${stem}e`;
  const third = /[^aeiou]y$/.test(lemma) ? `${ending}s` : /(?:s|sh|ch|x|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const [past, participle] = irregular[lemma] ?? [`${ending}d`, `${ending}d`];
  return [
    [lemma, 'base'],
    [third, 's'],
    [`${stem}ing`, 'ing'],
    [past, 'past'],
    ...(participle === past ? [] : ([[participle, 'participle']] as const)),
  ];
}
