// All articles, and one with everything it says and what it does to others.
import { NotFound } from '../../errors.ts';
import { articlesOf, knowNoArticles } from '../../evidence/articles.ts';
import { isReplaced } from '../../provenance/layer.ts';
import { retractedArticles } from '../../provenance/retractions.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { ArticleList, ArticleView, AssertionView } from '../../schema/view.ts';
import type { Reader, Store } from '../../store/port.ts';
import { ascending, sortedBy } from '../order.ts';
import { textOf, toProperties } from '../properties.ts';
import { articleRef, asKnown, byNewest, newestFirst } from './article-ref.ts';
import { assertionsOf } from './assertions.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadNodes, nearest } from './load.ts';

/** With a filter, the articles that count, and of those known only from others the ones that still are. */
export async function articles(store: Store, query: EvidenceQuery): Promise<ArticleList> {
  const [filtered, rows] = await Promise.all([filteredBy(store, query), store.read('read/article/list', {})]);
  const all = rows.map((row) => ({ ...asKnown(articleRef(row), filtered), assertions: row.assertions }));
  const listed =
    filtered === null
      ? all
      : all
          .map((one) => ({ ...one, assertions: filtered.assertionsIn.get(one.key) ?? 0 }))
          .filter((one) => filtered.article(one.key) && (one.held || one.assertions > 0));
  return { articles: byNewest(listed, (article) => article) };
}

/** Throws NotFound with the nearest names where there is no article with this key. */
export async function checkArticle(store: Reader, key: string): Promise<void> {
  const [row] = await store.read('read/article/refs', { keys: [key] });
  if (row === undefined) throw await noArticle(store, key);
}

async function noArticle(store: Reader, key: string): Promise<NotFound> {
  return new NotFound(`No article has the key "${key.slice(0, 200)}".`, {
    nearest: await nearest(store, key, 'article:'),
  });
}

/** What another article says of this one stands only while that other counts; what this one says, unless that is left out. */
function stands({ key, direction }: { key: string; direction: 'in' | 'out' }, filtered: Filtered | null): boolean {
  return filtered === null || (direction === 'in' ? filtered.passes(key) : !filtered.isLeftOut(key));
}

async function relaysOf(store: Reader, key: string, filtered: Filtered | null) {
  const rows = await store.read('read/article/relays', { key });
  const relays = (direction: 'in' | 'out'): ArticleView['relays'] => {
    const wanted = rows.filter((row) => row.direction === direction && stands(row, filtered));
    const found = wanted.map((row) => ({ article: asKnown(articleRef(row), filtered), how: row.how ?? '' }));
    return sortedBy(found, (relay) => [newestFirst(relay.article), relay.article.key, relay.how]);
  };
  return { relays: relays('out'), relayedBy: relays('in') };
}

async function linksOf(store: Reader, key: string, filtered: Filtered | null): Promise<ArticleView['links']> {
  const rows = await store.read('read/article/links', { key });
  const links = rows
    .filter((row) => stands(row, filtered))
    .map((row) => {
      const article = asKnown(articleRef(row), filtered);
      return { type: row.type, direction: row.direction, article, by: row.by, why: row.why };
    });
  return sortedBy(links, (link) => [link.type, link.direction, newestFirst(link.article), link.article.key]);
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

/** What is said in the article itself, in the order of its text. */
async function saidIn(store: Store, key: string, filtered: Filtered | null): Promise<AssertionView[]> {
  const rows = await store.read('read/article/claims', { key });
  const own = new Set(rows.map((row) => row.assertion));
  const claims = rows.map((row) => row.claim);
  const assertions = (await assertionsOf(store, claims, filtered)).filter((one) => own.has(one.key));
  return sortedBy(assertions, (one) => [ascending(one.start ?? Number.MAX_SAFE_INTEGER), one.key]);
}

/**
 * Whether nothing that passes replaces it, or retracts it without being retracted itself. Asked of the articles and
 * not of the index of the evidence, which has none that nothing said leads to.
 */
async function countsAtAll(store: Reader, key: string, filtered: Filtered | null): Promise<boolean> {
  if (filtered !== null && !filtered.article(key)) return false;
  const passes = (other: string): boolean => filtered === null || filtered.passes(other);
  const rows = await articlesOf(store, knowNoArticles(), [key]);
  const known = new Map(
    rows.map((row) => [
      row.article,
      { ...row, revisedBy: row.revisedBy.filter(passes), retractedBy: row.retractedBy.filter(passes) },
    ]),
  );
  return !isReplaced(known.get(key)) && !retractedArticles(known).has(key);
}

/** With all that it says, and what it does to others and they to it. Throws NotFound with the nearest names. */
export async function article(store: Store, key: string, query: EvidenceQuery): Promise<ArticleView> {
  const [filtered, [row]] = await Promise.all([filteredBy(store, query), store.read('read/article/one', { key })]);
  if (row === undefined) throw await noArticle(store, key);
  const [assertions, { relays, relayedBy }, mentions, links, counts] = await Promise.all([
    saidIn(store, key, filtered),
    relaysOf(store, key, filtered),
    mentionsOf(store, key),
    linksOf(store, key, filtered),
    countsAtAll(store, key, filtered),
  ]);
  return {
    article: asKnown(articleRef(row), filtered),
    properties: toProperties(row.properties, ['key', 'text']),
    text: textOf(row.properties.text),
    assertions,
    relays,
    relayedBy,
    mentions,
    links,
    counts,
  };
}
