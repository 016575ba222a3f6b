// What is left when only some articles and sources count: computed from the evidence for this answer, nothing is written.
import { allEvidence } from '../../evidence/load.ts';
import { contestedClaims, contradictionsOf, type LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import { isPublishedBy } from '../../provenance/days.ts';
import { assertionsByEdge, deriveEdges, edgeId } from '../../provenance/edges.ts';
import { type EvidenceIndex, indexEvidence } from '../../provenance/evidence-index.ts';
import { type EvidenceFilter, filterEvidence, takesArticle } from '../../provenance/filter.ts';
import type { DerivedEdge, Evidence, EvidenceAssertion } from '../../schema/evidence.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { Reader, Store } from '../../store/port.ts';
import { groupBy } from '../order.ts';
import { textOf } from '../properties.ts';
import { filterName, filterOf, isOpen } from './filter-query.ts';

export interface Filtered {
  readonly filter: EvidenceFilter;
  /** What counts, and what is known of what it points to. */
  readonly evidence: Evidence;
  readonly index: EvidenceIndex;
  readonly derived: readonly DerivedEdge[];
  /** Those of them that start or end at a record. */
  derivedAt(key: string): readonly DerivedEdge[];
  /** The one with this key. */
  derivedBy(key: string): DerivedEdge | undefined;
  /** The assertions under one, by its key, those that are withdrawn too. */
  assertionsUnder(key: string): readonly EvidenceAssertion[];
  readonly contradictions: readonly LedgerEntry[];
  /** How many assertions the filter leaves each article, by its key. */
  readonly assertionsIn: ReadonlyMap<string, number>;
  /** Whether an article passes by itself, whatever becomes of it by others. */
  passes(article: string): boolean;
  /** Whether it is left out by its key, its outlet or their grade: then what relays it falls too. */
  isLeftOut(article: string): boolean;
  /** Whether an article counts. */
  article(key: string): boolean;
  /** Whether a record counts: what is no part of the evidence always does. */
  record(key: string): boolean;
  /** Whether an asserted relation stands: it is shared knowledge, or one of the articles that state it counts. */
  relation(edge: { readonly properties: Readonly<Record<string, unknown>> }): boolean;
}

/** Computes once, when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let value: { is: T } | undefined;
  return () => {
    value ??= { is: compute() };
    return value.is;
  };
}

/** Which articles are left out by name or grade, and which pass: of the others those in time and in the case. */
interface Passing {
  leftOut: ReadonlySet<string>;
  passes: ReadonlySet<string>;
}

/** Asked of all articles: the evidence has only those that something said leads to. */
async function passing(store: Reader, filter: EvidenceFilter): Promise<Passing> {
  const { asOf, only } = filter;
  const isTaken = takesArticle(filter);
  const rows = await store.read('read/article/list', {});
  const taken = rows.filter(({ key, outlet, reliability }) => isTaken({ article: key, outlet, reliability }));
  const leftOut = new Set(taken.map(({ key }) => key));
  const pass = rows.filter(({ key, properties }) => {
    const dates = { publishedFrom: textOf(properties.publishedFrom), publishedTo: textOf(properties.publishedTo) };
    // An article known only from others is in no case, and passes that.
    const inCase = only === undefined || properties.held !== true || only.has(key);
    return !leftOut.has(key) && inCase && (asOf === undefined || isPublishedBy(dates, asOf));
  });
  return { leftOut, passes: new Set(pass.map(({ key }) => key)) };
}

/** The assertions that count, with the claims, articles, sources, quotes and utterances they lead to. */
function reachedFrom({ assertions, sources, quotes }: Evidence): Set<string> {
  const reached = new Set<string>();
  for (const one of assertions) {
    const { assertion, article, claim, relays } = one;
    for (const key of [assertion, article, claim, ...relays, ...one.sources, ...one.quotes]) reached.add(key);
  }
  // A set gives what is added to it during the walk as well.
  for (const key of reached) {
    const source = sources.get(key);
    for (const other of [...(source?.memberOf ?? []), ...(source?.sameAs ?? [])]) reached.add(other);
    const quote = quotes.get(key);
    for (const other of [quote?.utterance ?? [], quote?.translationOf ?? []].flat()) reached.add(other);
  }
  return reached;
}

function touching(edges: readonly DerivedEdge[]): Map<string, DerivedEdge[]> {
  const at = groupBy(edges, (edge) => edge.source);
  for (const [key, into] of groupBy(edges, (edge) => edge.target)) at.set(key, [...(at.get(key) ?? []), ...into]);
  return at;
}

const recordTypes: ReadonlySet<string> = new Set(['assertion', 'claim', 'source', 'quote', 'utterance']);

async function applyFilter(store: Reader, whole: Evidence, filter: EvidenceFilter): Promise<Filtered> {
  const [{ leftOut, passes }, dispositions] = await Promise.all([
    passing(store, filter),
    store.read('read/curation/dispositions', {}),
  ]);
  const settled = new Set(dispositions.flatMap((row) => (row.state === 'settled' ? row.contradiction : [])));
  const evidence = filterEvidence(whole, filter);
  const byArticle = groupBy(evidence.assertions, (one) => one.article);
  const reached = once(() => reachedFrom(evidence));
  const index = once(() => indexEvidence(evidence));
  const contradictions = once(() => contradictionsOf(evidence));
  const derived = once(() => deriveEdges(evidence, contestedClaims(contradictions(), settled)));
  const byKey = once(() => new Map(derived().map((edge) => [edgeId(edge), edge])));
  const under = once(() => assertionsByEdge(index()));
  const at = once(() => touching(derived()));
  // An article known only from others counts while one that counts shows or relays it.
  const article = (key: string) => passes.has(key) && (whole.articles.get(key)?.held !== false || reached().has(key));
  return {
    filter,
    evidence,
    get index() {
      return index();
    },
    get derived() {
      return derived();
    },
    get contradictions() {
      return contradictions();
    },
    derivedAt: (key) => at().get(key) ?? [],
    derivedBy: (key) => byKey().get(key),
    assertionsUnder: (key) => under().get(key)?.assertions ?? [],
    assertionsIn: new Map([...byArticle].map(([key, rows]) => [key, rows.length])),
    passes: (key) => passes.has(key),
    isLeftOut: (key) => leftOut.has(key),
    article,
    record(key) {
      const type = key.slice(0, key.indexOf(':'));
      // What is not at hand is still known as what others relay.
      if (type === 'article') return article(key) || (reached().has(key) && !leftOut.has(key));
      return !recordTypes.has(type) || reached().has(key);
    },
    relation: ({ properties: { articles: stating, curated } }) =>
      curated === true || !Array.isArray(stating) || stating.some((key) => passes.has(String(key))),
  };
}

/** One page asks several routes with one filter; the evidence is another object as soon as anything was written. */
const kept = new WeakMap<Evidence, Map<string, Promise<Filtered>>>();
const mostKept = 4;

/** The evidence as it counts under the query's filter, of the open filter too. Errors: those of `filterOf`. */
export async function countedBy(store: Store, query: EvidenceQuery): Promise<Filtered> {
  const filter = await filterOf(store, query);
  const whole = await allEvidence(store);
  const known = kept.get(whole) ?? new Map<string, Promise<Filtered>>();
  kept.set(whole, known);
  const name = filterName(query);
  const found = known.get(name) ?? applyFilter(store, whole, filter);
  known.delete(name);
  known.set(name, found);
  found.catch(() => known.delete(name));
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break;
    known.delete(oldest);
  }
  return found;
}

/** What a query asks to leave out, or null where it leaves out nothing and what is stored is the answer. */
export async function filteredBy(store: Store, query: EvidenceQuery): Promise<Filtered | null> {
  return isOpen(query) ? null : countedBy(store, query);
}
