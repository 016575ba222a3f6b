// Collectives: "at least seven of 32 members", "those two countries", "German officials", "many allies".
import { collectives, sides } from '../mentions/institution-words.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Word } from '../reading/reading.ts';
import type { Actor, Party, Role } from './party.ts';
import { numberOf, quantityIn } from './quantities.ts';

/** Words that belong to a collective before its noun. */
const modifiers = new Set(
  `at least most more than over about around nearly almost some several many few fewer all every none no of the a an its
   their absolute overwhelming clear large vast simple majority number minority handful dozen half half-dozen other key
   leading these those two both remaining various certain member small western eastern northern southern central european
   other only just exactly up`.split(/\s+/),
);
export const actorOf = ({ key, type, name, known, score, reason }: Mention): Actor => ({
  key,
  type,
  name,
  known,
  score,
  reason,
});
/** The collective that ends with the word at `at`: where it begins, what is counted of whom. */
export function collectiveAt(
  words: readonly Word[],
  at: number,
  first: number,
  cover: ReadonlyMap<number, Mention>,
): Party | undefined {
  const noun = words[at];
  if (cover.get(at)?.type === 'Group') return undefined;
  const states = noun?.lower === 'states' && words[at - 1]?.lower === 'member';
  if (noun === undefined || (!collectives.has(noun.lower) && !states) || (noun.lower === 'states' && !states))
    return undefined;
  let from = at;
  let of: Actor | undefined;
  while (from > first) {
    const word = words[from - 1];
    const mention = cover.get(from - 1);
    if (word === undefined) break;
    if (
      mention !== undefined &&
      (mention.type === 'Organization' || mention.type === 'Country' || mention.type === 'Group')
    ) {
      of ??= actorOf(mention);
      from = mention.from;
    } else if (
      modifiers.has(word.lower) ||
      numberOf(word.text) !== undefined ||
      word.lower === "'s" ||
      word.pos === 'ADJ'
    )
      from -= 1;
    else break;
  }
  while (
    from < at &&
    !cover.has(from) &&
    /^(?:'s|of|a|an|its|their)$/.test(words[from]?.lower ?? '') &&
    !/^a (?:majority|number|handful|dozen|minority)/.test(
      words
        .slice(from, from + 2)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    from += 1;
  const before = words
    .slice(from, at)
    .filter((_, index) => !cover.has(from + index))
    .map(({ lower }) => lower);
  const to = at + 1;
  const phrase = before.join(' ');
  const common = { from, to, role: 'plain' as Role, preposition: '', actors: [] };
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ')
    .replace(/ (?=['’]s )/g, '');
  if (/^(?:the |those |these |both )?(?:two |three )?(?:other )?$/.test(`${phrase} `.trimStart()) && of === undefined) {
    if (
      /^(?:$|the\b|those\b|these\b)/.test(phrase) &&
      /^(?:countries|nations|states|members|allies|governments|capitals|parties)$/.test(noun.lower)
    )
      return { ...common, anaphor: 'theCountries', collective: text };
  }
  const side = of?.type === 'Country' && sides.has(noun.lower);
  if (side && of !== undefined && quantityIn(phrase) === undefined) {
    return {
      ...common,
      actors: [{ ...of, score: Math.min(of.score, 0.7), reason: `“${text}”: ${noun.lower} stand for ${of.name}` }],
    };
  }
  const quantity = quantityIn(phrase);
  const counted =
    quantity !== undefined &&
    /^(?:countries|nations|states|members|allies|governments|parties|capitals|partners|lawmakers|legislators|senators|councillors|councilors)$/.test(
      noun.lower,
    );
  if (counted && quantity !== undefined)
    return { ...common, collective: text, count: of === undefined ? quantity : { ...quantity, of_: of } };
  return { ...common, collective: text };
}
