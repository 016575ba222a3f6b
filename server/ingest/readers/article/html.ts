// The readable text of an HTML page, by Mozilla's Readability, with what the page says of it.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decode } from '../text/decode.ts';
import { blockText, type TreeNode } from './blocks.ts';
import { declaredCharset } from './charset.ts';
import type { Found } from './make.ts';
import { type Page, pageFacts } from './page-facts.ts';

/** Elements of a page; a news page has a few thousand. */
const mostElements = 200_000;

/** Elements within each other; a page has some dozens, and the parsers take the square of this in time. */
const mostDeep = 400;
/** Those that need no end of their own, so that counting them would count what stands side by side. */
const unended = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup'.split(
    ' ',
  ),
);

/** How deep the tags nest, by counting them; comments and scripts are small beside that. */
function depthOf(html: string): number {
  let deep = 0;
  let deepest = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (unended.has(name.toLowerCase())) continue;
    deep = end === '/' ? Math.max(0, deep - 1) : deep + 1;
    if (deep > deepest) deepest = deep;
  }
  return deepest;
}

/** A document as the parser wants it: fragments get a body. */
export function parsePage(html: string) {
  if (/<(?:html|body)[\s>]/i.test(html)) {
    const { document } = parseHTML(html);
    // Where the tag stands in a comment, a script or a damaged tag there may be no element at all.
    if (document.documentElement !== null) return document;
  }
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

/** What Readability takes for the article; null where it finds none, or stumbles over a damaged page. */
function readable(document: ReturnType<typeof parsePage>) {
  try {
    const options = { maxElemsToParse: mostElements, serializer: (element: unknown) => element as TreeNode };
    return new Readability<TreeNode>(document as never, options).parse();
  } catch (error) {
    // A limit is told; what it has not reckoned with is read as a whole page.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The text of a fragment that another reader has made, with every element that a reader sees. */
export function fragmentText(html: string): string {
  const { body } = parsePage(html);
  return blockText(body as unknown as TreeNode);
}

/** Throws an Error where the page has more elements than any article's, or nests them deeper. */
export function readHtml(html: string): Found {
  const deep = depthOf(html);
  if (deep > mostDeep) throw new Error(`its elements nest ${deep} deep`);
  const document = parsePage(html);
  const page = document as unknown as Page;
  const facts = pageFacts(page);
  const whole = (): string =>
    blockText((document.body ?? document.documentElement) as unknown as TreeNode, { bare: true });
  // Readability takes the tree apart, so what it may fail on is read before.
  const all = whole();
  const article = readable(document);
  const found = article?.content ? blockText(article.content, { bare: true }) : '';
  return {
    ...facts,
    text: found.trim() === '' ? all : found,
    title: facts.title ?? article?.title ?? undefined,
    author: facts.author ?? article?.byline ?? undefined,
    outletName: facts.outletName ?? article?.siteName ?? undefined,
    lang: facts.lang ?? article?.lang ?? undefined,
  };
}

export const readHtmlFile = (file: string, bytes: Uint8Array, encoding?: string, declared?: string): Found =>
  readHtml(decode({ file, bytes, encoding, declared: declared ?? declaredCharset(bytes) }));
