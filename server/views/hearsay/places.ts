// Where in which articles a relation is stated: the stored places, with their articles and the words there.
import type { ArticleRow } from '../../schema/statements/rows.ts';
import type { ArticleRef, EdgeView, Place } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { ascending, compare, sortedBy } from '../order.ts';
import { textOf } from '../properties.ts';
import { articleRef, asKnown, type Knowing, newestFirst } from './article-ref.ts';

interface StoredPlace {
  article: string;
  start: number;
  end: number;
  quote: string | null;
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The places an edge carries: as `evidence` of "article#start-end the words there", or a mention's starts and ends, or one of its own. */
export function storedPlaces({ source, properties }: EdgeView): StoredPlace[] {
  const words = texts(properties.names);
  const listed = texts(properties.evidence).flatMap((place) => {
    const [, article, start, end, quote] = /^(\S+?)#(\d+)-(\d+)(?: (.*))?$/su.exec(place) ?? [];
    if (article === undefined) return [];
    return [{ article, start: Number(start), end: Number(end), quote: quote ?? null }];
  });
  const ends = texts(properties.ends).map(Number);
  const mentions = texts(properties.starts).map((start, index) => ({
    article: source,
    start: Number(start),
    end: ends[index] ?? Number(start),
    quote: words[index] ?? null,
  }));
  return [...listed, ...mentions];
}

function withWords(place: StoredPlace, ref: ArticleRef, row: ArticleRow): Place {
  const text = textOf(row.properties.text);
  const quote = place.quote ?? (text === null ? null : [...text].slice(place.start, place.end).join(''));
  return { article: ref, start: place.start, end: place.end, quote };
}

/** The places of an edge, newest article first; one in an article that is gone is left out. */
export async function placesOf(store: Reader, edge: EdgeView, filtered: Knowing): Promise<Place[]> {
  const stored = storedPlaces(edge);
  const keys = [...new Set(stored.map((place) => place.article))].sort(compare);
  const rows = (await Promise.all(keys.map((key) => store.read('read/article/one', { key })))).flat();
  const places = stored.flatMap((place) => {
    const row = rows.find((one) => one.key === place.article);
    return row === undefined ? [] : [withWords(place, asKnown(articleRef(row), filtered), row)];
  });
  return sortedBy(places, (place) => [newestFirst(place.article), place.article.key, ascending(place.start)]);
}
