// The ledger as a person reads it: each entry with both sides, the edges it bears on and what was made of it.
import type { LedgerEntry } from '../../provenance/contradictions/contradictions.ts';
import type { Contradictions, ContradictionView } from '../../schema/comparison.ts';
import { contesting, type Disposition } from '../../schema/ledger.ts';
import type { Reader, Store } from '../../store/port.ts';
import type { LedgerQuery } from '../explorer.ts';
import { sortedBy } from '../order.ts';
import { articleRefs } from './article-ref.ts';
import { assertionsOf } from './assertions.ts';
import { edgesOfEntry } from './bearing.ts';
import { countedBy, type Filtered } from './evidence-filter.ts';
import { isOpen } from './filter-query.ts';
import { countsOf, type Listed, pageOf } from './ledger-page.ts';
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

/**
 * Errors: NotFound on an unknown plan or holder, InvalidRequest where one is something else or the cursor is of another
 * list, and those of the filter.
 */
export async function contradictions(store: Store, query: LedgerQuery): Promise<Contradictions> {
  const counted = await countedBy(store, query);
  if (query.plan !== undefined) await loadAs(store, 'plan', query.plan);
  if (query.holder !== undefined) await loadAs(store, 'holder', query.holder);
  const decided = await dispositions(store);
  const all = counted.contradictions.map((entry): Listed => {
    const about = claimsOf(entry, counted);
    const disposition = decided.get(entry.key) ?? undecided;
    return { entry, about, disposition, contests: contests.has(entry.type) && disposition.state !== 'settled' };
  });
  const { rows: page, ...place } = pageOf(all, query);
  const entries = page.map(({ entry }) => entry);
  const [parts, counts] = await Promise.all([partsOf(store, entries, counted, !isOpen(query)), countsOf(store, all)]);
  const named = (key: string | null | undefined) =>
    key === null || key === undefined ? null : { key, name: parts.names.get(key) ?? key };
  const rows = page.map(({ entry, about: [subject], disposition, contests }): ContradictionView => {
    const { claims: _, ...contradiction } = entry;
    return {
      ...contradiction,
      a: sideView(entry.a, parts),
      b: sideView(entry.b, parts),
      holder: named(subject?.holder),
      plan: named(subject?.target),
      edges: edgesOfEntry(entry, counted.index),
      contests,
      disposition,
    };
  });
  return { rows, ...place, counts };
}
