// The counts of origins in figures and in sentences: the badge, what its tooltip says, and notes on how they came about.
import type { Origins } from '../../server/schema/origins.ts';
import { type Counted, standingOf } from '../graph/counted.ts';
import { count, countInWords, formatDate, formatNumber, inWords, listNames } from './format.ts';

type Range = Pick<Counted, 'originsMin' | 'originsMax'>;

/** "1–2", least to most; both are always written. */
export const badgeText = ({ originsMin, originsMax }: Range): string =>
  `${formatNumber(originsMin)}–${formatNumber(originsMax)}`;

/** "1 to 2 independent origins", "1 independent origin". */
export function originsInFigures({ originsMin, originsMax }: Range): string {
  const most = count(originsMax, 'independent origin');
  return originsMin === originsMax ? most : `${formatNumber(originsMin)} to ${most}`;
}

/** "one to two origins", "one origin": for sentences. */
export function originsInWords({ originsMin, originsMax }: Range): string {
  const most = countInWords(originsMax, 'origin');
  return originsMin === originsMax ? most : `${inWords(originsMin)} to ${most}`;
}

/** "3 articles in 2 outlets and 1 whose outlet is not named": what was read, in figures. */
export function readIn(of: Pick<Counted, 'articles' | 'outlets' | 'unnamedOutlets'>): string {
  const named = of.outlets === 0 ? '' : ` in ${count(of.outlets, 'outlet')}`;
  if (of.unnamedOutlets === 0) return `${count(of.articles, 'article')}${named}`;
  const whose = of.unnamedOutlets === 1 ? 'whose outlet is not named' : 'whose outlets are not named';
  if (named === '') return `${count(of.articles, 'article')} ${whose}`;
  return `${count(of.articles, 'article')}${named} and ${formatNumber(of.unnamedOutlets)} ${whose}`;
}

/**
 * The badge's sentence: "3 articles in 3 outlets, resting on 1 to 2 independent origins: Politico (4 officials)."
 * `origins` names each origin, `withdrawn` says what took the support away, where these are known.
 */
export function badgeSentence(
  of: Counted,
  { origins = [], withdrawn = [] }: { origins?: readonly string[]; withdrawn?: readonly string[] } = {},
): string {
  if (standingOf(of) === 'withdrawn')
    return `Support withdrawn: ${withdrawn.length > 0 ? withdrawn.join('; ') : 'nothing that counts says so any longer'}.`;
  const named = origins.length === 0 ? '' : `: ${origins.join(', ')}`;
  return `${readIn(of)}, resting on ${originsInFigures(of)}${named}.${of.contested ? ' Contested.' : ''}`;
}

/** What an article or a source is called, by its key. */
export type Namer = (key: string) => { name: string; published?: string | null };

/** With its day, as one outlet may have several. */
const dated = ({ name, published }: ReturnType<Namer>): string =>
  published ? `${name} (${formatDate(published)})` : name;

const named = (keys: readonly string[], name: Namer): string => listNames(keys.map((key) => name(key).name));

/** Why what was said no longer counts: "Kyiv Post was retracted", "Kyiv Post was corrected by Suspilne". */
export const withdrawals = (
  { retracted, corrected }: Pick<Origins, 'retracted' | 'corrected'>,
  name: Namer,
): string[] => [
  ...retracted.map((key) => `${dated(name(key))} was retracted`),
  ...corrected.map(
    ({ article, by }) => `${dated(name(article))} was corrected by ${listNames(by.map((key) => dated(name(key))))}`,
  ),
];

/** Circular reporting, date conflicts, ends without a source, retractions: each in a sentence of its own. */
export function originNotes(origins: Origins, name: Namer): { title: string; text: string }[] {
  const notes = origins.circular.map((group) => ({
    title: 'Circular reporting',
    text: `${named(group, name)} relay only each other: together they count as one origin.`,
  }));
  for (const { article, relays } of origins.dateConflicts) {
    notes.push({
      title: 'Date conflict',
      text: `${dated(name(article))} relays ${dated(name(relays))}, which is dated later. The link counts all the same.`,
    });
  }
  if (origins.unresolved.length > 0) {
    notes.push({
      title: 'Ends without a source',
      text: `Where the trail ends in ${named(origins.unresolved, name)}, no source is named: such an end counts in the larger number only.`,
    });
  }
  if (origins.retracted.length > 0) {
    notes.push({
      title: 'Retracted',
      text: `What rested on ${named(origins.retracted, (key) => ({ name: dated(name(key)) }))} no longer counts.`,
    });
  }
  for (const { article, by } of origins.corrected) {
    const who = listNames(by.map((key) => dated(name(key))));
    notes.push({
      title: 'Corrected',
      text: `${dated(name(article))} was corrected by ${who}: what rested on that part of it no longer counts.`,
    });
  }
  return notes;
}

/** How many people, documents and outlets of their own stand behind so many origins, and what is left where one owner's outlets are one. */
export function sourcesInWords(of: Pick<Counted, 'sources' | 'originsByOwner' | 'originsMax'>): string {
  const many = formatNumber(of.sources);
  if (of.originsByOwner >= of.originsMax) return many;
  return `${many}; with the outlets of one owner taken as one, at most ${count(of.originsByOwner, 'origin')}`;
}
