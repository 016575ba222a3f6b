// Tells of a decision that it was made on an earlier text of an article, and what stands in the newest in its place.
import type { EarlierText } from '../schema/curation.ts';
import { compare, distinct, groupBy, inBatches } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader } from '../store/port.ts';

type Place = Rows<'read/curation/places'>[number];

/** The newest texts by the texts before them; where two revise the same, the first by key. */
function newestOf(rows: Rows<'read/curation/revisions'>): (article: string) => string {
  const later = groupBy(rows, ({ earlier }) => earlier);
  return (article) => {
    const seen = new Set<string>();
    let at = article;
    while (!seen.has(at)) {
      seen.add(at);
      at = distinct((later.get(at) ?? []).map((row) => row.later))[0] ?? at;
    }
    return at;
  };
}

/** Of a source that belongs to an article: that and its local id. */
function sourceParts(key: string): { article: string; id: string } | null {
  const [, slug, id] = /^source:([^#]+)#(.+)$/u.exec(key) ?? [];
  return slug === undefined || id === undefined ? null : { article: `article:${slug}`, id };
}

const sourceIn = (article: string, id: string): string => `source:${article.slice('article:'.length)}#${id}`;

/** The assertion of the same claim in the same mode; of several the one in the same words. */
function sameIn(said: readonly Place[], { claim, mode, modality, quote }: Place): Place | undefined {
  const alike = said.filter((one) => one.claim === claim && one.mode === mode && one.modality === modality);
  const [only, ...others] = alike.length < 2 ? alike : alike.filter((one) => one.quote === quote);
  return others.length === 0 ? only : undefined;
}

/** Of sources and assertions, by key, those that belong to a text which a newer one revises. */
export async function earlierTexts(reader: Reader, keys: Iterable<string>): Promise<ReadonlyMap<string, EarlierText>> {
  const found = new Map<string, EarlierText>();
  const rows = await reader.read('read/curation/revisions', {});
  if (rows.length === 0) return found;
  const newest = newestOf(rows);
  const wanted = distinct(keys);
  const isOld = (article: string): boolean => newest(article) !== article;

  const sources = wanted.flatMap((key) => {
    const parts = sourceParts(key);
    return parts === null || !isOld(parts.article)
      ? []
      : [{ key, ...parts, now: sourceIn(newest(parts.article), parts.id) }];
  });
  const there = await inBatches(
    sources.map(({ now }) => now),
    (batch) => reader.read('read/curation/subjects', { keys: batch }),
  );
  const names = new Map(there.map(({ key, name }) => [key, name]));
  for (const { key, article, now } of sources) {
    const name = names.get(now);
    found.set(key, { of: key, article: newest(article), now: name === undefined ? null : { key: now, name } });
  }

  const assertions = wanted.filter((key) => key.startsWith('assertion:'));
  const places = await inBatches(assertions, (batch) => reader.read('read/curation/places', { keys: batch }));
  const old = places.filter(({ article }) => isOld(article));
  const articles = distinct(old.map(({ article }) => newest(article)));
  const said = groupBy(
    await inBatches(articles, (batch) => reader.read('read/curation/said-in', { articles: batch })),
    ({ article }) => article,
  );
  for (const place of old.sort((a, b) => compare(a.article, b.article))) {
    const article = newest(place.article);
    const same = sameIn(said.get(article) ?? [], place);
    const now = same === undefined ? null : { key: same.assertion, name: same.name };
    found.set(place.assertion, { of: place.assertion, article, now });
  }
  return found;
}

/** The member of a decision's view; none where it is on newest texts alone. */
export function withEarlier(
  keys: readonly string[],
  earlier: ReadonlyMap<string, EarlierText>,
): { earlierTexts?: EarlierText[] } {
  const texts = distinct(keys).flatMap((key) => earlier.get(key) ?? []);
  return texts.length === 0 ? {} : { earlierTexts: texts };
}
