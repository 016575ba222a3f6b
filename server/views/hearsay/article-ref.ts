// The short form in which every answer names an article.
import type { ArticleRow } from '../../schema/statements/rows.ts';
import type { ArticleRef } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { distinct, sortedBy } from '../order.ts';
import { textOf } from '../properties.ts';
import type { Filtered } from './evidence-filter.ts';

export function articleRef({ key, properties, outlet, outletName }: ArticleRow): ArticleRef {
  const basis = properties.dateBasis;
  return {
    key,
    title: textOf(properties.title),
    held: properties.held === true,
    outlet: outlet === null ? null : { key: outlet, name: outletName ?? outlet },
    publishedFrom: textOf(properties.publishedFrom),
    publishedTo: textOf(properties.publishedTo),
    dateBasis: basis === 'stated' || basis === 'inferred' ? basis : 'unknown',
    url: textOf(properties.url),
  };
}

/** What knows articles as a filter leaves them; null where nothing is left out. */
export type Knowing = Pick<Filtered, 'known'> | null;

/** Its outlet and days only as what counts tells them; its title and address, by which it is found, in any case. */
export function asKnown(ref: ArticleRef, filtered: Knowing): ArticleRef {
  const known = filtered?.known(ref.key);
  if (known === undefined) return ref;
  const { outlet, publishedFrom, publishedTo } = known;
  const isDated = publishedFrom !== null || publishedTo !== null;
  const dateBasis = isDated ? ref.dateBasis : 'unknown';
  return { ...ref, outlet: outlet === null ? null : ref.outlet, publishedFrom, publishedTo, dateBasis };
}

/** The articles that there are among the keys, by key, as they are known under the filter. */
export async function articleRefs(
  store: Reader,
  keys: Iterable<string>,
  filtered: Knowing,
): Promise<Map<string, ArticleRef>> {
  const wanted = distinct(keys);
  const rows = wanted.length === 0 ? [] : await store.read('read/article/refs', { keys: wanted });
  // An article has one outlet; should a database hold two, the first by key is taken, on both engines.
  const sorted = sortedBy(rows, (row) => [row.key, row.outlet ?? '']).reverse();
  return new Map(sorted.map((row) => [row.key, asKnown(articleRef(row), filtered)]));
}

/** A text that sorts newer days first and undated articles last. */
export function newestFirst({ publishedFrom, publishedTo }: ArticleRef): string {
  const digits = (publishedTo ?? publishedFrom ?? '').replace(/[^0-9]/g, '').padEnd(17, '0');
  return [...digits].map((digit) => 9 - Number(digit)).join('');
}

/** Where an article's name is needed: its outlet, or else its title. */
export function sayer(article: { key: string; title: string | null; outlet: string | null }): {
  key: string;
  name: string;
} {
  return { key: article.key, name: article.outlet ?? article.title ?? article.key };
}

/** Sorted by newest article first, then by key. */
export function byNewest<T>(items: readonly T[], of: (item: T) => ArticleRef): T[] {
  return sortedBy(items, (item) => [newestFirst(of(item)), of(item).key]);
}
