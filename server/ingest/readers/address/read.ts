// Reads the article at a web address: fetched, then read like a file, with where it was and where an archived copy is.
import { FetchRefused } from '../../../errors.ts';
import type { ReadArticle } from '../article/make.ts';
import { readArticle } from '../article/read.ts';
import type { Workshop } from '../article/workshop.ts';
import { given } from '../csv/facts.ts';
import { type FetchLimits, fetchAddress } from './fetch.ts';
import type { Checks } from './request.ts';

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** Throws as fetching and reading do, and FetchRefused where nothing may be fetched. */
export async function readAddress(
  address: string,
  checks: Checks | undefined,
  limits: FetchLimits,
  workshop: Workshop,
): Promise<ReadArticle> {
  if (checks === undefined)
    throw new FetchRefused('This server fetches no web addresses.', {
      detail: 'Whoever runs it may allow it by HEARSAY_FETCH. Save the page and import the file.',
    });
  const { url, archivedUrl, form, charset, bytes } = await fetchAddress(address, checks, limits);
  const { article, notes } = await readArticle({ file: address, bytes, form, declared: charset }, workshop);
  // A page may say that its address is another one of its site, and not one of anybody else's.
  const own = article.url !== undefined && hostOf(article.url) === hostOf(url) ? article.url : url;
  return { article: { ...article, url: own, ...given({ archivedUrl: archivedUrl ?? article.archivedUrl }) }, notes };
}
