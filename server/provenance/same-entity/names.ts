// Takes the names of an entity apart: titles off a person's, its words and sounds, the acronym of an organization's.
import { foldWords } from '../../schema/fold.ts';
import type { EntityType } from '../../schema/key.ts';
import { soundOf } from '../../schema/spelling.ts';

const words = (line: string): ReadonlySet<string> => new Set(line.trim().split(/\s+/));

/** Folded words that stand before a person's name and are none of it. */
const titles = words(`
  mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor foreign defence
  defense deputy secretary general ambassador senator representative rep sen congressman congresswoman governor gov mayor
  king queen prince princess pope father rev reverend judge justice captain capt colonel col lieutenant lt major maj
  sergeant sgt admiral chief spokesman spokeswoman spokesperson former acting the`);
/** Folded words at the end of a person's name that tell generations and degrees. */
const endings = words('jr sr ii iii iv phd md esq');
/** Words of a name that an acronym leaves out, and that tell nothing of whom is meant. */
const small = words('of the and for in on to a an de la le du des und der die das von van et y i');
/** Words that many names of one type have: alone they tell nothing. */
const common: Partial<Record<EntityType, ReadonlySet<string>>> = {
  Organization: words(`ministry department office agency party union council commission committee institute university
    bank company corporation corp inc ltd group association foundation court parliament government national international`),
  Group: words(
    'group party movement council alliance leaders members officials states countries allies sources diplomats',
  ),
  Outlet: words('news times post daily herald journal the online com tv radio press agency'),
  Country: words('republic kingdom federation states state people democratic islamic'),
};

/** One name of an entity as it is compared. */
export interface NameForm {
  /** Folded, without titles: "president volodymyr zelensky" → "volodymyr zelensky". */
  text: string;
  words: readonly string[];
  /** The words by their sounds. */
  sounds: readonly string[];
  /** The sounds with blanks between, and the words in their own order, sorted: compared with very many others. */
  sounded: string;
  sorted: string;
  /** As it is written: for telling an acronym. */
  written: string;
}

export function nameForm(type: EntityType, written: string): NameForm | null {
  let left = foldWords(written);
  if (type === 'Person') {
    while (left.length > 1 && titles.has(left[0] ?? '')) left = left.slice(1);
    while (left.length > 1 && endings.has(left.at(-1) ?? '')) left = left.slice(0, -1);
  } else if (left.length > 1 && left[0] === 'the') left = left.slice(1);
  if (left.length === 0) return null;
  const sounds = left.map(soundOf);
  const texts = { text: left.join(' '), sounded: sounds.join(' '), sorted: [...left].sort().join(' ') };
  return { ...texts, words: left, sounds, written };
}

/** Whether a name is written as letters that stand for words: "NATO", "U.N.", "EU". */
export const isAcronym = ({ written, words: of }: NameForm): boolean =>
  /^(?:\p{Lu}\.?){2,8}$/u.test(written.trim()) && of.join('').length >= 2;

/** The first letters of its words: "North Atlantic Treaty Organization" → "nato"; null for a name of one word. */
export function initials({ words: all }: NameForm): string | null {
  const telling = all.filter((word) => !small.has(word));
  return telling.length < 2 ? null : telling.map((word) => word[0]).join('');
}

/** Whether a word says which one is meant, and not only what kind of thing. */
export const isTelling = (type: EntityType, word: string): boolean =>
  word.length > 2 && !small.has(word) && common[type]?.has(word) !== true;
