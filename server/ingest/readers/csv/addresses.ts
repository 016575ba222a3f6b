// Addresses in a cell: taken apart, and brought to what tells whether two mean one article.
import type { UrlColumn } from '../../../schema/csv-mapping.ts';
import { Url } from '../../../schema/text.ts';
import { sha256 } from '../../canonical.ts';
import type { Columns, Get } from './columns.ts';
import { RowFault } from './faults.ts';
import { slug } from './names.ts';

/** An article by its address; by its title alone where the cell holds no address. */
export interface Address {
  /** What the article's key is made of. */
  identity: string;
  slug: string;
  url?: string;
  archivedUrl?: string;
  host?: string;
  title?: string;
}

/** The Wayback Machine's address of a page holds the page's own. */
const archived = /^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(https?:\/\/.+)$/;

/**
 * Two addresses are of one article where they differ in http or https, "www.", the part after "#" and a stroke at the
 * end alone; the rest may matter to the server there.
 */
export function addressOf(text: string): Address | null {
  const inner = archived.exec(text)?.[1];
  const given = inner ?? text;
  if (!Url.safeParse(given).success) return null;
  const { hostname, port, pathname, search } = new URL(given);
  const host = hostname.replace(/^www\./, '');
  const path = pathname.replace(/\/+$/, '');
  const identity = `${host}${port === '' ? '' : `:${port}`}${path}${search}`;
  const last = slug(path.slice(path.lastIndexOf('/') + 1) || 'page').slice(0, 50);
  const hash = sha256(identity).slice(0, 10);
  return {
    identity,
    slug: `${slug(host.replaceAll('.', ' ')).slice(0, 60)}-${last}-${hash}`.replace(/-{2,}/g, '-'),
    url: given,
    ...(inner === undefined ? {} : { archivedUrl: text }),
    host,
  };
}

/** The addresses in a cell, none where it is empty. Throws RowFault on what is no address, unless the mapping takes titles. */
export function addressGetter(
  { column, separator, other }: UrlColumn,
  columns: Columns,
  place: string,
): Get<Address[]> {
  const cell = columns.cell(column, place);
  return (row) => {
    const parts = cell(row)
      .split(/[\r\n]+/)
      .flatMap((part) => (separator === undefined ? [part] : part.split(separator)));
    const found = new Map<string, Address>();
    for (const part of parts.map((one) => one.replace(/\s+/g, ' ').trim())) {
      if (part === '') continue;
      const address = addressOf(part) ?? (other === 'title' ? { identity: part, slug: slug(part), title: part } : null);
      if (address === null) {
        throw new RowFault({
          column,
          value: part,
          reason:
            'is no http or https address; if there are several in a cell, name their separator in the mapping; "other": "title" takes other words as an article\'s title',
        });
      }
      if (!found.has(address.slug)) found.set(address.slug, address);
    }
    return [...found.values()];
  };
}
