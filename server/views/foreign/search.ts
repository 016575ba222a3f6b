// Search in somebody else's database: its full-text indexes where it has some, and all texts, as far as time allows.
import type { SearchQuery } from '../../schema/query.ts';
import type { Rows } from '../../schema/statements.ts';
import type { SearchResult } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { ifForbidden, ifRefused } from '../database/forbidden.ts';
import { ascending, sortedBy } from '../order.ts';
import { type Captions, captionText } from './captions.ts';
import { toKey } from './convert.ts';
import { searchWords, textPattern } from './pattern.ts';
import { captionsOf } from './profile.ts';

type Row = Rows<'read/foreign/nodes'>[number];

/** Nodes that one statement goes through, and after how long no further one is begun. */
const slices = { neo4j: 50_000, embedded: 5_000 };
const patienceMs = 3_000;
/** Of more than these the best are not looked for. */
const mostFound = 1_000;
const mostIndexes = 8;

interface Wanted {
  words: readonly string[];
  labels: string[];
}

/** Words of Lucene's query language are letters and digits here, in lower case: none of them is an operator. */
async function inIndexes(store: Store, typed: string, { words, labels }: Wanted): Promise<Row[]> {
  if (store.capabilities.engine !== 'neo4j') return [];
  const indexes = await ifForbidden(store.read('read/foreign/text-indexes', {}), () => []);
  const spelled = typed.toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u);
  const query = words
    .map((word, at) => {
      const same = spelled.filter((part) => part !== '')[at];
      return same === undefined || same === word ? `${word}*` : `(${word}* OR ${same}*)`;
    })
    .join(' AND ');
  const found: Row[] = [];
  for (const { name: index } of indexes.slice(0, mostIndexes)) {
    const asked = store.read('read/foreign/text-search', { index, words: query, labels, limit: 100 });
    // One index that is broken does not spoil the search: all texts are gone through besides.
    found.push(...(await ifRefused(asked, () => [])));
  }
  return found;
}

const textsOf = (row: Row): string[] =>
  Object.values(row.properties).flatMap((value) => captionText(value)?.slice(0, 1000) ?? []);

/** Nodes after the first `skip` with a text that holds all words, and how many were gone through. */
async function inSlice(store: Store, skip: number, { words, labels }: Wanted): Promise<Row[]> {
  const pattern = textPattern(words);
  if (store.capabilities.engine === 'neo4j') {
    const scope = { skip, slice: slices.neo4j, limit: mostFound };
    return store.read('read/foreign/search', { pattern: `(?isu)${pattern}`, labels, ...scope });
  }
  const matches = new RegExp(pattern, 'isu');
  const rows = await store.read('read/foreign/slice', { skip, slice: slices.embedded });
  return rows.filter(
    (row) =>
      (labels.length === 0 || row.labels.some((label) => labels.includes(label))) &&
      textsOf(row).some((text) => matches.test(text.normalize('NFKD'))),
  );
}

/** As in Hearsay's own search: 4 the caption itself, 3 how it or words in it begin, 2 a part of it, 1 another text. */
function score(caption: string, words: readonly string[]): number {
  const folded = searchWords(caption).join(' ');
  const word = words.join(' ');
  if (folded === word) return 4;
  if (` ${folded}`.includes(` ${word}`)) return 3;
  return new RegExp(textPattern(words), 'isu').test(caption.normalize('NFKD')) ? 2 : 1;
}

/** The text by which a node was found whose caption does not tell. */
function foundBy(row: Row, words: readonly string[]): string[] {
  const matches = new RegExp(textPattern(words), 'isu');
  const text = textsOf(row).find((one) => matches.test(one.normalize('NFKD')));
  return text === undefined ? [] : [text.length > 80 ? `${text.slice(0, 79)}…` : text];
}

function rowOf(row: Row, captions: Captions, words: readonly string[]): SearchResult['rows'][number] {
  const name = captions.captionOf(row);
  const points = score(name, words);
  return {
    key: toKey(row.id),
    labels: captions.inOrder(row.labels),
    name,
    aliases: points === 1 ? foundBy(row, words) : [],
    score: points,
  };
}

export async function foreignSearch(store: Store, query: SearchQuery): Promise<SearchResult> {
  const wanted = { words: searchWords(query.q), labels: query.types ?? [] };
  if (wanted.words.length === 0) return { rows: [] };
  const end = Date.now() + patienceMs;
  const [captions, counted] = await Promise.all([captionsOf(store), store.read('read/foreign/node-count', {})]);
  const all = counted[0]?.count ?? 0;
  const found = new Map<string, Row>();
  const add = (rows: readonly Row[]): void => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, row);
  };
  add(await inIndexes(store, query.q, wanted));
  const slice = slices[store.capabilities.engine];
  let searched = 0;
  while (searched < all && found.size < mostFound && (searched === 0 || Date.now() < end)) {
    add(await inSlice(store, searched, wanted));
    searched = Math.min(all, searched + slice);
  }
  const rows = [...found.values()].map((row) => rowOf(row, captions, wanted.words));
  const best = sortedBy(rows, (row) => [ascending(9 - row.score), ascending(row.name.length), row.name, row.key]);
  return { rows: best.slice(0, query.limit), ...(searched < all ? { partial: { nodes: searched, of: all } } : {}) };
}
