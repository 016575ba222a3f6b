// How closely a record's names answer to what is typed: one order for the live search and for exported pages.
import { fold } from './fold.ts';
import { bare, soundOf, spelledAlike } from './spelling.ts';

/** What is typed, made ready to be held against many names. */
export interface Asked {
  /** Folded, without an article at its beginning. */
  text: string;
  words: readonly string[];
  /** By sounds. */
  sound: string;
  sounds: readonly string[];
}

/** Undefined where nothing is asked for. */
export function askedFor(typed: string): Asked | undefined {
  const text = bare(fold(typed));
  if (text === '') return undefined;
  const words = text.split(' ');
  const sounds = words.map(soundOf);
  return { text, words, sound: sounds.join(' '), sounds };
}

/** In the order of an answer, the closest first. */
export const nameRanks = ['whole', 'spelled', 'start', 'inner', 'alias', 'alike'] as const;
/**
 * whole: the name or an alias itself; spelled: one of these in another spelling; start: how the name begins; inner: how
 * words in it begin; alias: how words in its names begin; alike: as before, in another spelling.
 */
export type NameRank = (typeof nameRanks)[number];

/** The names of a record, made ready to be searched: the name first, then the aliases, each without an article before it. */
export interface Named {
  /** Folded. */
  names: readonly string[];
  /** By sounds, in the same order. */
  sounds: readonly string[];
}

export function namedBy(name: string, aliases: readonly string[]): Named {
  const names = [name, ...aliases].map((one) => bare(fold(one)));
  return { names, sounds: names.map(spelledAlike) };
}

/** One or two letters are the beginning of nearly everything, by their sounds. */
const fewest = 3;
/** Whether each begins a word of some of the texts. */
const beginAll = (texts: readonly string[], beginnings: readonly string[]): boolean =>
  beginnings.every((one) => texts.some((text) => text.startsWith(one) || text.includes(` ${one}`)));

/** Undefined where none of the names answers. */
export function nameRank({ names, sounds }: Named, asked: Asked): NameRank | undefined {
  const own = names.slice(0, 1);
  if (names.includes(asked.text)) return 'whole';
  const heard = asked.sounds.some((sound) => sound.length >= fewest);
  if (heard && sounds.includes(asked.sound)) return 'spelled';
  if (own[0]?.startsWith(asked.text)) return 'start';
  if (beginAll(own, asked.words)) return 'inner';
  if (beginAll(names, asked.words)) return 'alias';
  return heard && beginAll(sounds, asked.sounds) ? 'alike' : undefined;
}
