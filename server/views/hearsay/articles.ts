// All articles, and one with everything it says.
import { NotFound } from '../../errors.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { ArticleList, ArticleView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { ascending, sortedBy } from '../order.ts';
import { textOf, toProperties } from '../properties.ts';
import { articleRef, byNewest, newestFirst } from './article-ref.ts';
import { assertionsOf } from './assertions.ts';
import { filteredBy } from './evidence-filter.ts';
import { loadNodes, nearest } from './load.ts';

/** With a filter, the articles that count, and of those known only from others the ones that still are. */
export async function articles(store: Reader, query: EvidenceQuery): Promise<ArticleList> {
  const [filtered, rows] = await Promise.all([filteredBy(store, query), store.read('read/article/list', {})]);
  const all = rows.map((row) => ({ ...articleRef(row), assertions: row.assertions }));
  const listed =
    filtered === null
      ? all
      : all
          .map((one) => ({ ...one, assertions: filtered.assertionsIn.get(one.key) ?? 0 }))
          .filter((one) => filtered.article(one.key) && (one.held || one.assertions > 0));
  return { articles: byNewest(listed, (article) => article) };
}

async function relaysOf(store: Reader, key: string, direction: 'in' | 'out'): Promise<ArticleView['relays']> {
  const rows = (await store.read('read/article/relays', { key })).filter((row) => row.direction === direction);
  const relays = rows.map((row) => ({ article: articleRef(row), how: row.how ?? '' }));
  return sortedBy(relays, (relay) => [newestFirst(relay.article), relay.article.key, relay.how]);
}

async function mentionsOf(store: Reader, key: string): Promise<ArticleView['mentions']> {
  const rows = await store.read('read/article/mentions', { key });
  const spans = new Map(
    rows.map((row) => [
      row.key,
      (row.starts ?? []).map((start, index) => ({ start, end: row.ends?.[index] ?? start })),
    ]),
  );
  const nodes = await loadNodes(store, spans.keys());
  return nodes.map((node) => ({
    node,
    spans: (spans.get(node.key) ?? []).sort((a, b) => a.start - b.start || a.end - b.end),
  }));
}

/** Its assertions by their place in it. Throws NotFound with the nearest names. */
export async function article(store: Reader, key: string): Promise<ArticleView> {
  const [row] = await store.read('read/article/one', { key });
  if (row === undefined) {
    throw new NotFound(`No article has the key "${key.slice(0, 200)}".`, {
      nearest: await nearest(store, key, 'article:'),
    });
  }
  const claims = await store.read('read/article/claims', { key });
  const own = new Set(claims.map((claim) => claim.assertion));
  const assertions = (
    await assertionsOf(
      store,
      claims.map((claim) => claim.claim),
    )
  ).filter((one) => own.has(one.key));
  return {
    article: articleRef(row),
    properties: toProperties(row.properties, ['key', 'text']),
    text: textOf(row.properties.text),
    assertions: sortedBy(assertions, (one) => [ascending(one.start ?? Number.MAX_SAFE_INTEGER), one.key]),
    relays: await relaysOf(store, key, 'out'),
    relayedBy: await relaysOf(store, key, 'in'),
    mentions: await mentionsOf(store, key),
  };
}
