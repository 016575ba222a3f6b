// The text of a Markdown file without its marks, and the facts of the front matter above it.
import { Marked } from 'marked';
import { parseDocument } from 'yaml';
import { refuse } from '../faults.ts';
import { fragmentText } from './html.ts';
import type { Found } from './make.ts';

const fence = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const names: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'headline'],
  author: ['author', 'authors', 'byline'],
  outletName: ['outlet', 'publisher', 'publication', 'site', 'source'],
  url: ['url', 'link', 'canonical', 'canonical_url'],
  archivedUrl: ['archivedurl', 'archived', 'archive', 'archived_url'],
  lang: ['lang', 'language'],
  date: ['date', 'published', 'publisheddate', 'publication_date', 'publishedfrom'],
};

const words = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return value.flatMap((one) => words(one) ?? []).join(', ') || undefined;
  if (value !== null && typeof value === 'object') return words((value as Record<string, unknown>).name);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;
};

/** Throws InvalidDocument with the line where the front matter is no YAML. */
function frontMatter(file: string, yaml: string): Record<string, unknown> {
  // As texts: a date that YAML made into a moment could no longer be told from one that is wrong.
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = yaml.slice(0, error.pos[0]).split('\n').length + 1;
    refuse({ file, line, field: 'front matter', reason: `is no YAML (${error.message})` });
  }
  const found: unknown = document.toJS({ maxAliasCount: 50 });
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
}

/** The first heading of the first level, without the marks that may close it; a mark that ends a word is the word's. */
function headingIn(markdown: string): string | undefined {
  const line = /^#[^\S\n]+(\S.*)$/m.exec(markdown)?.[1]?.trimEnd();
  const open = line?.replace(/(?<!#)#+$/, '');
  return open === undefined || /\S$/.test(open) ? line : open.trimEnd() || undefined;
}

/** CommonMark with tables; front matter in YAML. HTML in it is read as HTML: scripts are left out. */
export function readMarkdown(file: string, markdown: string): Found {
  const [head, yaml] = fence.exec(markdown) ?? ['', undefined];
  const facts = yaml === undefined ? {} : frontMatter(file, yaml);
  const given = new Map(Object.entries(facts).map(([name, value]) => [name.toLowerCase(), words(value)]));
  const fact = (name: string) => names[name]?.map((one) => given.get(one)).find((value) => value !== undefined);
  const date = fact('date');
  const html = new Marked({ async: false, gfm: true }).parse(markdown.slice(head.length)) as string;
  const text = fragmentText(html);
  const heading = headingIn(markdown.slice(head.length));
  return {
    text,
    title: fact('title') ?? heading,
    author: fact('author'),
    outletName: fact('outletName'),
    url: fact('url'),
    archivedUrl: fact('archivedUrl'),
    lang: fact('lang'),
    dates: date === undefined ? [] : [{ field: 'front matter, date', value: date }],
  };
}
