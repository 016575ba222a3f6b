// The rows as a grid of which only those in sight are drawn; arrow keys walk its cells, Enter opens a row.
import { useComputed, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { learnKeys } from '../../state/cypher/ends.ts';
import { widthsOf } from '../../state/cypher/grid.ts';
import type { Run } from '../../state/cypher/run.ts';
import { Empty } from '../../ui/basics.tsx';
import { showColumn, step } from '../../ui/grid.ts';
import { useVirtual } from '../../ui/virtual.ts';
import { ResultRow } from './ResultRow.tsx';

const rowHeight = 29;
const numberWidth = 64;
const whileRunning = 1000;

export function ResultTable({ run }: { run: Run }) {
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  // While more come in, the first are enough: laying out hundreds of thousands anew ten times a second would stall the page.
  const drawn = useComputed(() =>
    run.state.value.state === 'running' ? Math.min(run.received.value, whileRunning) : run.received.value,
  );
  const count = drawn.value;
  const columns = run.columns.value ?? [];
  const active = useSignal({ row: 0, column: 0 });
  const opened = useSignal<ReadonlySet<number>>(new Set());
  const list = useVirtual(count, () => rowHeight, frame);
  if (count === 0) {
    if (run.state.value.state === 'done') {
      return (
        <Empty title="The answer has no rows">
          {columns.length === 0
            ? 'The statement returns none; the statistics say what it did.'
            : 'Nothing in the database fits the statement. Loosen a WHERE, or see in the schema how labels, relations and properties are called.'}
        </Empty>
      );
    }
    return null;
  }
  const widths = widthsOf(
    columns,
    Array.from({ length: Math.min(count, 60) }, (_, index) => run.rows.at(index)),
  );
  const layout = `${numberWidth}px ${widths.map((width, at) => (at === widths.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ')}`;
  const wide = numberWidth + widths.reduce((sum, width) => sum + width, 0);

  const toggle = (row: number) => {
    const next = new Set(opened.value);
    if (!next.delete(row)) next.add(row);
    opened.value = next;
  };
  const onKey = (event: KeyboardEvent) => {
    // Keys pressed on something within an opened row are its own.
    if (event.target !== frame.current) return;
    const { row, column } = active.value;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return toggle(row);
    }
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = step(
      event.key,
      event.ctrlKey || event.metaKey,
      { row, column },
      { rows: count, columns: columns.length, page },
    );
    if (!next) return;
    event.preventDefault();
    active.value = next;
    list.scrollToIndex(next.row);
    showColumn(
      frame.current,
      frame.current?.querySelectorAll<HTMLElement>('[role="columnheader"]')[next.column + 1],
      next.column,
    );
  };
  const items = list.getVirtualItems();
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;
  const inSight = items.some(({ index }) => index === active.value.row);
  return (
    <div
      class="result-table table-scroll"
      role="treegrid"
      aria-label="Rows of the answer"
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-readonly
      tabIndex={0}
      ref={frame}
      onKeyDown={onKey}
      {...(inSight ? { 'aria-activedescendant': cellId(active.value.row, active.value.column) } : {})}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table element cannot leave most of its rows undrawn; the grid has the focus */}
      <div
        class="result-head"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: layout, minWidth: `${wide}px` }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above */}
        <span role="columnheader">#</span>
        {columns.map((name, at) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
          <span role="columnheader" key={at} title={name}>
            {name}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div class="result-body" role="rowgroup" style={{ height: `${list.getTotalSize()}px`, minWidth: `${wide}px` }}>
        {items.map(({ index, start, key }) => {
          const row = run.rows.at(index);
          learnKeys(row);
          return (
            <ResultRow
              key={key}
              row={row}
              index={index}
              columns={columns}
              layout={layout}
              start={start}
              open={opened.value.has(index)}
              active={index === active.value.row ? active.value.column : undefined}
              cellId={cellId}
              measure={list.measureElement}
              onToggle={toggle}
            />
          );
        })}
      </div>
    </div>
  );
}
