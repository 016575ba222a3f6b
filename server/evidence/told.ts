// Reads who tells what of articles, outlets and sources, of the whole store.
import { linkName, type PlainArticle, type Testimony } from '../schema/evidence.ts';
import { compare, groupBy } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';

/** An article has one outlet; should a database hold two, the first by key is taken, on both engines. */
function withOneOutlet(rows: readonly PlainArticle[]): Map<string, PlainArticle> {
  const found = new Map<string, PlainArticle>();
  for (const row of rows) {
    const before = found.get(row.article);
    if (before === undefined || (row.outlet ?? '') < (before.outlet ?? '')) found.set(row.article, row);
  }
  return found;
}

export async function readTestimony(reader: Reader): Promise<Testimony> {
  const articles = withOneOutlet(await reader.read('evidence/told/articles', {}));
  const ofArticles = await reader.read('evidence/told/of-articles', {});
  ofArticles.sort((a, b) => compare(a.by, b.by));
  const outlets = await reader.read('evidence/told/outlets', {});
  const owners = await reader.read('evidence/told/owners', {});
  owners.sort((a, b) => compare(a.by, b.by));
  const links = await reader.read('evidence/told/links', {});
  return {
    articles,
    ofArticles: groupBy(ofArticles, ({ article }) => article),
    outlets: new Map(
      outlets.flatMap(({ article, outlet, by }) =>
        by !== null && articles.get(article)?.outlet === outlet ? [[article, by]] : [],
      ),
    ),
    owners: groupBy(owners, ({ outlet }) => outlet),
    links: new Map(
      links.flatMap(({ type, source, target, by }) => (by === null ? [] : [[linkName(type, source, target), by]])),
    ),
  };
}
