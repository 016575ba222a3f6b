// Mentions of known plans, in whatever order the text puts the parts of their names: "inviting Norland to the Union".
import { foldWords } from '../../schema/fold.ts';
import type { Reading } from '../reading/reading.ts';
import type { KnownEntity } from './known.ts';
import type { Mention } from './mention.ts';
import { stemOf } from './stems.ts';

const idle = new Set(
  'a an the of for to in on at by from with and or s its their his her our this that as into before after during immediate formal'.split(
    ' ',
  ),
);
/** Words that may stand between the parts of a name. */
const between = new Set(
  `a an the of for to in on at by from with into s 's ’s its their his her our as potential future eventual possible full
   formal immediate early quick swift join joining become becoming being be state country " “ ” full-fledged proposed planned`.split(
    /\s+/,
  ),
);
interface Name {
  plan: KnownEntity;
  spelling: string;
  /** Parts: keys of entities, and stems of the other words. */
  parts: readonly string[];
  /** The stem that the name is about: the rarest word that is no entity. */
  head: string;
}
/** The most words that one mention of a plan takes. */
const widest = 12;

/** Replaces the entities named in a text by their keys: "Norland's bid" and "Norlandish bid" are alike. */
export type KeyOf = (folded: string) => string | undefined;

function partsOf(spelling: string, keyOf: KeyOf): string[] {
  const words = foldWords(spelling);
  const parts: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const long = [3, 2, 1].find((length) => keyOf(words.slice(at, at + length).join(' ')) !== undefined);
    if (long !== undefined) {
      parts.push(keyOf(words.slice(at, at + long).join(' ')) ?? '');
      at += long - 1;
    } else if (!idle.has(words[at] ?? '')) parts.push(stemOf(words[at] ?? ''));
  }
  return [...new Set(parts)];
}

export interface PlanNames {
  find(reading: Reading, mentions: readonly Mention[]): Mention[];
}

export function planNames(known: readonly KnownEntity[], keyOf: KeyOf): PlanNames {
  const names: Name[] = known.flatMap((plan) => {
    if (plan.type !== 'Plan') return [];
    return [plan.name, ...plan.aliases].flatMap((spelling) => {
      const parts = partsOf(spelling, keyOf);
      const head = parts.filter((part) => !part.includes(':')).at(0);
      // A name of a single common word says nothing where it stands apart; only as it is written is it the plan.
      return head === undefined || parts.length < 2 || parts.length > 8 ? [] : [{ plan, spelling, parts, head }];
    });
  });
  const byHead = new Map<string, Name[]>();
  const frequency = new Map<string, number>();
  for (const { parts } of names) for (const part of parts) frequency.set(part, (frequency.get(part) ?? 0) + 1);
  for (const name of names) {
    const rarest = name.parts
      .filter((part) => !part.includes(':'))
      .reduce((a, b) => ((frequency.get(b) ?? 0) < (frequency.get(a) ?? 0) ? b : a), name.head);
    byHead.set(rarest, [...(byHead.get(rarest) ?? []), { ...name, head: rarest }]);
  }
  return {
    find(reading, mentions) {
      if (byHead.size === 0) return [];
      const parts: (string | undefined)[] = new Array(reading.words.length);
      const cover = new Map<number, Mention>();
      for (const mention of mentions) for (let at = mention.from; at < mention.to; at += 1) cover.set(at, mention);
      for (const [at, word] of reading.words.entries()) {
        const mention = cover.get(at);
        if (mention !== undefined && mention.type !== 'Plan' && mention.type !== 'Event') parts[at] = mention.key;
        else if (word.pos !== 'PUNCT') parts[at] = stemOf(foldWords(word.text).join(''));
      }
      return reading.words.flatMap((_, at) => {
        let best: Mention | undefined;
        for (const name of byHead.get(parts[at] ?? '') ?? []) {
          const place = around(reading, parts, at, name.parts);
          if (place === undefined || (place.lacks > 0 && isOthers(parts, place, name.parts))) continue;
          const { plan, spelling } = name;
          const { key, type, name: called } = plan;
          const { from, to, lacks } = place;
          const reason = `has ${lacks === 0 ? 'all' : 'most'} parts of “${spelling}”`;
          const score = (lacks === 0 ? 0.85 : 0.55) + 0.01 * (name.parts.length - lacks);
          const one = { key, type, name: called, score, reason };
          const others = best?.candidates.filter((other) => other.key !== key) ?? [];
          const wins =
            best === undefined || score > best.score || (score === best.score && to - from < best.to - best.from);
          if (best === undefined || wins)
            best = { ...one, from, to, known: true, candidates: [one, ...others], adjective: false };
          else if (best.key !== key && others.length === best.candidates.length)
            best = { ...best, candidates: [...best.candidates, one] };
        }
        return best === undefined ? [] : [best];
      });
    },
  };
}

/** Whether somebody else stands in or before the words: "Norland's support" is not Westland's. */
const isOthers = (
  parts: readonly (string | undefined)[],
  { from, to }: { from: number; to: number },
  wanted: readonly string[],
): boolean =>
  parts.slice(Math.max(0, from - 2), to).some((part) => part?.includes(':') === true && !wanted.includes(part));

/**
 * A run of words around `at` that holds every part and otherwise only what may stand between. Whose plan it is or whom
 * it concerns may be left out ("the Union invitation"): then `lacks` says how many entities are.
 */
function around(reading: Reading, parts: readonly (string | undefined)[], at: number, wanted: readonly string[]) {
  const sentence = reading.words[at]?.sentence;
  const missing = new Set(wanted);
  missing.delete(parts[at] ?? '');
  let [from, to] = [at, at + 1];
  const take = (index: number): 'part' | 'between' | 'no' => {
    const word = reading.words[index];
    if (word === undefined || word.sentence !== sentence) return 'no';
    if (wanted.includes(parts[index] ?? '')) return 'part';
    return between.has(word.lower) || word.pos === 'ADJ' ? 'between' : 'no';
  };
  const walk = (step: 1 | -1): void => {
    let nouns = 0;
    for (let index = at + step; missing.size > 0 && Math.abs(index - at) < widest; index += step) {
      const found = take(index);
      // "membership invitation": a noun may qualify the one that the name is about.
      if (found === 'no' && step === -1 && reading.words[index]?.pos === 'NOUN' && nouns === 0) {
        nouns += 1;
        continue;
      }
      if (found === 'no') return;
      if (found !== 'part' || !missing.delete(parts[index] ?? '')) continue;
      if (step === 1) to = index + 1;
      else from = index;
      // The whole of a name of several words belongs to it.
      while (
        step === 1 &&
        parts[to] !== undefined &&
        parts[to] === parts[index] &&
        reading.words[to]?.sentence === sentence
      )
        to += 1;
      while (step === -1 && parts[from - 1] === parts[index] && reading.words[from - 1]?.sentence === sentence)
        from -= 1;
    }
  };
  walk(1);
  walk(-1);
  const enough =
    [...missing].every((part) => part.includes(':')) && missing.size <= 1 && wanted.length - missing.size >= 2;
  return enough ? { from, to, lacks: missing.size } : undefined;
}
