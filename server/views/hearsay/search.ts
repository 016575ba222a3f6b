// Finds entities by the beginnings of their names' words, and what is written by whole words; ranked the same on both engines.
import { fold, foldWords } from '../../schema/fold.ts';
import type { SearchQuery } from '../../schema/query.ts';
import type { NodeView, SearchResult, SearchRow } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { allLabels, checkKnown } from '../kinds.ts';
import { shownLabels } from '../node.ts';
import { sortedBy } from '../order.ts';
import { loadNodes } from './load.ts';

/** Texts that may hold the words are read up to so many; a word found in more is no help in a search. */
const textCandidates = 1000;

/** An alias typed in full is as exact as the name: "Zelensky" means the person before what is named after him. */
function nameScore(name: string, aliases: readonly string[], query: string, words: readonly string[]): number {
  if ([name, ...aliases].some((one) => fold(one) === query)) return 4;
  const inName = foldWords(name);
  return words.every((word) => inName.some((part) => part.startsWith(word))) ? 3 : 2;
}

/** Whether all the words stand in what the record says. */
function holdsWords(node: NodeView, words: readonly string[]): boolean {
  const texts = [node.name, ...Object.values(node.properties)].filter((value) => typeof value === 'string');
  const found = new Set(texts.flatMap(foldWords));
  return words.every((word) => found.has(word));
}

export async function search(store: Store, query: SearchQuery): Promise<SearchResult> {
  checkKnown('types', query.types, allLabels);
  const words = foldWords(query.q);
  if (words.length === 0) return { rows: [] };
  const [named, textKeys] = await Promise.all([
    store.read('read/search-names', { prefixes: words.map((word) => ` ${word}`) }),
    store.searchText(words, textCandidates),
  ]);
  const rows = new Map<string, SearchRow>();
  for (const { key, labels, name, aliases } of named) {
    const score = nameScore(name, aliases ?? [], fold(query.q), words);
    rows.set(key, { key, labels: shownLabels(labels), name, aliases: aliases ?? [], score });
  }
  for (const node of await loadNodes(
    store,
    textKeys.filter((key) => !rows.has(key)),
  )) {
    // An article's body is indexed but not loaded here: of that the engine's word is taken.
    if (node.labels[0] !== 'Article' && !holdsWords(node, words)) continue;
    rows.set(node.key, { key: node.key, labels: node.labels, name: node.name, aliases: [], score: 1 });
  }
  const wanted = [...rows.values()].filter(
    (row) => query.types === undefined || row.labels.some((label) => query.types?.includes(label)),
  );
  return { rows: sortedBy(wanted, (row) => [String(9 - row.score), row.key]).slice(0, query.limit) };
}
