// Finds entities by the beginnings of their names' words, and what is written by whole words; ranked the same on both engines.
import { fold, foldWords } from '../../schema/fold.ts';
import type { SearchQuery } from '../../schema/query.ts';
import { soundOf } from '../../schema/spelling.ts';
import type { NodeView, SearchResult, SearchRow } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { allLabels, checkKnown } from '../kinds.ts';
import { shownLabels } from '../node.ts';
import { sortedBy } from '../order.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadNodes } from './load.ts';
import { spelledNames } from './spelled.ts';

/** Texts of one kind that may hold the words are read up to so many; a word found in more is no help in a search. */
const textCandidates = 1000;
/** Records looked up at a time, until there are enough. */
const step = 100;

/** An alias typed in full is as exact as the name: "Zelensky" means the person before what is named after him. */
function nameScore(name: string, aliases: readonly string[], query: string, words: readonly string[]): number {
  if ([name, ...aliases].some((one) => fold(one) === query)) return 4;
  const inName = foldWords(name);
  return words.every((word) => inName.some((part) => part.startsWith(word))) ? 3 : 2;
}

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

/** Those who are called so in another spelling, behind those whose names begin as was typed. */
async function bySpelling(store: Store, query: SearchQuery, words: readonly string[], found: readonly SearchRow[]) {
  const sounds = words.map(soundOf);
  // One or two letters are the beginning of nearly everything.
  if (sounds.every((sound) => sound.length < 3)) return [];
  const known = new Set(found.map((row) => row.key));
  const rows = (await spelledNames(store))
    .filter(({ row, sounds: mine }) => !known.has(row.key) && sounds.every((sound) => begins(mine, sound)))
    .map(({ row: { key, labels, name, aliases } }): SearchRow => {
      return { key, labels: shownLabels(labels), name, aliases: aliases ?? [], score: 2 };
    })
    .filter((row) => query.types === undefined || row.labels.some((label) => query.types?.includes(label)));
  return sortedBy(rows, (row) => [row.key]);
}

const begins = (words: ReadonlySet<string>, beginning: string): boolean =>
  [...words].some((word) => word.startsWith(beginning));

async function byName(store: Store, query: SearchQuery, words: string[], filtered: Filtered | null) {
  const rows = await store.read('read/search-names', { prefixes: words.map((word) => ` ${word}`) });
  const named = rows
    .map(({ key, labels, name, aliases }): SearchRow => {
      const score = nameScore(name, aliases ?? [], fold(query.q), words);
      return { key, labels: shownLabels(labels), name, aliases: aliases ?? [], score };
    })
    .filter((row) => query.types === undefined || row.labels.some((label) => query.types?.includes(label)));
  const sorted = sortedBy(named, (row) => [String(9 - row.score), row.key]);
  const ranked = sorted.length < query.limit ? [...sorted, ...(await bySpelling(store, query, words, sorted))] : sorted;
  if (filtered === null) return ranked.slice(0, query.limit);
  // Who is only mentioned in articles that do not count is not there, as in the graph.
  return firstOf(ranked, query.limit, async (some) => {
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
  const words = foldWords(query.q);
  if (words.length === 0) return { rows: [] };
  const named = await byName(store, query, words, filtered);
  const written = await byText(store, query, words, filtered, query.limit - named.length);
  return { rows: [...named, ...written] };
}
