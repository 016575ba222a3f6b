// Makes the article out of what a reader found in a file: checked, brought into its form, and hashed.
import { type ArticleText, mostArticleText } from '../../../schema/article-text.ts';
import { Url } from '../../../schema/text.ts';
import { sha256 } from '../../canonical.ts';
import { given } from '../csv/facts.ts';
import { refuse } from '../faults.ts';
import { normalText } from '../text/normal.ts';
import { line } from '../text/shorten.ts';
import { readDate } from './dates.ts';

/** A date as the file has it, and where: "article:published_time". */
export interface FoundDate {
  field: string;
  value: string;
  /** Only when the file was made is known: it was published then or earlier. */
  madeThen?: boolean | undefined;
}
/** What a file says of the article, as it stands there. */
export interface Found {
  text: string;
  title?: string | undefined;
  author?: string | undefined;
  outletName?: string | undefined;
  url?: string | undefined;
  archivedUrl?: string | undefined;
  lang?: string | undefined;
  /** The most reliable first; the first that can be read counts. */
  dates?: readonly FoundDate[] | undefined;
  /** Of what could not be used, and was left aside. */
  notes?: readonly string[] | undefined;
}
export interface ReadArticle {
  article: ArticleText;
  notes: string[];
}

const short = (text: string | undefined, most: number): string | undefined => {
  const words = text === undefined ? '' : line(text.replace(/\p{Cs}/gu, '\ufffd').normalize('NFC'), most);
  return /[\p{L}\p{N}]/u.test(words) ? words : undefined;
};
const shown = (value: string): string => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);

function langOf(value: string | undefined): string | undefined {
  const [, language = '', region] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?\b/i.exec(value?.trim() ?? '') ?? [];
  if (language === '') return undefined;
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}-${region.toUpperCase()}`;
}

function dated(file: string, dates: readonly FoundDate[], notes: string[]): Partial<ArticleText> {
  for (const { field, value, madeThen = false } of dates) {
    const read = readDate(value);
    if (read.is === 'wrong')
      return refuse({ file, field, reason: `${shown(value)} is no date of the calendar; mend it or take it out` });
    if (read.is === 'unknown') {
      notes.push(`${field} is left aside: ${shown(value)} is no date that can be read`);
      continue;
    }
    const { date } = read;
    if (madeThen) return { publishedTo: date, dateBasis: 'inferred', dateNote: `The file was saved then (${field}).` };
    return { publishedFrom: date, publishedTo: date, dateBasis: 'stated' };
  }
  return {};
}

/** Throws InvalidDocument for an article without words, one that is too long, and a date that the calendar does not have. */
export function makeArticle(file: string, found: Found): ReadArticle {
  const notes = [...(found.notes ?? [])];
  const text = normalText(found.text);
  if (!/[\p{L}\p{N}]/u.test(text)) refuse({ file, reason: 'holds no words' });
  if (text.length > mostArticleText) {
    const most = mostArticleText.toLocaleString('en');
    refuse({ file, reason: `holds a text of more than ${most} characters, the most of an article; split it` });
  }
  const address = (value: string | undefined, field: string): string | undefined => {
    if (value === undefined || Url.safeParse(value).success) return value;
    notes.push(`${field} is left aside: ${shown(value)} is no http or https address`);
    return undefined;
  };
  const dates = dated(file, found.dates ?? [], notes);
  const article: ArticleText = {
    text,
    textHash: `sha256:${sha256(text)}`,
    dateBasis: 'unknown',
    ...given({
      title: short(found.title, 500),
      author: short(found.author, 200),
      outletName: short(found.outletName, 200),
      url: address(found.url, 'the address'),
      archivedUrl: address(found.archivedUrl, 'the archived address'),
      lang: langOf(found.lang),
    }),
    ...dates,
  };
  return { article, notes };
}
