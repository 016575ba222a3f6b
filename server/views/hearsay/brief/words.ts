// Numbers, dates and names as a brief writes them.
import type { Badge } from '../../../schema/origins.ts';
import type { Stance } from '../../../schema/stance.ts';
import type { ArticleRef } from '../../../schema/view.ts';

export { listWords } from '../source-words.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** An ISO date of any precision: "24 Oct 2024", "Oct 2024", "2024". */
export function dateWords(iso: string): string {
  const [, year = iso, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso) ?? [];
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined || name === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** "24 Oct 2024", "23 Oct 2024 to 24 Oct 2024, inferred", "undated". */
export function publishedWords({ publishedFrom, publishedTo, dateBasis }: ArticleRef): string {
  const ends = [...new Set([publishedFrom, publishedTo].filter((end) => end !== null).map((end) => dateWords(end)))];
  if (ends.length === 0) return 'undated';
  return `${ends.join(' to ')}${dateBasis === 'inferred' ? ', date inferred' : ''}`;
}

export const inWords = (value: number): string => small[value] ?? String(value);
const plural = (unit: string): string => (/[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`);
/** "three articles", "14 articles", "one country". */
export const countWords = (value: number, unit: string): string =>
  `${inWords(value)} ${value === 1 ? unit : plural(unit)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1–2". */
export const range = ({ originsMin, originsMax }: Pick<Badge, 'originsMin' | 'originsMax'>): string =>
  `${originsMin}–${originsMax}`;

/** "one independent origin", "one to two independent origins", "no independent origin any more". */
export function originsWords(min: number, max: number): string {
  if (max === 0) return 'no origin that still stands';
  return min === max
    ? countWords(max, 'independent origin')
    : `${inWords(min)} to ${countWords(max, 'independent origin')}`;
}

/** "three articles in two outlets and one whose outlet is not named". */
export function articlesWords({ articles, outlets, unnamedOutlets }: Badge): string {
  const named = outlets === 0 ? '' : ` in ${countWords(outlets, 'outlet')}`;
  const unnamed =
    unnamedOutlets === 0
      ? ''
      : `${outlets === 0 ? '' : ` and ${inWords(unnamedOutlets)}`} whose ${unnamedOutlets === 1 ? 'outlet is' : 'outlets are'} not named`;
  return `${countWords(articles, 'article')}${named}${unnamed}`;
}

export const stanceOrder: readonly Stance[] = ['opposes', 'supports', 'noncommittal', 'defers'];
const verbs: Readonly<Record<Stance, [one: string, many: string]>> = {
  opposes: ['opposes it', 'oppose it'],
  supports: ['supports it', 'support it'],
  noncommittal: ['is noncommittal', 'are noncommittal'],
  defers: ['defers to others', 'defer to others'],
};
export const stanceVerb = (stance: Stance, many = false): string => verbs[stance][many ? 1 : 0];
export const stanceHeading: Readonly<Record<Stance, string>> = {
  opposes: 'Opposing',
  supports: 'Supporting',
  noncommittal: 'Noncommittal',
  defers: 'Deferring to others',
};

export const outletName = (article: ArticleRef): string => article.outlet?.name ?? 'an outlet that is not named';

/** "Kyiv Post (24 Oct 2024)"; a report whose outlet is not named goes by its title, or else by its date alone. */
export function articleName(article: ArticleRef): string {
  const when = publishedWords(article);
  if (article.outlet !== null) return `${article.outlet.name} (${when})`;
  return article.title === null
    ? `a report of an outlet that is not named (${when})`
    : `“${article.title}” (outlet not named, ${when})`;
}
