// The canvas's twin for reading and for the keyboard: the same nodes and relations, as two tables.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { resetFilters } from '../../state/actions.ts';
import { isForeign, main, shown } from '../../state/data.ts';
import { askMetrics } from '../../state/metrics.ts';
import { selectEdge, selectedEdge, selectedNodes, selectNode, selectNodes } from '../../state/selection.ts';
import { tableColumns } from '../../state/view.ts';
import { Empty } from '../../ui/basics.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { NothingLeft } from '../NothingLeft.tsx';
import { Columns } from './Columns.tsx';
import { nodeColumns, nodeRows } from './nodes.tsx';
import { relationColumns } from './relations.tsx';

export function TableTab() {
  const which = useSignal<'nodes' | 'relations'>('nodes');
  const { nodes, edges } = shown.value;
  const edge = selectedEdge.value;
  const extra = tableColumns.value.length;
  useEffect(() => (extra > 0 ? askMetrics() : undefined), [extra > 0]);
  return (
    <section class="table-tab" aria-label="Table" style={{ '--metrics': String(extra) }}>
      <Segmented
        legend="Rows"
        options={[
          { value: 'nodes', title: 'Nodes', tally: nodes.length },
          { value: 'relations', title: 'Relations', tally: edges.length },
        ]}
        value={which.value}
        onChoose={(value) => {
          which.value = value;
        }}
      >
        <p class="rail-note">What the graph shows, under the same filters.</p>
      </Segmented>
      {nodes.length === 0 ? (
        <NothingLeft />
      ) : which.value === 'nodes' ? (
        <VirtualTable
          key="nodes"
          label="Nodes"
          columns={nodeColumns.value}
          rows={nodeRows.value}
          keyOf={(row) => row.node.key}
          selected={selectedNodes.value}
          onSelect={selectNode}
          onSelectMany={selectNodes}
          tools={<Columns />}
          linesOf={(row) => Math.max(1, row.held.length)}
          initial={{ column: isForeign.value || main.value === undefined ? 'name' : 'stance', descending: false }}
        />
      ) : edges.length === 0 ? (
        <Empty title="No relation joins what is shown" action={{ title: 'Reset the filters', run: resetFilters }}>
          Relations of the nodes that the filters let through are listed here.
        </Empty>
      ) : (
        <VirtualTable
          key="relations"
          label="Relations"
          columns={relationColumns.value}
          rows={edges}
          keyOf={(one) => one.key}
          selected={new Set(edge === undefined ? [] : [edge])}
          onSelect={selectEdge}
          initial={{ column: 'relation', descending: false }}
        />
      )}
    </section>
  );
}
