// A surname alone after a full name, in whatever transliteration, and a full name in another spelling.
import { fold, foldWords } from '../../schema/fold.ts';
import { likeness, soundOf } from '../../schema/spelling.ts';
import type { Reading } from '../reading/reading.ts';
import type { KnownEntity } from './known.ts';
import type { Candidate, Mention } from './mention.ts';
import { notNames, titles } from './people-words.ts';

/** The last word of a name, folded. */
const surnameOf = (name: string): string => foldWords(name).at(-1) ?? '';

/** Known people by the sound of their surname. */
export function peopleBySurname(known: readonly KnownEntity[]): ReadonlyMap<string, readonly KnownEntity[]> {
  const map = new Map<string, KnownEntity[]>();
  for (const entity of known) {
    if (entity.type !== 'Person') continue;
    const sound = soundOf(surnameOf(entity.name));
    const list = map.get(sound);
    if (list === undefined) map.set(sound, [entity]);
    else if (list.length < 50) list.push(entity);
  }
  return map;
}

/** A new person's full name that is a known person's in another spelling; the known one is then the first candidate. */
export function respelled(mention: Mention, known: ReadonlyMap<string, readonly KnownEntity[]>): Mention {
  const alike = (known.get(soundOf(surnameOf(mention.name))) ?? []).flatMap(({ key, type, name, aliases }) => {
    const way = [name, ...aliases]
      .map((other) => likeness(other, mention.name))
      .find((one) => one === 'same' || one === 'spelling');
    if (way === undefined) return [];
    const reason = way === 'same' ? 'the same name' : `another spelling of ${name}`;
    return [{ key, type, name, score: way === 'same' ? 0.9 : 0.75, reason }];
  });
  const [first] = alike;
  if (first === undefined) return mention;
  const candidates: Candidate[] = [
    ...alike,
    ...mention.candidates.map((one) => ({ ...one, score: Math.min(one.score, 0.4) })),
  ];
  return { ...mention, ...first, known: true, candidates };
}

/** Adds, for every full name of a person, the places at which its last word stands alone after it. */
export function surnamesAlone(reading: Reading, mentions: readonly Mention[]): Mention[] {
  const owner = new Set<number>();
  for (const { from, to } of mentions) for (let at = from; at < to; at += 1) owner.add(at);
  // Not "the Norlander president": its last word is no part of the name.
  const full = mentions.filter(({ type, name, from, to }) => {
    const last = soundOf(fold(reading.words[to - 1]?.text ?? ''));
    return type === 'Person' && to - from > 1 && last === soundOf(surnameOf(name));
  });
  const bySurname = new Map<string, Mention[]>();
  for (const mention of full) {
    const surname = fold(reading.words[mention.to - 1]?.text ?? '');
    bySurname.set(surname, [...(bySurname.get(surname) ?? []).slice(-20), mention]);
  }
  if (bySurname.size === 0) return [];
  return reading.words.flatMap((word, at) => {
    if (owner.has(at) || !/^\p{Lu}/u.test(word.text)) return [];
    // "Bill Voss" is not Mara Voss: before a surname alone stands no other name.
    const before = reading.words[at - 1];
    const other =
      before?.sentence === word.sentence &&
      /^\p{Lu}\p{Ll}+$/u.test(before.text) &&
      !titles.has(before.lower) &&
      !notNames.has(before.lower);
    if (other && !owner.has(at - 1) && before.pos === 'PROPN') return [];
    const bearers = bySurname.get(fold(word.text))?.filter(({ from }) => from < at || word.sentence > 0) ?? [];
    const keys = [...new Map(bearers.map((one) => [one.key, one])).values()];
    // The one named last before it is meant; where the full name only follows (a headline), that one.
    const bearer = bearers.filter(({ to }) => to <= at).at(-1) ?? keys[0];
    if (bearer === undefined) return [];
    const reason = `the surname of ${bearer.name}, named in full ${bearer.to <= at ? 'before' : 'later'}`;
    const score = keys.length === 1 ? 0.9 : 0.55;
    const candidates = keys
      .map(({ key, type, name }) => ({ key, type, name, score: key === bearer.key ? score : 0.4, reason }))
      .sort((a, b) => b.score - a.score);
    const { key, type, name, known } = bearer;
    return [{ key, type, name, known, score, reason, from: at, to: at + 1, candidates, adjective: false }];
  });
}
