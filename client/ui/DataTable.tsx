// A sortable table over many rows: sorted by its headers, walked with the arrow keys, in pages beyond 100 rows.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { usePages } from './Pager.tsx';
import { type Sort, sortRows, turned } from './table.ts';

export interface Column<Row> {
  id: string;
  title: string;
  /** What the rows are sorted by; numbers by size, text by code unit of its lower case, undefined last. */
  value: (row: Row) => string | number | undefined;
  cell: (row: Row) => ComponentChildren;
  /** What the cell says, for filters and files; `value` if absent. */
  text?: (row: Row) => string;
  numeric?: boolean;
  /** A fixed width, so that tables one below the other line up. */
  width?: string;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  selected: string | undefined;
  onSelect: (key: string) => void;
  initial: Sort;
}

export function DataTable<Row>({ label, columns, rows, keyOf, selected, onSelect, initial }: DataTableProps<Row>) {
  const sort = useSignal<Sort>(initial);
  const body = useRef<HTMLTableSectionElement>(null);
  const column = columns.find((one) => one.id === sort.value.column) ?? columns[0];
  const sorted = column ? sortRows(rows, column.value, keyOf, sort.value.descending) : rows;
  const { shown, first, onPage, nav } = usePages(label, sorted);
  const stop = shown.some((row) => keyOf(row) === selected) ? selected : shown[0] && keyOf(shown[0]);

  const onKey = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest('tr');
    if (!row || event.target !== row) return;
    const all = [...(body.current?.rows ?? [])];
    const at = all.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[to]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      row.click();
    }
  };
  return (
    <div class="table-frame">
      <div class="table-scroll">
        <table aria-label={label} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((one) => (
                <th
                  key={one.id}
                  scope="col"
                  style={{ width: one.width ?? 'auto' }}
                  class={`col-${one.id}${one.numeric ? ' numeric' : ''}`}
                  aria-sort={sort.value.column !== one.id ? 'none' : sort.value.descending ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    onClick={() => {
                      sort.value = turned(sort.value, one.id, one.numeric ?? false);
                      onPage(0);
                    }}
                  >
                    {one.title}{' '}
                    <span class="sort-sign" aria-hidden="true">
                      {sort.value.column !== one.id ? '' : sort.value.descending ? '↓' : '↑'}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKey}>
            {shown.map((row, index) => {
              const key = keyOf(row);
              return (
                <tr
                  key={key}
                  data-key={key}
                  aria-rowindex={first + index + 2}
                  aria-selected={key === selected}
                  tabIndex={key === stop ? 0 : -1}
                  onClick={() => onSelect(key)}
                >
                  {columns.map((one) => (
                    <td key={one.id} class={`col-${one.id}${one.numeric ? ' numeric' : ''}`}>
                      {one.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {nav}
    </div>
  );
}
