// Finds entities by the beginnings of their names' words, and what is written by whole words; ranked the same on both engines.
import { foldWords } from '../../schema/fold.ts';
import { type Asked, askedFor, type NameRank, nameRank, nameRanks } from '../../schema/name-rank.ts';
import type { SearchQuery } from '../../schema/query.ts';
import type { NodeView, SearchResult, SearchRow } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { allLabels, checkKnown } from '../kinds.ts';
import { shownLabels } from '../node.ts';
import { descending, sortedBy } from '../order.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadNodes } from './load.ts';
import { spelledNames } from './spelled.ts';

/** Texts of one kind that may hold the words are read up to so many; a word found in more is no help in a search. */
const textCandidates = 1000;
/** Records looked up at a time, until there are enough. */
const step = 100;

/** Told with each row; within a score the closer comes first. */
const scores: Readonly<Record<NameRank, number>> = { whole: 4, spelled: 4, start: 3, inner: 3, alias: 2, alike: 2 };
/** Records whose relations are counted to tell which of several that are as close is meant. */
const counted = 500;

/** Whether all the words stand in what the record says. */
function holdsWords(node: NodeView, words: readonly string[]): boolean {
  // An article's body is indexed but not loaded here: of that the engine's word is taken.
  if (node.labels[0] === 'Article') return true;
  const texts = [node.name, ...Object.values(node.properties)].filter((value) => typeof value === 'string');
  const found = new Set(texts.flatMap(foldWords));
  return words.every((word) => found.has(word));
}

/** The first items for which `keep` holds, a step at a time. */
async function firstOf<T, R>(items: readonly T[], most: number, keep: (some: T[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let at = 0; at < items.length && found.length < most; at += step) {
    found.push(...(await keep(items.slice(at, at + step))));
  }
  return found.slice(0, most);
}

/** The closest first; of those as close, what has more relations. */
async function ranked(store: Store, rows: readonly (SearchRow & { rank: NameRank })[]): Promise<SearchRow[]> {
  const place = ({ rank }: { rank: NameRank }): string => String(nameRanks.indexOf(rank));
  const sorted = sortedBy(rows, (row) => [place(row), row.key]);
  const keys = sorted.slice(0, counted).map((row) => row.key);
  const degrees = new Map<string, number>();
  const counts = keys.length > 1 ? await store.read('read/degrees', { keys }) : [];
  for (const { key, count } of counts) degrees.set(key, (degrees.get(key) ?? 0) + count);
  return sortedBy(sorted, (row) => [place(row), descending(degrees.get(row.key) ?? 0), row.key]).map(
    ({ rank: _, ...row }) => row,
  );
}

/** All names are gone through as they are kept: another spelling may be the whole name, and comes before a part of one. */
async function byName(store: Store, query: SearchQuery, asked: Asked, filtered: Filtered | null) {
  const answering = (await spelledNames(store)).flatMap(({ row: { key, labels, name, aliases }, named }) => {
    const rank = nameRank(named, asked);
    if (rank === undefined) return [];
    return { key, labels: shownLabels(labels), name, aliases: aliases ?? [], score: scores[rank], rank };
  });
  const wanted = answering.filter(
    (row) => query.types === undefined || row.labels.some((one) => query.types?.includes(one)),
  );
  const rows = await ranked(store, wanted);
  if (filtered === null) return rows.slice(0, query.limit);
  // Who is only mentioned in articles that do not count is not there, as in the graph.
  return firstOf(rows, query.limit, async (some) => {
    const known = await store.read('read/mentioning', { keys: some.map((row) => row.key) });
    const counts = new Set(
      known.flatMap((row) => (row.curated || row.articles.some((key) => filtered.article(key)) ? row.key : [])),
    );
    return some.filter((row) => counts.has(row.key));
  });
}

/** Claims first: they sum up what articles, assertions and quotes say in so many words. */
const textLabels = ['Claim', 'Article', 'Quote', 'Assertion'];

async function byText(store: Store, query: SearchQuery, words: string[], filtered: Filtered | null, most: number) {
  const wanted = textLabels.filter((label) => query.types?.includes(label) ?? true);
  const rows: SearchRow[] = [];
  for (const label of wanted) {
    if (rows.length >= most) break;
    const found = await store.searchText(words, textCandidates, [label.toLowerCase()]);
    const keys = filtered === null ? found : found.filter((key) => filtered.record(key));
    const nodes = await firstOf(keys, most - rows.length, async (some) =>
      (await loadNodes(store, some)).filter((node) => holdsWords(node, words)),
    );
    rows.push(...nodes.map(({ key, labels, name }) => ({ key, labels, name, aliases: [], score: 1 })));
  }
  return rows;
}

export async function search(store: Store, query: SearchQuery): Promise<SearchResult> {
  checkKnown('types', query.types, allLabels);
  const filtered = await filteredBy(store, query);
  const asked = askedFor(query.q);
  if (!asked) return { rows: [] };
  const words = foldWords(query.q);
  const named = await byName(store, query, asked, filtered);
  const written = await byText(store, query, words, filtered, query.limit - named.length);
  return { rows: [...named, ...written] };
}
