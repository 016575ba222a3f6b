// What an HTML page says of its article: schema.org data, Open Graph, other meta tags, links and <time>.
import type { Found, FoundDate } from './make.ts';

/** What of the DOM is needed here. */
export interface Page {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  documentElement: PageElement | null;
}
interface PageElement {
  textContent: string | null;
  getAttribute(name: string): string | null;
}
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** A schema.org value as words: a text, a thing's name, or the names of several. */
function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.flatMap((one) => nameOf(one) ?? []);
    return names.length === 0 ? undefined : names.slice(0, 10).join(', ');
  }
  return isObject(value) ? textOf(value.name) : textOf(value);
}

/** The first article in the page's JSON-LD: NewsArticle, ReportageNewsArticle, BlogPosting and their like. */
function linkedData(page: Page, notes: string[]): Json {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let json: unknown;
    try {
      json = JSON.parse(script.textContent ?? '');
    } catch {
      notes.push('a block of JSON-LD is left aside: it is not well-formed');
      continue;
    }
    const waiting: unknown[] = [json];
    for (let seen = 0; waiting.length > 0 && seen < 1000; seen += 1) {
      const one = waiting.shift();
      if (Array.isArray(one)) waiting.push(...one);
      if (!isObject(one)) continue;
      const types = [one['@type']].flat().map(String);
      if (types.some((type) => /(?:Article|BlogPosting|Report)$/.test(type))) return one;
      if (Array.isArray(one['@graph'])) waiting.push(...one['@graph']);
    }
  }
  return {};
}

function metaOf(page: Page): (...names: string[]) => string | undefined {
  const all = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop')
    )?.toLowerCase();
    const content = textOf(tag.getAttribute('content'));
    if (name !== undefined && content !== undefined && !all.has(name)) all.set(name, content);
  }
  return (...names) => names.map((name) => all.get(name)).find((value) => value !== undefined);
}

/** An address in web.archive.org holds the page's own. */
const archived = /^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(https?:\/\/.+)$/;
/** The page's own address and that of its archived copy, of an address that may be either. */
export function addressesOf(url: string | undefined): Pick<Found, 'url' | 'archivedUrl'> {
  const own = url === undefined ? undefined : archived.exec(url)?.[1];
  return own === undefined ? { url } : { url: own, archivedUrl: url };
}
const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//.test(url);

const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'dc.date.issued',
  'dc.date',
  'date',
  'pubdate',
];

function datesOf(page: Page, data: Json, meta: ReturnType<typeof metaOf>): FoundDate[] {
  const time = page.querySelector(
    'article time[datetime], header time[datetime], time[itemprop="datePublished"], time[pubdate]',
  );
  const found = [
    { field: 'datePublished (JSON-LD)', value: textOf(data.datePublished) },
    ...dateNames.map((name) => ({ field: name, value: meta(name) })),
    { field: '<time datetime>', value: textOf(time?.getAttribute('datetime')) },
  ];
  return found.flatMap(({ field, value }) => (value === undefined ? [] : [{ field, value }]));
}

/** The most telling statement of each fact first: JSON-LD, Open Graph, other meta tags, the page's title. */
export function pageFacts(page: Page): Omit<Found, 'text'> {
  const notes: string[] = [];
  const data = linkedData(page, notes);
  const meta = metaOf(page);
  const author = nameOf(data.author) ?? meta('author', 'byl', 'parsely-author', 'dc.creator', 'article:author');
  const canonical = textOf(page.querySelector('link[rel~="canonical"]')?.getAttribute('href'));
  const memento = textOf(page.querySelector('link[rel~="memento"]')?.getAttribute('href'));
  const urls = [canonical, meta('og:url'), textOf(data.url), nameOf(data.mainEntityOfPage)];
  return {
    title:
      textOf(data.headline) ??
      meta('og:title', 'twitter:title', 'dc.title') ??
      textOf(page.querySelector('title')?.textContent),
    // article:author is the address of a profile as often as a name.
    author: isWeb(author) ? undefined : author,
    outletName: nameOf(data.publisher) ?? meta('og:site_name', 'application-name', 'dc.publisher'),
    lang: page.documentElement?.getAttribute('lang') ?? textOf(data.inLanguage) ?? meta('og:locale'),
    dates: datesOf(page, data, meta),
    notes,
    ...addressesOf(urls.find(isWeb)),
    ...(isWeb(memento) ? { archivedUrl: memento } : {}),
  };
}
