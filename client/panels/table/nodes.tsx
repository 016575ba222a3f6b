// The nodes of the canvas as rows, and the columns of their table.
import { computed } from '@preact/signals';
import type { EdgeView } from '../../../server/schema/view.ts';
import { countedOf } from '../../graph/counted.ts';
import { stanceOf, textOf, typeOf } from '../../graph/model.ts';
import { isForeign, main, nameOf, noteCounts, shown } from '../../state/data.ts';
import { metrics } from '../../state/metrics.ts';
import { tableColumns } from '../../state/view.ts';
import { formatDate, formatNumber } from '../../text/format.ts';
import { badgeText } from '../../text/origins.ts';
import { stances, stanceTitle } from '../../text/words.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { StanceMark } from '../../ui/marks.tsx';
import { OriginBadge } from '../../ui/OriginBadge.tsx';
import { TypeMark } from '../../ui/TypeMark.tsx';
import { metricColumns } from './metrics.tsx';
import type { NodeRow } from './row.ts';

const rank = (edge: EdgeView): number => stances.indexOf(stanceOf(edge) as (typeof stances)[number]);

export const nodeRows = computed<readonly NodeRow[]>(() => {
  const { nodes, edges } = shown.value;
  const plan = main.value;
  const known = tableColumns.value.length > 0 ? metrics.value?.of : undefined;
  const rows = new Map<string, NodeRow>(
    nodes.map((node) => [
      node.key,
      { node, held: [], degree: 0, first: undefined, last: undefined, metrics: known?.get(node.key) },
    ]),
  );
  for (const edge of edges) {
    const [first, last] = [textOf(edge, 'first'), textOf(edge, 'last')];
    // A relation to itself counts once, as in every degree.
    for (const key of new Set([edge.source, edge.target])) {
      const row = rows.get(key);
      if (!row) continue;
      row.degree++;
      if (first !== undefined && (row.first === undefined || first < row.first)) row.first = first;
      if (last !== undefined && (row.last === undefined || last > row.last)) row.last = last;
    }
    if (stanceOf(edge) && edge.target === plan) rows.get(edge.source)?.held.push(edge);
  }
  // The stances of one actor in the order that every list shows them.
  for (const { held } of rows.values()) held.sort((a, b) => rank(a) - rank(b));
  return [...rows.values()];
});

const date = (day: string | undefined): string => (day === undefined ? '' : formatDate(day));

const columns: readonly Column<NodeRow>[] = [
  {
    id: 'name',
    title: 'Name',
    value: ({ node }) => node.name,
    cell: ({ node }) => (
      <span class="cell-name">
        <TypeMark type={typeOf(node)} /> {node.name}
      </span>
    ),
  },
  {
    id: 'type',
    title: 'Type',
    width: '110px',
    value: ({ node }) => typeOf(node),
    text: ({ node }) => node.labels.join(', '),
    cell: ({ node }) => node.labels.join(', '),
  },
  {
    id: 'stance',
    title: 'Position',
    width: '176px',
    value: ({ held }) => (held[0] ? rank(held[0]) : undefined),
    text: ({ held }) =>
      held
        .flatMap((edge) => {
          const stance = stanceOf(edge);
          const counted = countedOf(edge);
          return stance ? `${stanceTitle(stance)}${counted ? ` ${badgeText(counted)}` : ''}` : [];
        })
        .join(', '),
    cell: ({ held }) =>
      held.map((edge) => {
        const stance = stanceOf(edge);
        const counted = countedOf(edge);
        return (
          stance && (
            <span key={edge.key} class="cell-stance">
              <StanceMark stance={stance} /> {stanceTitle(stance)} {counted && <OriginBadge of={counted} />}
            </span>
          )
        );
      }),
  },
  {
    id: 'degree',
    title: 'Relations',
    numeric: true,
    width: '98px',
    value: ({ degree }) => degree,
    cell: ({ degree }) => formatNumber(degree),
  },
  {
    id: 'notes',
    title: 'Notes',
    numeric: true,
    width: '72px',
    value: ({ node }) => noteCounts.value?.get(node.key),
    cell: ({ node }) => noteCounts.value?.get(node.key) ?? '',
  },
  { id: 'first', title: 'First', width: '104px', value: ({ first }) => first, cell: ({ first }) => date(first) },
  { id: 'last', title: 'Last', width: '104px', value: ({ last }) => last, cell: ({ last }) => date(last) },
];

/**
 * The columns as they are called here: a foreign database has labels, and neither positions nor reports. Notes have a
 * column as soon as there are any, metrics where they were chosen.
 */
export const nodeColumns = computed<readonly Column<NodeRow>[]>(() =>
  columns.flatMap((column) => {
    if (column.id === 'degree') return [column, ...metricColumns.value];
    if (column.id === 'type' && isForeign.value) return [{ ...column, title: 'Label' }];
    if (column.id === 'notes') return noteCounts.value?.size ? [column] : [];
    if (column.id === 'stance')
      return isForeign.value || main.value === undefined
        ? []
        : [{ ...column, title: `Position on ${nameOf(main.value)}` }];
    return isForeign.value && (column.id === 'first' || column.id === 'last') ? [] : [column];
  }),
);
