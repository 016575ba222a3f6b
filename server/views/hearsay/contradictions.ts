// The ledger as a person reads it: each entry with both sides, the edges it bears on and what was made of it.
import type { LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import type { Contradictions, ContradictionView } from '../../schema/comparison.ts';
import { ContradictionType, contesting, type Disposition } from '../../schema/ledger.ts';
import type { ContradictionsQuery } from '../../schema/query.ts';
import type { Reader, Store } from '../../store/port.ts';
import { ascending, sortedBy } from '../order.ts';
import { articleRefs } from './article-ref.ts';
import { assertionsOf } from './assertions.ts';
import { edgesOfEntry } from './bearing.ts';
import { countedBy, type Filtered } from './evidence-filter.ts';
import { isOpen } from './filter-query.ts';
import { loadAs, loadNodes } from './load.ts';
import { type SideParts, sideView } from './sides.ts';

const undecided: Disposition = { state: 'open', by: null, why: null, on: null };
const contests: ReadonlySet<string> = new Set(contesting);

async function dispositions(store: Reader): Promise<Map<string, Disposition>> {
  const rows = await store.read('read/curation/dispositions', {});
  return new Map(rows.map(({ contradiction, ...disposition }) => [contradiction, disposition]));
}

/** The claims an entry is about, those of its own question first. */
function claimsOf({ a, b, claims, questionKey }: LedgerEntry, { evidence }: Filtered) {
  const keys = [a.claim, b.claim, ...claims].flatMap((key) => key ?? []);
  const found = [...new Set(keys)].flatMap((key) => evidence.claims.get(key) ?? []);
  return sortedBy(found, (claim) => [claim.questionKey === questionKey ? '0' : '1']);
}

function isAsked(entry: LedgerEntry, query: ContradictionsQuery, counted: Filtered): boolean {
  const { plan, holder, type } = query;
  if (type !== undefined && entry.type !== type) return false;
  if (plan === undefined && holder === undefined) return true;
  return claimsOf(entry, counted).some(
    (claim) => (plan === undefined || claim.target === plan) && (holder === undefined || claim.holder === holder),
  );
}

async function partsOf(store: Store, entries: readonly LedgerEntry[], counted: Filtered, isFiltered: boolean) {
  const sides = entries.flatMap(({ a, b }) => [a, b]);
  const said = sides.flatMap((side) => side.assertions.flatMap((key) => counted.index.assertion(key) ?? []));
  const subjects = entries.flatMap((entry) => claimsOf(entry, counted));
  const [assertions, articles, nodes] = await Promise.all([
    assertionsOf(
      store,
      said.map(({ claim }) => claim),
      isFiltered ? counted : null,
    ),
    articleRefs(
      store,
      sides.flatMap((side) => side.article ?? []),
      isFiltered ? counted : null,
    ),
    loadNodes(
      store,
      subjects.flatMap(({ holder, target }) => [holder, target ?? []].flat()),
    ),
  ]);
  const parts: SideParts = {
    index: counted.index,
    assertions: new Map(assertions.map((one) => [one.key, one])),
    articles,
    names: new Map(nodes.map((node) => [node.key, node.name])),
  };
  return parts;
}

/** Errors: NotFound on an unknown plan or holder, InvalidRequest where one is something else, and those of the filter. */
export async function contradictions(store: Store, query: ContradictionsQuery): Promise<Contradictions> {
  const counted = await countedBy(store, query);
  if (query.plan !== undefined) await loadAs(store, 'plan', query.plan);
  if (query.holder !== undefined) await loadAs(store, 'holder', query.holder);
  const decided = await dispositions(store);
  const dispositionOf = (entry: LedgerEntry): Disposition => decided.get(entry.key) ?? undecided;
  const entries = counted.contradictions.filter(
    (entry) =>
      isAsked(entry, query, counted) &&
      (query.disposition === undefined || dispositionOf(entry).state === query.disposition),
  );
  const parts = await partsOf(store, entries, counted, !isOpen(query));
  const named = (key: string | null | undefined) =>
    key === null || key === undefined ? null : { key, name: parts.names.get(key) ?? key };
  const rows = entries.map((entry): ContradictionView => {
    const { claims: _, ...contradiction } = entry;
    const [subject] = claimsOf(entry, counted);
    const disposition = dispositionOf(entry);
    return {
      ...contradiction,
      a: sideView(entry.a, parts),
      b: sideView(entry.b, parts),
      holder: named(subject?.holder),
      plan: named(subject?.target),
      edges: edgesOfEntry(entry, counted.index),
      contests: contests.has(entry.type) && disposition.state !== 'settled',
      disposition,
    };
  });
  const place = (row: ContradictionView) => ascending(ContradictionType.options.indexOf(row.type));
  return { rows: sortedBy(rows, (row) => [place(row), row.questionKey, row.key]) };
}
