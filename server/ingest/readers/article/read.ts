// Reads an article out of a file, by what its name or media type says it is.
import { type ArticleForm, articleForms } from '../../../schema/article-text.ts';
import { refuse } from '../faults.ts';
import { decode } from '../text/decode.ts';
import { makeArticle, type ReadArticle } from './make.ts';
import type { Workshop } from './workshop.ts';

export interface ArticleFile {
  /** Named in the faults. */
  file: string;
  bytes: Uint8Array;
  form: ArticleForm;
  /** What the person says its characters are encoded in. */
  encoding?: string | undefined;
  /** What its address says. */
  declared?: string | undefined;
}

const byEnding: Readonly<Record<string, ArticleForm>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
};
/** The media types of articles that are taken over HTTP. */
export const articleTypes: Readonly<Record<string, ArticleForm>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** The form that a file's name tells; undefined where it is no article's. */
export function formOfName(name: string): ArticleForm | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
}

const begins = (bytes: Uint8Array, mark: string): boolean =>
  [...mark].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** The form by the first bytes where these are unmistakable: a PDF is one whatever its name says. */
function formOfBytes(bytes: Uint8Array): ArticleForm | undefined {
  if (begins(bytes, '%PDF-')) return 'pdf';
  return begins(bytes, 'PK\u0003\u0004') ? 'docx' : undefined;
}

/** Throws InvalidDocument for a file that cannot be read as an article, with the place and the way out. */
export async function readArticle(
  { file, bytes, form: named, encoding, declared }: ArticleFile,
  workshop: Workshop,
): Promise<ReadArticle> {
  if (bytes.length === 0) refuse({ file, reason: 'is empty' });
  const form = formOfBytes(bytes) ?? named;
  if (form !== 'text') return workshop.read({ file, form, bytes, encoding, declared });
  const text = decode({ file, bytes, encoding, declared });
  return makeArticle(file, { text, title: headlineOf(text) });
}

const longestHeadline = 200;

/** The first line of a plain text where it looks like a headline: short, not ended like a sentence, and more follows. */
export function headlineOf(text: string): string | undefined {
  const [first = '', ...rest] = text.trim().split(/\r\n?|\n/);
  const line = first.trim();
  const isOne = line.length <= longestHeadline && /^[\p{Lu}\p{N}"“‘«']/u.test(line) && !/[.,;:…]["”’»']?$/u.test(line);
  return isOne && line.split(/\s+/).length > 2 && rest.some((other) => other.trim() !== '') ? line : undefined;
}

export const isArticleForm = (form: string): form is ArticleForm => articleForms.some((one) => one === form);
