// Mentions of the actors and outlets that the database knows, and of every country, by one of their names.
import { fold } from '../../schema/fold.ts';
import type { Reading } from '../reading/reading.ts';
import { countryNames } from './countries.ts';
import { countryWords } from './country-words.ts';
import type { KnownEntity } from './known.ts';
import type { Candidate, Mention } from './mention.ts';
import { nameIndexOf } from './name-index.ts';

interface Named extends Candidate {
  known: boolean;
  how: 'name' | 'alias' | 'demonym' | 'seat';
}

/** Prepositions after which a capital is the town itself. */
const places = new Set(
  'in to from near at outside around across through visit visited visiting leave left of'.split(' '),
);
/** What a demonym stands before as an adjective. */
const nouny = new Set(['NOUN', 'PROPN', 'ADJ']);

const seatWords = new Set(countryWords.flatMap(({ seats }) => seats).map(fold));

export interface NamesInText {
  find(reading: Reading): Mention[];
  /** The key of what goes by a folded name, if only one does. */
  keyOf(folded: string): string | undefined;
}

/** Prepared once for many texts: `known` is indexed here. */
export function namesInText(known: readonly KnownEntity[]): NamesInText {
  const names: [string, Named][] = [];
  const taken = new Set<string>();
  for (const { key, type, name, aliases } of known) {
    if (type === 'Plan' || type === 'Event') continue;
    for (const [at, spelling] of [name, ...aliases].entries()) {
      const how = at === 0 ? ('name' as const) : ('alias' as const);
      const reason = at === 0 ? 'named in full' : `“${spelling}” is another name of ${name}`;
      names.push([spelling, { key, type, name, known: true, how, score: at === 0 ? 0.98 : 0.9, reason }]);
      taken.add(`${key} ${spelling.toLowerCase()}`);
      // "the Union" is also "Union members"; "the alliance" needs its article.
      const bare = /^the (?=\p{Lu})/u.test(spelling) ? spelling.slice(4) : undefined;
      if (bare !== undefined) names.push([bare, { key, type, name, known: true, how, score: 0.85, reason }]);
    }
  }
  for (const { name, how, key, country, known: isKnown, doubtful } of countryNames(known)) {
    if (how !== 'demonym' && taken.has(`${key} ${name.toLowerCase()}`)) continue;
    const common = { key, type: 'Country' as const, name: country, known: isKnown, how };
    const reason = {
      name: 'the name of a country',
      demonym: `“${name}” is of ${country}`,
      seat: `“${name}” stands for the government of ${country}`,
    }[how];
    const score = doubtful ? 0.5 : { name: 0.95, demonym: 0.8, seat: 0.6 }[how];
    names.push([name, { ...common, score, reason }]);
  }
  const index = nameIndexOf(names);
  // Other names of a country that are no seat of its government are demonyms: "Norlandic".
  const isDemonym = ([name, { type, how }]: (typeof names)[0]): boolean =>
    how === 'demonym' ||
    (how === 'alias' && type === 'Country' && /^\p{Lu}\p{Ll}+$/u.test(name) && !seatWords.has(fold(name)));
  const adjectives = new Set(names.filter(isDemonym).map(([name]) => name.toLowerCase()));
  const keys = new Map<string, string | undefined>();
  for (const [name, { key }] of names) {
    const folded = fold(name);
    for (const one of new Set([folded, folded.replace(/^the /, '')]))
      keys.set(one, !keys.has(one) || keys.get(one) === key ? key : undefined);
  }
  return {
    keyOf: (folded) => keys.get(folded),
    find: (reading) =>
      index.find(reading).flatMap(({ from, to, values }) => {
        const candidates = [...new Map(values.map(({ value }) => [value.key, value])).values()].sort(
          (a, b) => b.score - a.score || (a.key < b.key ? -1 : 1),
        );
        const [best] = candidates;
        if (best === undefined) return [];
        const [before, after] = [reading.words[from - 1], reading.words[to]];
        const spelled = reading.slice({ start: reading.words[from]?.start ?? 0, end: reading.words[to - 1]?.end ?? 0 });
        if (best.type === 'Country' && seatWords.has(fold(spelled)) && before && places.has(before.lower)) return [];
        const adjective =
          (best.type === 'Country' || best.type === 'Organization') &&
          (adjectives.has(spelled.toLowerCase()) || /^(?:\p{Lu}\.?){2,6}$/u.test(spelled)) &&
          after !== undefined &&
          nouny.has(after.pos) &&
          after.text !== after.text.toUpperCase();
        const one = candidates.length === 1;
        const reason = one ? best.reason : `${best.reason}; ${candidates.length} entities go by it`;
        const score = one ? best.score : Math.min(best.score, 0.5);
        return [{ ...best, from, to, score, reason, adjective, candidates }];
      }),
  };
}
