// What many edges rest on, in short: origins and words for each, computed for some of them at a time.

import { revisionOf, together } from '../../evidence/settled.ts';
import { supportsOf } from '../../provenance/edges.ts';
import { parseEdgeKey } from '../../schema/edge-key.ts';
import { DerivedType, type EvidenceAssertion } from '../../schema/evidence.ts';
import { type EdgeGrounds, type GroundsPart, groundLimits } from '../../schema/grounds.ts';
import { batches } from '../../schema/lists.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { ArticleRef, AssertionView, EdgeView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { distinct, sortedBy } from '../order.ts';
import { articleRefs, newestFirst } from './article-ref.ts';
import { assertionsOf } from './assertions.ts';
import { originNames } from './derivation.ts';
import { countedBy, type Filtered, filteredBy } from './evidence-filter.ts';
import { storedPlaces } from './places.ts';

/** Edges of which the store is asked at once. */
const atOnce = 100;

type Said = EdgeGrounds['said'][number];
interface Told {
  edges: EdgeGrounds[];
  articles: ArticleRef[];
}

/** How the evidence counts: `filtered` is null where the filter leaves out nothing. */
interface Counting {
  counted: Filtered;
  filtered: Filtered | null;
}

function shortened(words: string): string {
  const letters = [...words];
  return letters.length <= groundLimits.words
    ? words
    : `${letters
        .slice(0, groundLimits.words - 1)
        .join('')
        .trimEnd()}…`;
}

const saidBy = ({ article, quote, wording, reconstructed }: AssertionView): Said => {
  const words = quote ?? wording;
  return { article: article.key, words: words === null ? null : shortened(words), reconstructed };
};

interface Derived {
  key: string;
  type: DerivedType;
  under: readonly EvidenceAssertion[];
}

async function derivedGrounds(store: Store, edges: readonly Derived[], { counted, filtered }: Counting): Promise<Told> {
  const claims = distinct(edges.flatMap(({ under }) => under.map(({ claim }) => claim)));
  const supports = edges.map(({ type, under }) => supportsOf(type, under));
  const [origins, assertions] = await Promise.all([
    originNames(store, counted.index, supports),
    assertionsOf(store, claims, filtered),
  ]);
  const shown = assertions.filter((one) => one.counts);
  const place = new Map(shown.map((one, index) => [one.key, index]));
  return {
    articles: shown.map(({ article }) => article),
    edges: edges.map(({ key, under }, index) => ({
      edge: key,
      origins: (origins[index] ?? []).map(({ name, onWordOf, title }) => ({ name, onWordOf, title })),
      said: under
        .flatMap(({ assertion }) => place.get(assertion) ?? [])
        .sort((a, b) => a - b)
        .map((at) => saidBy(shown[at] as AssertionView)),
    })),
  };
}

/** The stated relations among these keys, as they are stored. */
async function storedEdges(store: Store, keys: readonly string[]): Promise<EdgeView[]> {
  const names = keys.flatMap((key) => parseEdgeKey(key) ?? []);
  if (names.length === 0) return [];
  const ends = distinct(names.flatMap(({ source, target }) => [source, target]));
  const types = distinct(names.map(({ type }) => type));
  const rows = await store.read('read/edges-among', { keys: ends, types });
  const wanted = new Set(keys);
  return edgeViews(rows).filter(({ key }) => wanted.has(key));
}

async function statedGrounds(store: Store, edges: readonly EdgeView[], { filtered }: Counting): Promise<Told> {
  const standing = edges.map((edge) => ({ edge, stands: filtered?.relation(edge) ?? true }));
  const places = standing.map(({ edge, stands }) => (stands ? storedPlaces(edge) : []));
  // A relation that names its articles without a place is stated there all the same.
  const stating = standing.map(({ edge, stands }) => {
    const { articles } = edge.properties;
    return stands && Array.isArray(articles) ? articles.map(String) : [];
  });
  const refs = await articleRefs(store, [...places.flat().map(({ article }) => article), ...stating.flat()], filtered);
  const counts = (key: string): boolean => refs.has(key) && (filtered?.passes(key) ?? true);
  return {
    articles: [...refs.values()],
    edges: edges.map(({ key }, index) => {
      const placed: Said[] = (places[index] ?? []).map(({ article, quote }) => ({
        article,
        words: quote === null ? null : shortened(quote),
        reconstructed: false,
      }));
      const bare = (stating[index] ?? []).filter((article) => !placed.some((one) => one.article === article));
      const said = [...placed, ...bare.map((article): Said => ({ article, words: null, reconstructed: false }))];
      const known = said.filter(({ article }) => counts(article));
      const day = ({ article }: Said): string => newestFirst(refs.get(article) as ArticleRef);
      return { edge: key, origins: [], said: sortedBy(known, (one) => [day(one), one.article, one.words ?? '']) };
    }),
  };
}

/** The grounds of some edges in the order of the keys; a key of which there is no edge is left out. */
async function groundsOf(store: Store, keys: readonly string[], counting: Counting): Promise<Told> {
  const derived = keys.flatMap((key): Derived[] => {
    const found = counting.counted.under.get(key);
    return found === undefined ? [] : [{ key, type: found.edge.type, under: found.assertions }];
  });
  const known = new Set(derived.map(({ key }) => key));
  const stored = await storedEdges(
    store,
    keys.filter((key) => !known.has(key)),
  );
  const isDerived = ({ type }: EdgeView): boolean => DerivedType.safeParse(type).success;
  const [one, other] = await Promise.all([
    derivedGrounds(store, derived, counting),
    statedGrounds(
      store,
      stored.filter((edge) => !isDerived(edge)),
      counting,
    ),
  ]);
  // A derived edge of which the filter leaves nothing is there, and rests on nothing.
  const bare = stored.filter(isDerived).map(({ key }): EdgeGrounds => ({ edge: key, origins: [], said: [] }));
  const found = new Map([...one.edges, ...other.edges, ...bare].map((edge) => [edge.edge, edge]));
  return {
    articles: [...one.articles, ...other.articles],
    edges: distinctInOrder(keys).flatMap((key) => found.get(key) ?? []),
  };
}

const distinctInOrder = (keys: readonly string[]): string[] => [...new Set(keys)];

async function* parts(
  store: Store,
  keys: readonly string[],
  query: EvidenceQuery,
  revision: number,
): AsyncGenerator<GroundsPart, void, void> {
  const told = new Set<string>();
  const missing: string[] = [];
  let edges = 0;
  for (const batch of batches(keys, atOnce)) {
    const found = await together(store, async () => {
      const counting = { counted: await countedBy(store, query), filtered: await filteredBy(store, query) };
      return groundsOf(store, batch, counting);
    });
    const used = new Set(found.edges.flatMap(({ said }) => said.map(({ article }) => article)));
    const fresh = new Map(found.articles.map((article) => [article.key, article]));
    const articles = [...fresh.values()].filter(({ key }) => used.has(key) && !told.has(key));
    for (const { key } of articles) told.add(key);
    const there = new Set(found.edges.map(({ edge }) => edge));
    missing.push(...batch.filter((key) => !there.has(key)));
    edges += found.edges.length;
    yield { articles, edges: found.edges };
  }
  yield { end: { edges, missing, changed: (await revisionOf(store)) !== revision } };
}

/** Errors: those of the filter, before anything is sent. */
export async function grounds(
  store: Store,
  keys: readonly string[],
  query: EvidenceQuery,
): Promise<AsyncGenerator<GroundsPart, void, void>> {
  const revision = await revisionOf(store);
  await countedBy(store, query);
  return parts(store, distinctInOrder(keys), query, revision);
}
