// The reports that each derived edge rests on: held articles, and the outlets whose reports these relay.
import { inTurns } from '../../evidence/in-turns.ts';
import type { EdgeReports } from '../../schema/edge-reports.ts';
import type { EvidenceAssertion } from '../../schema/evidence.ts';
import { compare, distinct } from '../../schema/lists.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import { flatMapSteps, type Steps, sortSteps } from '../../schema/steps.ts';
import type { Store } from '../../store/port.ts';
import { countedBy, type Filtered } from './evidence-filter.ts';

type Report = EdgeReports['edges'][number]['reports'][number];

function reportsOf(assertions: readonly EvidenceAssertion[], { index }: Filtered): Report[] {
  const { articles } = index.evidence;
  const relays = new Map<string, string[]>();
  for (const one of assertions) {
    if (index.isWithdrawn(one)) continue;
    const outlet = articles.get(one.article)?.outlet ?? null;
    for (const shown of index.counting.shownBy(one)) {
      const others = relays.get(shown.article) ?? [];
      if (outlet !== null && outlet !== shown.outlet) others.push(outlet);
      relays.set(shown.article, others);
    }
  }
  return [...relays].map(([article, outlets]) => ({ article, relays: distinct(outlets) })).sort(byArticle);
}
const byArticle = (a: Report, b: Report): number => compare(a.article, b.article);

function* steps(filtered: Filtered): Steps<EdgeReports['edges']> {
  const sorted = yield* sortSteps([...filtered.under], ([a], [b]) => compare(a, b));
  return yield* flatMapSteps(sorted, ([key, { assertions }]) => ({ key, reports: reportsOf(assertions, filtered) }));
}

/** The same of what counts already. */
export const reportsUnder = (counted: Filtered): Promise<EdgeReports['edges']> => inTurns(steps(counted));

export async function edgeReports(store: Store, query: EvidenceQuery): Promise<EdgeReports> {
  return { edges: await reportsUnder(await countedBy(store, query)) };
}
