// The text of a PDF, its lines joined into paragraphs, and what its properties say.
import { getDocumentProxy, getMeta } from 'unpdf';
import { mostArticleText } from '../../../schema/article-text.ts';
import { refuse } from '../faults.ts';
import type { Found } from './make.ts';

const mostPages = 2000;

interface Item {
  str: string;
  hasEOL: boolean;
  height: number;
  transform: number[];
}
interface Line {
  words: string;
  /** Of its baseline, upwards from the page's foot. */
  y: number;
  height: number;
}

function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let current: Line | undefined;
  for (const { str, hasEOL, height, transform } of items) {
    const y = transform[5] ?? 0;
    if (str !== '') {
      current ??= { words: '', y, height };
      current.words += str;
      current.height = Math.max(current.height, height);
    }
    if (!hasEOL || current === undefined) continue;
    lines.push(current);
    current = undefined;
  }
  if (current !== undefined) lines.push(current);
  return lines.filter(({ words }) => words.trim() !== '');
}

/** The usual distance of one line from the next on a page. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map(({ y }, at) => (lines[at]?.y ?? y) - y)
    .filter((gap) => gap > 0);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/** Lines joined into paragraphs: a new one begins after a wider gap, or upwards, as in the next column. */
function paragraphs(lines: readonly Line[]): string {
  const usual = usualGap(lines);
  let text = '';
  lines.forEach(({ words, y, height }, at) => {
    const before = lines[at - 1];
    const line = words.trim();
    if (before === undefined) text = line;
    else {
      const gap = before.y - y;
      const isNew = gap > Math.max(usual * 1.35, height * 1.6) || gap < -height;
      const isHyphenated = !isNew && /\p{Ll}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line);
      if (isHyphenated) text = `${text.slice(0, -1)}${line}`;
      else text += `${isNew ? '\n\n' : ' '}${line}`;
    }
  });
  return text;
}

/** "D:20260302101500+01'00'" → "2026-03-02T10:15:00+01:00". */
function dateOf(value: unknown): string | undefined {
  const [, year, month = '01', day = '01', hour, minute = '00', second = '00', zone = ''] =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2}(?:'?\d{2})?)?/.exec(String(value ?? '')) ?? [];
  if (year === undefined) return undefined;
  const time =
    hour === undefined ? '' : `T${hour}:${minute}:${second}${zone.replace("'", ':').replace(/^([+-]\d{2})$/, '$1:00')}`;
  return `${year}-${month}-${day}${time}`;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(file: string, bytes: Uint8Array): Promise<Proxy> {
  try {
    // Fonts are not drawn, and nothing of the file is run.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException')
      return refuse({ file, reason: 'is encrypted; save a copy of it without a password and import that' });
    return refuse({ file, reason: `is no PDF that can be read (${message.replace(/\.$/, '')})` });
  }
}

/** Throws InvalidDocument for what is no PDF, is encrypted, holds no text, or has more pages than an article. */
export async function readPdf(file: string, bytes: Uint8Array): Promise<Found> {
  const pdf = await open(file, bytes);
  const { numPages } = pdf;
  if (numPages > mostPages)
    refuse({ file, reason: `has ${numPages.toLocaleString('en')} pages; at most ${mostPages} are read: split it` });
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= numPages && length <= mostArticleText; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const found = paragraphs(linesOf(items.filter((item) => 'str' in item) as Item[]));
    length += found.length;
    pages.push(found);
    page.cleanup();
  }
  const whole = pages.filter((page) => page !== '').join('\n\n');
  if (whole.trim() === '') {
    const reason = `holds no text on its ${numPages === 1 ? 'page' : `${numPages} pages`}: it is pictures of text; have it recognised first (OCR) and import that`;
    refuse({ file, reason });
  }
  const info = (await getMeta(pdf).catch(() => null))?.info ?? {};
  const made = dateOf(info.ModDate ?? info.CreationDate);
  const language = (await pdf.getMetadata().catch(() => null))?.info as { Language?: unknown } | undefined;
  return {
    text: whole,
    title: text(info.Title),
    author: text(info.Author),
    lang: text(language?.Language),
    dates: made === undefined ? [] : [{ field: 'last saved (PDF properties)', value: made, madeThen: true }],
  };
}
