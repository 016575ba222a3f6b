// The ledger of contradictions: loaded for its tab and for the panel, filtered, grouped by question, and decided on.
import { computed, signal } from '@preact/signals';
import type { ContradictionView } from '../../server/schema/comparison.ts';
import type { ContradictionType, DispositionBody, DispositionState } from '../../server/schema/ledger.ts';
import { api } from '../api.ts';
import { stanceOf } from '../graph/model.ts';
import { contradictionTypes, questionTitle } from '../text/ledger.ts';
import { dataset, isForeign, loading, main } from './data.ts';
import { evidence } from './details.ts';
import { refresh } from './load.ts';
import { resource } from './resource.ts';
import { selectedNode } from './selection.ts';
import { evidenceFilter, selection, tab } from './view.ts';

const ready = computed(() => loading.value.state === 'ready' && !isForeign.value);

/** Every entry, while the ledger is looked at. */
export const ledger = resource(
  computed(() => (ready.value && tab.value === 'ledger' ? evidenceFilter.value : undefined)),
  (filter, signal) => api.contradictions({}, filter, signal),
  true,
);

/** What the panel asks the ledger of: the plan that it is open on, or the plan or holder of its edge's question. */
const wantedInPanel = computed(() => {
  if (!ready.value) return undefined;
  const status = evidence.status.value;
  if (selection.value?.kind === 'edge') {
    if (status.state !== 'ready' || status.value.contradictions.length === 0) return undefined;
    const { edge } = status.value;
    return { query: stanceOf(edge) ? { plan: edge.target } : {}, filter: evidenceFilter.value };
  }
  const key = selectedNode.value ?? (selection.value === null ? main.value : undefined);
  const plan = key !== undefined && dataset.value.nodes.get(key)?.labels[0] === 'Plan';
  return plan ? { query: { plan: key }, filter: evidenceFilter.value } : undefined;
});
const wantedKey = computed(() => wantedInPanel.value && JSON.stringify(wantedInPanel.value.query));

/** The entries about what the panel shows. */
export const panelLedger = resource(
  computed(() => (wantedKey.value === undefined ? undefined : { key: wantedKey.value, filter: evidenceFilter.value })),
  ({ key, filter }, signal) => api.contradictions(JSON.parse(key), filter, signal),
);

export interface LedgerFilter {
  readonly types: ReadonlySet<ContradictionType>;
  readonly plan: string | null;
  readonly disposition: DispositionState | null;
}
/** No types chosen means: all of them. */
export const everything: LedgerFilter = { types: new Set(), plan: null, disposition: null };
export const ledgerFilter = signal<LedgerFilter>(everything);

export function passes(row: ContradictionView, filter: LedgerFilter): boolean {
  return (
    (filter.types.size === 0 || filter.types.has(row.type)) &&
    (filter.plan === null || row.plan?.key === filter.plan) &&
    (filter.disposition === null || row.disposition.state === filter.disposition)
  );
}

export interface Question {
  key: string;
  title: string;
  rows: ContradictionView[];
}

/** The entries by question; within one, contesting types first. Questions with a contesting entry stand first. */
export function byQuestion(rows: readonly ContradictionView[]): Question[] {
  const groups = new Map<string, Question>();
  for (const row of rows) {
    const known = groups.get(row.questionKey);
    if (known) known.rows.push(row);
    else groups.set(row.questionKey, { key: row.questionKey, title: questionTitle(row), rows: [row] });
  }
  const order = (row: ContradictionView) => (row.contests ? 0 : 100) + contradictionTypes.indexOf(row.type);
  for (const group of groups.values())
    group.rows.sort((a, b) => order(a) - order(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const first = (group: Question) => order(group.rows[0] as ContradictionView);
  return [...groups.values()].sort(
    (a, b) => first(a) - first(b) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  );
}

/** How many of the entries have each value, in the order given. */
export function tallies<T>(
  rows: readonly ContradictionView[],
  values: readonly T[],
  of: (row: ContradictionView) => T,
) {
  return values.map((value) => ({ value, count: rows.filter((row) => of(row) === value).length }));
}

/** Keeps what somebody made of an entry, then fetches what it may have changed. */
export async function dispose(key: string, body: DispositionBody): Promise<void> {
  await api.dispose(key, body);
  await refresh();
}
