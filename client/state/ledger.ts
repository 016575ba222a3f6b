// The ledger of contradictions: loaded for its tab and for the panel, filtered, grouped by question, and decided on.
import { computed, signal } from '@preact/signals';
import type { ContradictionView } from '../../server/schema/comparison.ts';
import type { ContradictionType, DispositionBody, DispositionState } from '../../server/schema/ledger.ts';
import { api, filterQuery } from '../api.ts';
import { contradictionTypes, questionTitle } from '../text/ledger.ts';
import { dataset, isForeign, loading, main } from './data.ts';
import { evidence } from './details.ts';
import { refresh } from './load.ts';
import { resource } from './resource.ts';
import { selectedNode } from './selection.ts';
import { evidenceFilter, selection, tab } from './view.ts';

const ready = computed(() => loading.value.state === 'ready' && !isForeign.value);

export interface LedgerFilter {
  readonly types: ReadonlySet<ContradictionType>;
  readonly plan: string | null;
  readonly disposition: DispositionState | null;
}
/** No types chosen means: all of them. */
export const everything: LedgerFilter = { types: new Set(), plan: null, disposition: null };
export const ledgerFilter = signal<LedgerFilter>(everything);

/** Entries asked for at once; a page holds whole questions. */
const pageSize = 100;

/** What is asked of the ledger, and the same name for the same list. */
const wanted = computed(() => {
  if (!ready.value || tab.value !== 'ledger') return undefined;
  const { types, plan, disposition } = ledgerFilter.value;
  const filter = evidenceFilter.value;
  const query = { type: [...types].sort(), plan, disposition, order: 'question', limit: pageSize };
  return { query, filter, name: JSON.stringify([query, filterQuery(filter)]) };
});
/** The cursors of the pages that were opened one after the other, of one list. */
const opened = signal<{ list: string; cursors: readonly string[] }>({ list: '', cursors: [] });
const cursors = computed(() => (opened.value.list === wanted.value?.name ? opened.value.cursors : []));

/** The page of the ledger that is looked at. */
export const ledger = resource(
  computed(() => wanted.value && { ...wanted.value, cursor: cursors.value.at(-1) }),
  ({ query, filter, cursor }, signal) => api.contradictions({ ...query, cursor }, filter, signal),
  true,
);

/** Which page is open, from 0. */
export const ledgerPage = computed(() => cursors.value.length);

/** Opens the page after the open one, whose cursor is given, or the one before it. */
export function turnPage(next: string | null): void {
  const before = cursors.value;
  opened.value = { list: wanted.value?.name ?? '', cursors: next === null ? before.slice(0, -1) : [...before, next] };
}

/** Entries of one edge that are asked for: an address takes no more keys. */
const mostInPanel = 200;
/** Entries of one plan that its panel is made of. */
const mostOfPlan = 1000;

/** What the panel asks the ledger of: the plan that it is open on, or the entries that bear on its edge. */
const wantedInPanel = computed(() => {
  if (!ready.value) return undefined;
  const status = evidence.status.value;
  if (selection.value?.kind === 'edge') {
    if (status.state !== 'ready' || status.value.contradictions.length === 0) return undefined;
    return { query: { keys: status.value.contradictions.slice(0, mostInPanel) }, filter: evidenceFilter.value };
  }
  const key = selectedNode.value ?? (selection.value === null ? main.value : undefined);
  const plan = key !== undefined && dataset.value.nodes.get(key)?.labels[0] === 'Plan';
  return plan ? { query: { plan: key, limit: mostOfPlan }, filter: evidenceFilter.value } : undefined;
});
const wantedKey = computed(() => wantedInPanel.value && JSON.stringify(wantedInPanel.value.query));

/** The entries about what the panel shows. */
export const panelLedger = resource(
  computed(() => (wantedKey.value === undefined ? undefined : { key: wantedKey.value, filter: evidenceFilter.value })),
  ({ key, filter }, signal) => api.contradictions(JSON.parse(key), filter, signal),
);

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

/** Keeps what somebody made of an entry, then fetches what it may have changed. */
export async function dispose(key: string, body: DispositionBody): Promise<void> {
  await api.dispose(key, body);
  await refresh();
}
