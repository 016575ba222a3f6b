// Which article a row belongs to, and whom that article names as its source.
import type { ArticleMapping, SourceMapping } from '../../../schema/csv-mapping.ts';
import { type Address, addressGetter } from './addresses.ts';
import type { Columns, Get } from './columns.ts';
import { dateGetter } from './dates.ts';
import { entitiesGetter } from './entities.ts';
import { type ArticleFact, type EntityFact, given, type SourceFact } from './facts.ts';
import { RowFault } from './faults.ts';
import { type Names, slug } from './names.ts';

const hostOutlet = (host: string): EntityFact => ({
  type: 'Outlet',
  key: `outlet:${slug(host.replaceAll('.', ' '))}`,
  name: host,
  url: `https://${host}/`,
});

function outletGetter(
  outlet: ArticleMapping['outlet'],
  columns: Columns,
  names: Names,
): (...args: [Parameters<Get<unknown>>[0], Address | undefined]) => EntityFact | undefined {
  if (outlet === undefined) return () => undefined;
  if (outlet === 'host') return (_, address) => (address?.host === undefined ? undefined : hostOutlet(address.host));
  const get = entitiesGetter(outlet, columns, names, {
    place: 'article.outlet',
    allowed: ['outlet'],
    fallback: 'outlet',
  });
  return (row) => get(row)[0];
}

/** The articles a row belongs to: one by the key, else one for each address. Throws RowFault where there is none. */
export function articlesGetter(mapping: ArticleMapping, columns: Columns, names: Names): Get<ArticleFact[]> {
  const { url } = mapping;
  const keyed = mapping.key === undefined ? undefined : columns.template(mapping.key, 'article.key');
  const titled = mapping.title === undefined ? undefined : columns.template(mapping.title, 'article.title');
  const addresses: Get<Address[]> = url === undefined ? () => [] : addressGetter(url, columns, 'article.url');
  const outletOf = outletGetter(mapping.outlet, columns, names);
  const published = mapping.published && dateGetter(mapping.published, columns, 'article.published');
  const author = mapping.author && columns.words(mapping.author.column, 'article.author');
  return (row) => {
    const found = addresses(row);
    const text = keyed?.(row) ?? '';
    if (text === '' && found.length === 0) {
      throw new RowFault({
        ...(url === undefined ? {} : { column: url.column }),
        reason: 'is empty, so nothing says which article the row belongs to',
      });
    }
    const factOf = (key: string, address: Address | undefined): ArticleFact =>
      given({
        key: `article:${key}`,
        title: titled?.(row) || address?.title,
        url: address?.url,
        archivedUrl: address?.archivedUrl,
        author: author?.(row) || undefined,
        outlet: outletOf(row, address),
        published: published?.(row),
      });
    if (text === '') return found.map((address) => factOf(address.slug, address));
    if (found.length > 1)
      throw new RowFault({
        ...(url === undefined ? {} : { column: url.column }),
        reason: 'holds several addresses, but article.key makes one article of the row; leave the key out',
      });
    const key = names.slug(text);
    names.see(`article:${key}`, text, row.line);
    return [factOf(key, found[0])];
  };
}

/** The source of a row, with the actor it is; undefined where the row names none. */
export function sourceGetter(
  mapping: SourceMapping | undefined,
  columns: Columns,
  names: Names,
): Get<{ source: SourceFact; actor?: EntityFact } | undefined> {
  if (mapping === undefined) return () => undefined;
  const { kind } = mapping;
  const descriptorOf = columns.template(mapping.descriptor ?? '', 'source.descriptor');
  const idOf = columns.template(mapping.id ?? '', 'source.id');
  const allowed = ['person', 'country', 'organization', 'group'] as const;
  const actorsOf = mapping.actor && entitiesGetter(mapping.actor, columns, names, { place: 'source.actor', allowed });
  return (row) => {
    const descriptor = descriptorOf(row);
    const [actor] = actorsOf?.(row) ?? [];
    if (actorsOf === undefined ? descriptor === '' : actor === undefined) return undefined;
    const words = descriptor || (actor?.name ?? actor?.key ?? '');
    const source = given({ kind, descriptor: words, actor: actor?.key, id: idOf(row) || (actor?.key ?? '') });
    return { source, ...(actor === undefined ? {} : { actor }) };
  };
}
