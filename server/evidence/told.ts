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
  // Asked for at once: who waits for one of several in turn waits for all that others ask in between.
  const [rows, ofArticles, outlets, owners, links] = await Promise.all([
    reader.read('evidence/told/articles', {}),
    reader.read('evidence/told/of-articles', {}),
    reader.read('evidence/told/outlets', {}),
    reader.read('evidence/told/owners', {}),
    reader.read('evidence/told/links', {}),
  ]);
  const articles = withOneOutlet(rows);
  ofArticles.sort((a, b) => compare(a.by, b.by));
  owners.sort((a, b) => compare(a.by, b.by));
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
