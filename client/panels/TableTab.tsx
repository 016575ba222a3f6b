// The canvas's twin for reading and for the keyboard: the same nodes and relations, as two tables.
import { useSignal } from '@preact/signals';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { countedOf } from '../graph/counted.ts';
import { articlesOf, stanceOf, textOf, typeOf } from '../graph/model.ts';
import { resetFilters } from '../state/actions.ts';
import { isForeign, main, nameOf, shown } from '../state/data.ts';
import { selectEdge, selectedEdge, selectedNode, selectNode } from '../state/selection.ts';
import { formatDate, formatNumber, sentenceCase } from '../text/format.ts';
import { relationWords, stances, stanceTitle } from '../text/words.ts';
import { Empty } from '../ui/basics.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { StanceMark, TypeMark } from '../ui/marks.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';

interface NodeRow {
  node: NodeView;
  /** Its stance edges on the main plan. */
  held: EdgeView[];
  degree: number;
}

const rank = (edge: EdgeView): number => stances.indexOf(stanceOf(edge) as (typeof stances)[number]);
/** The stances of one actor in the order that every list shows them. */
const inOrder = (edges: readonly EdgeView[]): EdgeView[] => [...edges].sort((a, b) => rank(a) - rank(b));

function nodeRows(): NodeRow[] {
  const { nodes, edges } = shown.value;
  const degree = new Map<string, number>();
  const held = new Map<string, EdgeView[]>();
  for (const edge of edges) {
    degree.set(edge.source, (degree.get(edge.source) ?? 0) + 1);
    degree.set(edge.target, (degree.get(edge.target) ?? 0) + 1);
    if (stanceOf(edge) && edge.target === main.value) held.set(edge.source, [...(held.get(edge.source) ?? []), edge]);
  }
  return nodes.map((node) => ({ node, held: inOrder(held.get(node.key) ?? []), degree: degree.get(node.key) ?? 0 }));
}

const nodeColumns: readonly Column<NodeRow>[] = [
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
  { id: 'type', title: 'Type', value: ({ node }) => typeOf(node), cell: ({ node }) => node.labels.join(', ') },
  {
    id: 'stance',
    title: 'Position',
    value: ({ held }) => (held[0] ? rank(held[0]) : undefined),
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
    value: ({ degree }) => degree,
    cell: ({ degree }) => formatNumber(degree),
  },
];

const day = (edge: EdgeView, name: string) => {
  const text = textOf(edge, name);
  return text ? formatDate(text) : '';
};
const edgeColumns: readonly Column<EdgeView>[] = [
  { id: 'from', title: 'From', value: (edge) => nameOf(edge.source), cell: (edge) => nameOf(edge.source) },
  {
    id: 'relation',
    title: 'Relation',
    value: (edge) => relationWords(edge.type),
    cell: (edge) => {
      const stance = stanceOf(edge);
      return (
        <span class="cell-stance">
          {stance && <StanceMark stance={stance} />} {sentenceCase(relationWords(edge.type))}
        </span>
      );
    },
  },
  { id: 'to', title: 'To', value: (edge) => nameOf(edge.target), cell: (edge) => nameOf(edge.target) },
  {
    id: 'origins',
    title: 'Origins',
    numeric: true,
    value: (edge) => {
      const counted = countedOf(edge);
      return counted && counted.originsMax + counted.originsMin / 10_000;
    },
    cell: (edge) => {
      const counted = countedOf(edge);
      return counted && <OriginBadge of={counted} />;
    },
  },
  {
    id: 'articles',
    title: 'Articles',
    numeric: true,
    value: (edge) => articlesOf(edge) || undefined,
    cell: (edge) => (articlesOf(edge) === 0 ? '' : formatNumber(articlesOf(edge))),
  },
  { id: 'first', title: 'First', value: (edge) => textOf(edge, 'first'), cell: (edge) => day(edge, 'first') },
  { id: 'last', title: 'Last', value: (edge) => textOf(edge, 'last'), cell: (edge) => day(edge, 'last') },
];

export function TableTab() {
  const which = useSignal<'nodes' | 'relations'>('nodes');
  const { nodes, edges } = shown.value;
  const plan = main.value;
  const columns = nodeColumns.flatMap((column) => {
    if (column.id === 'type' && isForeign.value) return [{ ...column, title: 'Label' }];
    if (column.id !== 'stance') return [column];
    return isForeign.value || plan === undefined ? [] : [{ ...column, title: `Position on ${nameOf(plan)}` }];
  });
  return (
    <section class="table-tab" aria-label="Table">
      <fieldset class="segmented">
        <legend class="visually-hidden">Rows</legend>
        <button
          type="button"
          aria-pressed={which.value === 'nodes'}
          onClick={() => {
            which.value = 'nodes';
          }}
        >
          Nodes <span class="tally">{formatNumber(nodes.length)}</span>
        </button>
        <button
          type="button"
          aria-pressed={which.value === 'relations'}
          onClick={() => {
            which.value = 'relations';
          }}
        >
          Relations <span class="tally">{formatNumber(edges.length)}</span>
        </button>
        <p class="rail-note">What the graph shows, under the same filters.</p>
      </fieldset>
      {nodes.length === 0 ? (
        <Empty title="Every node is filtered out">
          Switch on {isForeign.value ? 'a label' : 'a type or stance'} on the left, or{' '}
          <button type="button" class="link" onClick={resetFilters}>
            reset the filters
          </button>
          .
        </Empty>
      ) : which.value === 'nodes' ? (
        <DataTable
          key="nodes"
          label="Nodes"
          columns={columns}
          rows={nodeRows()}
          keyOf={(row) => row.node.key}
          selected={selectedNode.value}
          onSelect={selectNode}
          initial={{ column: isForeign.value || plan === undefined ? 'name' : 'stance', descending: false }}
        />
      ) : (
        <DataTable
          key="relations"
          label="Relations"
          columns={isForeign.value ? edgeColumns.slice(0, 3) : edgeColumns}
          rows={edges}
          keyOf={(edge) => edge.key}
          selected={selectedEdge.value}
          onSelect={selectEdge}
          initial={{ column: 'relation', descending: false }}
        />
      )}
    </section>
  );
}
