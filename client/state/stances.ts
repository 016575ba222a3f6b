// The matrix of holders and plans: what is loaded for it, and how its rows and columns are chosen and sorted.
import { computed, signal } from '@preact/signals';
import type { Holder, StanceRow, StanceTable, Unsettled } from '../../server/schema/comparison.ts';
import { api } from '../api.ts';
import { mainPlans } from '../graph/model.ts';
import { stances } from '../text/words.ts';
import { dataset, isForeign, loading, main, meta } from './data.ts';
import { everyPlan } from './filters/positions.ts';
import type { Filters } from './filters.ts';
import { resource } from './resource.ts';
import { evidenceFilter, filters, tab } from './view.ts';

/** With more positions than this in the data, the matrix asks for one plan at a time. */
const most = 5000;

/** The organization or group whose silent members are shown too, or null. */
export const among = signal<string | null>(null);
/** What a holder's name must contain. */
export const holderText = signal('');
export interface MatrixSort {
  /** "name", "stances" or a plan's key. */
  by: string;
  descending: boolean;
}
export const matrixSort = signal<MatrixSort>({ by: 'stances', descending: true });

const positions = computed(() =>
  (meta.value?.types ?? [])
    .filter(({ type }) => ['OPPOSES', 'SUPPORTS', 'NONCOMMITTAL_ON', 'DEFERS_ON'].includes(type))
    .reduce((sum, { count }) => sum + count, 0),
);
const onePlan = computed(() => {
  const chosen = filters.value.plan;
  if (chosen !== undefined && chosen !== everyPlan) return chosen;
  return positions.value > most ? (main.value ?? null) : null;
});

export const table = resource(
  computed(() =>
    loading.value.state === 'ready' && !isForeign.value && tab.value === 'matrix'
      ? { plan: onePlan.value, among: among.value, filter: evidenceFilter.value }
      : undefined,
  ),
  ({ filter, ...query }, signal) => api.stances(query, filter, signal),
  true,
);

/** The organizations and groups that have members, by name. */
export const bodies = computed(() => {
  const keys = new Set([...dataset.value.edges.values()].filter((e) => e.type === 'MEMBER_OF').map((e) => e.target));
  return [...keys]
    .flatMap((key) => dataset.value.nodes.get(key) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
});

/** What reports say of a stance that is not held now. */
export type Said = Unsettled['said'][number];
export interface MatrixRow {
  holder: Holder;
  /** The positions by plan, in the stances' fixed order. */
  cells: ReadonlyMap<string, readonly StanceRow[]>;
  /** Of an unsettled member: what is said of it, by plan. */
  said: ReadonlyMap<string, readonly Said[]>;
  count: number;
}
export interface PressedPlace {
  holder: Holder;
  plan: Holder;
  /** Nothing was said there when it was pressed. */
  isSilent: boolean;
}
/** The cell that was pressed last, where no position is held in it now; null where one is. */
export const unsettledPlace = signal<PressedPlace | null>(null);
/** No report says anything of its stance. */
export const isSilent = ({ count, said }: MatrixRow): boolean => count === 0 && said.size === 0;
export interface Matrix {
  plans: readonly Holder[];
  rows: readonly MatrixRow[];
}
/** Whether the place is shown, and is as it was when it was pressed. */
export function isUnsettledAt({ plans, rows }: Matrix, { holder, plan, isSilent }: PressedPlace): boolean {
  const row = rows.find((one) => one.holder.key === holder.key);
  if (row === undefined || !plans.some(({ key }) => key === plan.key) || row.cells.has(plan.key)) return false;
  return isSilent === !row.said.has(plan.key);
}

const rank = (row: StanceRow): number => stances.indexOf(row.stance);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a row is sorted by: its name, how many positions it has, or its position on one plan; undefined comes last. */
function sortValue(row: MatrixRow, by: string): string | number | undefined {
  if (by === 'name') return row.holder.name.toLowerCase();
  if (by === 'stances') return row.count;
  const [first] = row.cells.get(by) ?? [];
  return first && rank(first);
}

/** The rows and columns of a table: those that pass the filters, sorted; `main` are the plans shown where none is chosen. */
export function matrixOf(
  found: StanceTable,
  options: { filters: Filters; main: ReadonlySet<string>; text: string; sort: MatrixSort },
): Matrix {
  const { text, sort } = options;
  const wanted = (key: string): boolean => {
    const chosen = options.filters.plan;
    return chosen === everyPlan || (chosen === undefined ? options.main.has(key) : chosen === key);
  };
  const rows = new Map<string, MatrixRow & { cells: Map<string, StanceRow[]>; said: Map<string, Said[]> }>();
  const take = (holder: Holder) => {
    const known = rows.get(holder.key) ?? { holder, cells: new Map(), said: new Map(), count: 0 };
    rows.set(holder.key, known);
    return known;
  };
  for (const row of found.rows) {
    if (!wanted(row.plan.key) || options.filters.stancesOff.has(row.stance)) continue;
    if (options.filters.typesOff.has(row.holder.labels[0] ?? '')) continue;
    const into = take(row.holder);
    into.cells.set(
      row.plan.key,
      [...(into.cells.get(row.plan.key) ?? []), row].sort((a, b) => rank(a) - rank(b)),
    );
    into.count++;
  }
  for (const holder of found.silent ?? []) take(holder);
  for (const { holder, said } of found.unsettled ?? []) {
    const into = take(holder).said;
    for (const one of said) into.set(one.plan.key, [...(into.get(one.plan.key) ?? []), one]);
  }
  const columns = found.plans.filter((plan) => wanted(plan.key));
  const held = new Map(columns.map(({ key }) => [key, [...rows.values()].filter((row) => row.cells.has(key)).length]));
  const sought = text.trim().toLowerCase();
  const list = [...rows.values()].filter((row) => row.holder.name.toLowerCase().includes(sought));
  list.sort((a, b) => {
    const [one, other] = [sortValue(a, sort.by), sortValue(b, sort.by)];
    const byName = compareText(a.holder.name, b.holder.name) || compareText(a.holder.key, b.holder.key);
    if (one === other) return byName;
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return (one < other ? -1 : 1) * (sort.descending ? -1 : 1);
  });
  return {
    plans: [...columns].sort((a, b) => (held.get(b.key) ?? 0) - (held.get(a.key) ?? 0) || compareText(a.key, b.key)),
    rows: list,
  };
}

/** The matrix of what is loaded; undefined until there is something. */
export const matrix = computed<Matrix | undefined>(() => {
  const status = table.status.value;
  const found = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
  if (!found) return undefined;
  const plans = onePlan.value === null ? mainPlans(dataset.value) : new Set([onePlan.value]);
  return matrixOf(found, { filters: filters.value, main: plans, text: holderText.value, sort: matrixSort.value });
});

export const sortMatrix = (by: string): void => {
  const { value } = matrixSort;
  matrixSort.value = value.by === by ? { by, descending: !value.descending } : { by, descending: by === 'stances' };
};
