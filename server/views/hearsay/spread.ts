// Who said something first and who followed: a claim, what an edge rests on, or an utterance.

import { InvalidRequest, NotFound } from '../../errors.ts';
import { evidenceOf } from '../../evidence/load.ts';
import { type SpreadOf, spreadOf } from '../../provenance/spread.ts';
import type { Spread } from '../../schema/comparison.ts';
import type { SpreadQuery } from '../../schema/query.ts';
import type { Store } from '../../store/port.ts';
import { distinct } from '../order.ts';
import { articleRefs } from './article-ref.ts';
import { behind, loadEdge } from './behind.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadNodes, nearest } from './load.ts';

/** What is asked after: claims, and of these only some assertions where that is so. */
interface Asked {
  claims: string[];
  only: ReadonlySet<string> | null;
}

async function record(store: Store, key: string, label: string): Promise<void> {
  const [node] = await loadNodes(store, [key]);
  if (node?.labels.includes(label)) return;
  const name = label.toLowerCase();
  throw new NotFound(`No ${name} has the key "${key.slice(0, 200)}".`, {
    nearest: await nearest(store, key, `${name}:`),
  });
}

async function ofUtterance(store: Store, key: string): Promise<Asked> {
  await record(store, key, 'Utterance');
  const rows = await store.read('read/evidence/near', { key });
  return { claims: distinct(rows.map((row) => row.claim)), only: new Set(rows.map((row) => row.assertion)) };
}

async function ofEdge(store: Store, key: string, filtered: Filtered | null): Promise<Asked> {
  const computed = filtered?.derivedBy(key);
  const edge = computed ?? (await loadEdge(store, key));
  return behind(store, edge);
}

async function asked(store: Store, { claim, edge, utterance }: SpreadQuery, filtered: Filtered | null): Promise<Asked> {
  if ([claim, edge, utterance].filter((one) => one !== undefined).length !== 1) {
    const reason = 'exactly one of claim, edge and utterance says of what';
    throw new InvalidRequest(`The address: ${reason}.`, { errors: [{ field: 'claim', reason }] });
  }
  if (edge !== undefined) return ofEdge(store, edge, filtered);
  if (utterance !== undefined) return ofUtterance(store, utterance);
  await record(store, claim ?? '', 'Claim');
  return { claims: [claim ?? ''], only: null };
}

/** Errors: InvalidRequest where not exactly one thing is asked after, NotFound, and those of the filter. */
export async function spread(store: Store, query: SpreadQuery): Promise<Spread> {
  const filtered = await filteredBy(store, query);
  const { claims, only } = await asked(store, query, filtered);
  const evidence = filtered?.evidence ?? (await evidenceOf(store, claims));
  const of: SpreadOf = only === null ? { claims } : { assertions: only };
  const steps = spreadOf(evidence, of);
  const refs = await articleRefs(
    store,
    steps.map((step) => step.article),
    filtered,
  );
  return {
    steps: steps.flatMap(({ article, relays, assertions, ...step }) => {
      const ref = refs.get(article);
      return ref === undefined ? [] : [{ ...step, article: ref, relays: [...relays], assertions: [...assertions] }];
    }),
  };
}
