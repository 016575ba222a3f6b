// What the database holds.
import type { Meta } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import type { DisplaySettings } from '../explorer.ts';
import { keptByState } from '../kept.ts';
import { helperLabels } from '../kinds.ts';
import { engineOf, languageModelOf, limitsOf } from '../limits.ts';
import { shownLabels } from '../node.ts';
import { sortedBy } from '../order.ts';

/** Counting goes over all there is, so it is done once for each state. */
const counted = keptByState((store) =>
  Promise.all([store.read('read/label-counts', {}), store.read('read/type-counts', {})]),
);

export async function meta(store: Store, display: DisplaySettings): Promise<Meta> {
  const [labels, types] = await counted.of(store, await store.journal.state());
  const count = (label: string) => labels.find((row) => row.label === label)?.count ?? 0;
  const order = shownLabels(labels.map(({ label }) => label));
  return {
    engine: engineOf(store),
    version: display.version,
    model: 'hearsay',
    writable: store.capabilities.writable,
    languageModel: languageModelOf(display),
    labels: order.filter((label) => !helperLabels.has(label)).map((label) => ({ label, count: count(label) })),
    types: sortedBy(types, (row) => [row.type, String(row.derived)]),
    counts: {
      nodes: count('Record'),
      edges: types.reduce((sum, row) => sum + row.count, 0),
      articles: count('Article'),
      claims: count('Claim'),
      assertions: count('Assertion'),
    },
    limits: limitsOf(store, display),
  };
}
