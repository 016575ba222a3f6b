// What is left of the graph when only some articles count: derived edges are computed anew, nothing is written.
import { deriveEdges } from '../../provenance/edges.ts';
import { type EvidenceFilter, filterEvidence, isPublishedBy } from '../../provenance/filter.ts';
import type { EdgeRow } from '../../schema/statements/rows.ts';
import type { EdgeView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { groupBy } from '../order.ts';
import { textOf } from '../properties.ts';

export interface Filtered {
  derived: EdgeRow[];
  /** Keys of the assertions that count. */
  assertions: ReadonlySet<string>;
  /** How many of them each article makes, by its key. */
  assertionsIn: ReadonlyMap<string, number>;
  /** Keys of the claims they are about. */
  claims: ReadonlySet<string>;
  /** Whether an article counts. */
  article(key: string): boolean;
  /** Whether an asserted relation stands: it is shared knowledge, or one of the articles that state it counts. */
  relation(edge: EdgeView): boolean;
}

async function applyFilter(store: Reader, filter: EvidenceFilter): Promise<Filtered> {
  const [rows, articles] = await Promise.all([
    store.read('derive/evidence-all', {}),
    store.read('read/article/list', {}),
  ]);
  const kept = filterEvidence(rows, filter);
  const without = new Set(filter.without ?? []);
  const counting = new Set(
    articles
      .filter(({ key, outlet, properties }) => {
        const dates = { publishedFrom: textOf(properties.publishedFrom), publishedTo: textOf(properties.publishedTo) };
        const inTime = filter.asOf === undefined || isPublishedBy(dates, filter.asOf);
        return inTime && !without.has(key) && !(outlet !== null && without.has(outlet));
      })
      .map(({ key }) => key),
  );
  return {
    derived: deriveEdges(kept),
    assertions: new Set(kept.map((row) => row.assertion)),
    assertionsIn: new Map([...groupBy(kept, (row) => row.article)].map(([key, rows]) => [key, rows.length])),
    claims: new Set(kept.map((row) => row.claim)),
    article: (key) => counting.has(key),
    relation: ({ properties }) => {
      const { articles: stating, curated } = properties;
      return curated === true || !Array.isArray(stating) || stating.some((key) => counting.has(String(key)));
    },
  };
}

/** What a query asks to leave out, or null where it leaves out nothing and what is stored is the answer. */
export async function filteredBy(store: Reader, { asOf, without }: EvidenceFilter): Promise<Filtered | null> {
  const isFiltered = asOf !== undefined || (without?.length ?? 0) > 0;
  return isFiltered ? applyFilter(store, { asOf, without }) : null;
}
