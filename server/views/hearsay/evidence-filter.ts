// What is left when only some articles and sources count: computed from the evidence for this answer, nothing is written.
import { inTurns } from '../../evidence/in-turns.ts';
import { Latest, type Made } from '../../evidence/latest.ts';
import { allEvidence } from '../../evidence/whole.ts';
import { atHandUnder } from '../../provenance/at-hand.ts';
import {
  contestedClaims,
  contradictionSteps,
  type LedgerEntry,
} from '../../provenance/contradictions/contradictions.ts';
import { deriveSteps, edgeId, type UnderEdges, underEdgeSteps } from '../../provenance/edges.ts';
import { type EvidenceIndex, indexSteps } from '../../provenance/evidence-index.ts';
import { type EvidenceFilter, filterSteps } from '../../provenance/filter.ts';
import type { DerivedEdge, Evidence, EvidenceAssertion, PlainArticle } from '../../schema/evidence.ts';
import { distinct } from '../../schema/lists.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import { atOnce, each, groupSteps, type Steps } from '../../schema/steps.ts';
import type { Reader, Store } from '../../store/port.ts';
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
  /** All of them by key, each with the assertions under it. */
  readonly under: UnderEdges;
  /** The assertions under one, by its key, those that are withdrawn too. */
  assertionsUnder(key: string): readonly EvidenceAssertion[];
  readonly contradictions: readonly LedgerEntry[];
  /** How many assertions the filter leaves each article, by its key. */
  readonly assertionsIn: ReadonlyMap<string, number>;
  /** Whether an article passes by itself, whatever becomes of it by others. */
  passes(article: string): boolean;
  /** Whether it is left out by its key, its outlet or their grade: then what relays it falls too. */
  isLeftOut(article: string): boolean;
  /** An article as what counts describes it; undefined where there is none. */
  known(article: string): PlainArticle | undefined;
  /** Whether an article counts. */
  article(key: string): boolean;
  /** Whether a record counts: what is no part of the evidence always does. */
  record(key: string): boolean;
  /** Whether an asserted relation stands: it is shared knowledge, or one of the articles that state it counts. */
  relation(edge: { readonly properties: Readonly<Record<string, unknown>> }): boolean;
}

/** The assertions that count, with the claims, articles, sources, quotes and utterances they lead to. */
function* reachedFrom({ assertions, sources, quotes }: Evidence): Steps<Set<string>> {
  const reached = new Set<string>();
  yield* each(assertions, (one) => {
    const { assertion, article, claim, relays } = one;
    for (const key of [assertion, article, claim, ...relays, ...one.sources, ...one.quotes]) reached.add(key);
  });
  // A set gives what is added to it during the walk as well.
  yield* each(reached, (key) => {
    const source = sources.get(key);
    for (const other of [...(source?.memberOf ?? []), ...(source?.sameAs ?? [])]) reached.add(other);
    const quote = quotes.get(key);
    for (const other of [quote?.utterance ?? [], quote?.translationOf ?? []].flat()) reached.add(other);
  });
  return reached;
}

function* touching(edges: readonly DerivedEdge[]): Steps<Map<string, DerivedEdge[]>> {
  const at = yield* groupSteps(edges, (edge) => edge.source);
  const into = yield* groupSteps(edges, (edge) => edge.target);
  yield* each(into, ([key, others]) => void at.set(key, [...(at.get(key) ?? []), ...others]));
  return at;
}

/** What most answers ask of what a filter leaves of the evidence. */
function* count(whole: Evidence, filter: EvidenceFilter) {
  const evidence = yield* filterSteps(whole, filter);
  const index = yield* indexSteps(evidence);
  const byArticle = yield* groupSteps(evidence.assertions, (one) => one.article);
  return {
    evidence,
    index,
    contradictions: yield* contradictionSteps(evidence),
    under: yield* underEdgeSteps(index),
    reached: yield* reachedFrom(evidence),
    assertionsIn: new Map([...byArticle].map(([key, rows]) => [key, rows.length])),
  };
}

/** The derived edges, all, by key and by end. */
function* edgesOf(index: EvidenceIndex, under: UnderEdges, contested: ReadonlySet<string>) {
  const derived = yield* deriveSteps(index, under, contested);
  const byKey = new Map<string, DerivedEdge>();
  yield* each(derived, (edge) => void byKey.set(edgeId(edge), edge));
  return { derived, byKey, at: yield* touching(derived) };
}

const recordTypes: ReadonlySet<string> = new Set(['assertion', 'claim', 'source', 'quote', 'utterance']);

/** All of it is computed before anybody asks, in turns with other work; without a filter the edges are those stored. */
async function applyFilter(
  whole: Evidence,
  filter: EvidenceFilter,
  settled: ReadonlySet<string>,
  asksEdges: boolean,
): Promise<Filtered> {
  const { under, reached, ...counted } = await inTurns(count(whole, filter));
  const edgeSteps = () => edgesOf(counted.index, under, contestedClaims(counted.contradictions, settled));
  let computed = asksEdges ? await inTurns(edgeSteps()) : undefined;
  const edges = () => {
    computed ??= atOnce(edgeSteps());
    return computed;
  };
  // Asked of all articles: the evidence has only those that something said leads to.
  const { passes, isTaken, known } = atHandUnder(filter, whole);
  // An article known only from others counts while one that counts shows or relays it.
  const article = (key: string) => passes(key) && (whole.articles.get(key)?.held !== false || reached.has(key));
  return {
    ...counted,
    filter,
    under,
    get derived() {
      return edges().derived;
    },
    derivedAt: (key) => edges().at.get(key) ?? [],
    derivedBy: (key) => edges().byKey.get(key),
    assertionsUnder: (key) => under.get(key)?.assertions ?? [],
    passes,
    isLeftOut: isTaken,
    known(key) {
      const row = whole.told?.articles.get(key) ?? whole.articles.get(key);
      return row === undefined ? undefined : known(row);
    },
    article,
    record(key) {
      const type = key.slice(0, key.indexOf(':'));
      // What is not at hand is still known as what others relay.
      if (type === 'article') return article(key) || (reached.has(key) && !isTaken(key));
      return !recordTypes.has(type) || reached.has(key);
    },
    relation: ({ properties: { articles: stating, curated } }) =>
      curated === true || !Array.isArray(stating) || stating.some((key) => passes(String(key))),
  };
}

async function settledIn(store: Reader): Promise<Set<string>> {
  const dispositions = await store.read('read/curation/dispositions', {});
  return new Set(dispositions.flatMap((row) => (row.state === 'settled' ? row.contradiction : [])));
}

/** What is computed under one filter: anew where the evidence, or what of it is settled, is another than it was. */
class Counted {
  readonly #latest: Latest<Filtered>;
  #last: { whole: Evidence; settled: string; value: Filtered } | undefined;

  constructor(store: Store, filter: EvidenceFilter, asksEdges: boolean) {
    const make = async (): Promise<Made<Filtered>> => {
      const whole = await allEvidence(store);
      const contradictions = await settledIn(store);
      const settled = distinct(contradictions).join();
      if (this.#last?.whole !== whole || this.#last.settled !== settled) {
        const value = await oneByOne(store, () => applyFilter(whole, filter, contradictions, asksEdges));
        this.#last = { whole, settled, value };
      }
      return { value: this.#last.value, keep: true };
    };
    this.#latest = new Latest(() => store.journal.state(), make);
  }

  get(): Promise<Filtered> {
    return this.#latest.get();
  }

  get size(): number {
    return this.#last?.whole.assertions.length ?? 0;
  }
}

/** One page asks several routes with one filter. */
const kept = new WeakMap<Store, Map<string, Counted>>();
const mostKept = 4;
/** Of much evidence fewer: the assertions that the answers kept may hold together, unless the last alone holds more. */
const mostAssertions = 400_000;

const turns = new WeakMap<Reader, Promise<unknown>>();

/** One computation at a time: each holds what it works with, and side by side they would only all end later. */
function oneByOne<T>(store: Reader, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(store) ?? Promise.resolve()).then(work);
  turns.set(
    store,
    turn.catch(() => {}),
  );
  return turn;
}

/** The evidence as it counts under the query's filter, of the open filter too. Errors: those of `filterOf`. */
export async function countedBy(store: Store, query: EvidenceQuery): Promise<Filtered> {
  const filter = await filterOf(store, query);
  const known = kept.get(store) ?? new Map<string, Counted>();
  kept.set(store, known);
  // The articles of a case are part of the name: a case may change.
  const name = [filterName(query), ...distinct(filter.only ?? [])].join('\n');
  const found = known.get(name) ?? new Counted(store, filter, !isOpen(query));
  // The one that was asked for last comes last.
  known.delete(name);
  known.set(name, found);
  const held = (): number => [...known.values()].reduce((sum, { size }) => sum + size, 0);
  for (const oldest of known.keys()) {
    if (known.size <= 1 || (known.size <= mostKept && held() <= mostAssertions)) break;
    known.delete(oldest);
  }
  return found.get();
}

/** What a query asks to leave out, or null where it leaves out nothing and what is stored is the answer. */
export async function filteredBy(store: Store, query: EvidenceQuery): Promise<Filtered | null> {
  return isOpen(query) ? null : countedBy(store, query);
}

/** The evidence as it counts where only these articles are at hand and nobody settled anything: what a copy of them would tell. */
export async function countedAmong(store: Store, articles: ReadonlySet<string>): Promise<Filtered> {
  const whole = await allEvidence(store);
  return oneByOne(store, () => applyFilter(whole, { only: articles }, new Set(), true));
}
