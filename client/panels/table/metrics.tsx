// The metrics as columns of the table of nodes: what a cell says of its node, also while they are computed.
import { computed } from '@preact/signals';
import type { TableMetric } from '../../graph/metrics/names.ts';
import { partsBy } from '../../state/appearance.ts';
import { measuring, metrics } from '../../state/metrics.ts';
import { tableColumns } from '../../state/view.ts';
import { formatNumber } from '../../text/format.ts';
import type { Column } from '../../ui/DataTable.tsx';
import type { NodeRow } from './row.ts';

export const metricTitle: Readonly<Record<TableMetric, string>> = {
  pagerank: 'PageRank',
  betweenness: 'Betweenness',
  community: 'Community',
  component: 'Component',
};

/** By node key, what its community and component are called. */
const called = (name: 'community' | 'component') =>
  computed(() => new Map(partsBy(name).flatMap(({ title, members }) => members.map((key) => [key, title] as const))));
const titles = { community: called('community'), component: called('component') };

/** Decimals that tell nodes apart where a share is one of so many. */
const decimals = computed(() => 2 + Math.ceil(Math.log10(Math.max(10, metrics.value?.of.size ?? 0))));

const Pending = () => (
  <span class="pending" title="Being computed">
    …
  </span>
);

const metricOf = (name: TableMetric, { metrics: row }: NodeRow): number | undefined => row?.[name];

/** A file says that a number was not there yet, where an empty field would say that there is none. */
const absent = () => (measuring.value ? 'being computed' : '');

function shareColumn(name: 'pagerank' | 'betweenness', estimated: boolean): Column<NodeRow> {
  return {
    id: name,
    title: estimated ? `${metricTitle[name]}, estimated` : metricTitle[name],
    numeric: true,
    width: estimated ? '176px' : '116px',
    value: (row) => metricOf(name, row),
    text: (row) => String(metricOf(name, row) ?? absent()),
    cell: (row) => {
      const value = metricOf(name, row);
      if (value === undefined) return measuring.value && <Pending />;
      return `${estimated ? '≈ ' : ''}${value.toFixed(decimals.value)}`;
    },
  };
}

/** Parts are numbered by size, the largest first: sorted upwards, which is what the first press of the header does. */
function partColumn(name: 'community' | 'component'): Column<NodeRow> {
  const title = ({ node }: NodeRow) => titles[name].value.get(node.key) ?? '';
  return {
    id: name,
    title: metricTitle[name],
    width: '168px',
    value: (row) => metricOf(name, row),
    text: (row) => {
      const value = metricOf(name, row);
      return value === undefined ? absent() : `${value + 1}: ${title(row)}`;
    },
    cell: (row) => {
      const value = metricOf(name, row);
      if (value === undefined) return measuring.value && <Pending />;
      return (
        <>
          <span class="tally">{formatNumber(value + 1)}</span> {title(row)}
        </>
      );
    },
  };
}

/** The columns that were chosen. */
export const metricColumns = computed<readonly Column<NodeRow>[]>(() =>
  tableColumns.value.map((name) =>
    name === 'pagerank' || name === 'betweenness'
      ? shareColumn(name, name === 'betweenness' && (metrics.value?.sampled ?? false))
      : partColumn(name),
  ),
);
