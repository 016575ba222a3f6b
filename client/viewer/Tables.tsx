// The graph of an exported page as two tables, for reading without seeing the canvas.
import { useSignal } from '@preact/signals';
import type { ViewerEdge, ViewerNode } from '../export/viewer-data.ts';
import { countedOf } from '../graph/counted.ts';
import { typeOf } from '../graph/model.ts';
import { formatNumber } from '../text/format.ts';
import { relationWords } from '../text/words.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { around, data, nameOf } from './data.ts';
import { selectEdge, selected, selectNode } from './state.ts';
import { TypeMark } from './TypeMark.tsx';

const degree = ({ key }: ViewerNode): number => around.get(key)?.length ?? 0;

const nodeColumns: readonly Column<ViewerNode>[] = [
  {
    id: 'name',
    title: 'Name',
    value: ({ name }) => name,
    cell: (node) => (
      <span class="cell-name">
        <TypeMark type={typeOf(node)} /> {node.name}
      </span>
    ),
  },
  { id: 'type', title: 'Type', value: typeOf, cell: (node) => node.labels.join(', ') },
  { id: 'degree', title: 'Relations', numeric: true, value: degree, cell: (node) => formatNumber(degree(node)) },
];

const edgeColumns: readonly Column<ViewerEdge>[] = [
  { id: 'source', title: 'From', value: ({ source }) => nameOf(source), cell: ({ source }) => nameOf(source) },
  {
    id: 'relation',
    title: 'Relation',
    value: ({ type }) => relationWords(type),
    cell: ({ type }) => relationWords(type),
  },
  { id: 'target', title: 'To', value: ({ target }) => nameOf(target), cell: ({ target }) => nameOf(target) },
  {
    id: 'origins',
    title: 'Origins',
    value: (edge) => countedOf(edge)?.originsMax,
    cell: (edge) => {
      const counted = countedOf(edge);
      return counted && <OriginBadge of={counted} />;
    },
  },
];

export function Tables() {
  const which = useSignal<'nodes' | 'relations'>('nodes');
  const key = selected.value?.key;
  return (
    <section class="table-tab" aria-label="Table">
      <Segmented
        legend="Rows"
        options={[
          { value: 'nodes', title: 'Nodes', tally: data.nodes.length },
          { value: 'relations', title: 'Relations', tally: data.edges.length },
        ]}
        value={which.value}
        onChoose={(value) => {
          which.value = value;
        }}
      />
      {which.value === 'nodes' ? (
        <DataTable
          key="nodes"
          label="Nodes"
          columns={nodeColumns}
          rows={data.nodes}
          keyOf={(node) => node.key}
          selected={key}
          onSelect={selectNode}
          initial={{ column: 'degree', descending: true }}
        />
      ) : (
        <DataTable
          key="relations"
          label="Relations"
          columns={edgeColumns}
          rows={data.edges}
          keyOf={(edge) => edge.key}
          selected={key}
          onSelect={selectEdge}
          initial={{ column: 'source', descending: false }}
        />
      )}
    </section>
  );
}
