// The claims document of an article that nobody has read for its claims yet: the article with its text, to be reviewed.
import type { ClaimsDocumentInput } from '../../../schema/article.ts';
import type { ArticleText } from '../../../schema/article-text.ts';
import { fold } from '../../../schema/fold.ts';
import { slug } from '../csv/names.ts';

/** What of an address tells one article from another: not how it is reached, nor where the reader came from. */
const addressSlug = (url: string): string =>
  slug(
    url
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/#.*$/, '')
      .replace(/[?&](?:utm_\w+|fbclid|gclid)=[^&]*/g, '')
      .replace(/\/+$/, ''),
  );

/** By its address; else its outlet, day and title; else what there is of them; else its text. */
function keyOf({ url, outletName, publishedFrom, publishedTo, title, textHash }: ArticleText): string {
  if (url !== undefined) return `article:${addressSlug(url)}`;
  const day = (publishedFrom ?? publishedTo)?.slice(0, 10);
  const parts = [outletName, day, title].filter((part) => part !== undefined && fold(part) !== '');
  const hash = textHash.slice('sha256:'.length, 'sha256:'.length + 16);
  if (title === undefined) return `article:text-${hash}`;
  // A headline alone is no article's own: another may have the same.
  return parts.length === 1 ? `article:${slug(title)}-${hash.slice(0, 8)}` : `article:${slug(parts.join(' '))}`;
}

/** The same text with the same facts is the same article; another text under its key is a revision of it. */
export function articleToDocument(read: ArticleText): ClaimsDocumentInput {
  const { outletName, ...about } = read;
  const outlet = outletName === undefined ? undefined : `outlet:${slug(outletName.replace(/^the\s+/i, ''))}`;
  return {
    format: 'hearsay-claims/1',
    article: { key: keyOf(read), ...about, ...(outlet === undefined ? {} : { outlet }) },
    ...(outlet === undefined || outletName === undefined
      ? {}
      : { entities: [{ type: 'Outlet', key: outlet, name: outletName }] }),
  };
}
