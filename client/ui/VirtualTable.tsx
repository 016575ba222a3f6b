// A table over very many rows of which only those in sight are drawn: sorted by its headers, filtered by text, walked by key.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { download } from '../state/download.ts';
import { foldText } from '../text/fold.ts';
import { count, formatNumber } from '../text/format.ts';
import { Empty } from './basics.tsx';
import type { Column } from './DataTable.tsx';
import { fieldValue } from './field.ts';
import { showColumn, step } from './grid.ts';
import { rangeOf, type Sort, sortRows, turned } from './table.ts';
import { csvOf } from './table-csv.ts';
import { useVirtual } from './virtual.ts';

const rowHeight = 30;
/** Of each further line in a row. */
const lineHeight = 22;
/** Px that a column without a width of its own has at least. */
const leastWidth = 160;
const headHeight = 30;

interface VirtualTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  selected: ReadonlySet<string>;
  /** Selects one alone. */
  onSelect: (key: string) => void;
  /** Selects exactly these; absent where only one can be selected. */
  onSelectMany?: (keys: readonly string[]) => void;
  initial: Sort;
  /** How many lines a row takes; one if absent. */
  linesOf?: (row: Row) => number;
  /** What else stands in the bar over the rows. */
  tools?: ComponentChildren;
}

/** What a column says of a row, as text. */
const textOf = <Row,>(column: Column<Row>, row: Row): string => column.text?.(row) ?? String(column.value(row) ?? '');

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, keyOf, selected, onSelect, onSelectMany, initial, tools, linesOf } = props;
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const sort = useSignal<Sort>(initial);
  const wanted = useSignal('');
  const active = useSignal({ row: 0, column: 0 });
  /** Where a range begins. */
  const anchor = useRef<string | undefined>(undefined);
  const column = columns.find((one) => one.id === sort.value.column) ?? columns[0];
  const ordered = useMemo(() => {
    const words = foldText(wanted.value).split(/\s+/).filter(Boolean);
    const found =
      words.length === 0
        ? rows
        : rows.filter((row) => {
            const text = foldText(columns.map((one) => textOf(one, row)).join('\n'));
            return words.every((word) => text.includes(word));
          });
    return column ? sortRows(found, column.value, keyOf, sort.value.descending) : found;
  }, [rows, columns.length, column?.id, sort.value.descending, wanted.value]);
  const keys = useMemo(() => ordered.map(keyOf), [ordered]);
  const lines = useMemo(() => (linesOf ? ordered.map(linesOf) : undefined), [ordered]);
  const heightOf = (index: number) => rowHeight + ((lines?.[index] ?? 1) - 1) * lineHeight;
  const list = useVirtual(ordered.length, heightOf, frame, headHeight);
  // Heights are kept until it is told that they are others.
  useLayoutEffect(() => {
    if (lines) list.measure();
  }, [lines]);
  const least = columns.reduce((sum, { width }) => sum + (Number.parseInt(width ?? '', 10) || leastWidth), 0);
  const at = Math.min(active.value.row, Math.max(0, ordered.length - 1));

  const [one] = selected.size === 1 ? selected : [];
  // What is selected elsewhere is where the keys go on from.
  useEffect(() => {
    const row = one === undefined ? -1 : keys.indexOf(one);
    if (row < 0 || keys[active.peek().row] === one) return;
    active.value = { ...active.peek(), row };
    list.scrollToIndex(row);
  }, [one, keys]);

  const range = (from: string | undefined, to: string) => onSelectMany?.(rangeOf(keys, from ?? to, to));
  const toggle = (key: string) => {
    if (!onSelectMany) return onSelect(key);
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelectMany([...next]);
  };
  const onClick = (event: MouseEvent, row: number) => {
    const key = keys[row];
    if (key === undefined) return;
    active.value = { ...active.value, row };
    if (event.shiftKey && onSelectMany) return range(anchor.current, key);
    anchor.current = key;
    if ((event.ctrlKey || event.metaKey) && onSelectMany) toggle(key);
    else onSelect(key);
  };
  const onKey = (event: KeyboardEvent) => {
    // Keys pressed on a header's button are its own, but for the way down to the rows.
    if (event.target !== event.currentTarget) {
      if (event.key === 'ArrowDown') (event.currentTarget as HTMLElement).focus();
      else return;
    }
    const here = keys[at];
    if ((event.key === 'Enter' || event.key === ' ') && here !== undefined) {
      event.preventDefault();
      if (event.key === 'Enter') onSelect(here);
      else if (event.shiftKey && onSelectMany) return range(anchor.current, here);
      else toggle(here);
      anchor.current = here;
      return;
    }
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2);
    const size = { rows: ordered.length, columns: columns.length, page };
    const next = step(event.key, event.ctrlKey || event.metaKey, { ...active.value, row: at }, size);
    if (!next || ordered.length === 0) return;
    event.preventDefault();
    active.value = next;
    list.scrollToIndex(next.row);
    const heads = frame.current?.querySelectorAll('th');
    showColumn(frame.current, heads?.[next.column], next.column, heads?.[0]?.offsetWidth);
    const to = keys[next.row];
    if (event.shiftKey && onSelectMany && next.row !== at && to !== undefined) {
      anchor.current ??= here;
      range(anchor.current, to);
    }
  };
  const save = () => {
    const titles = ['Key', ...columns.map(({ title }) => title)];
    const lines = ordered.map((row) => [keyOf(row), ...columns.map((each) => textOf(each, row))]);
    download(`${label.toLowerCase()}.csv`, csvOf(titles, lines));
  };

  const items = list.getVirtualItems();
  const [first] = items;
  const last = items.at(-1);
  const under = last ? list.getTotalSize() - last.end : 0;
  const cellId = (row: number, cell: number) => `${id}-${row}-${cell}`;
  const inSight = items.some(({ index }) => index === at);
  return (
    <div class="table-frame virtual">
      <div class="table-bar">
        <input
          type="text"
          aria-label={`Filter ${label.toLowerCase()} by text`}
          placeholder="Filter by text"
          value={wanted.value}
          onInput={(event) => {
            wanted.value = fieldValue(event);
          }}
        />
        <span class="tally" role="status">
          {ordered.length === rows.length
            ? count(rows.length, 'row')
            : `${formatNumber(ordered.length)} of ${count(rows.length, 'row')}`}
        </span>
        <div class="table-tools">
          {tools}
          <button type="button" class="link" disabled={ordered.length === 0} onClick={save}>
            Save as CSV
          </button>
        </div>
      </div>
      <div class="table-scroll" ref={frame}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells stay a table's, and can be walked
          role="grid"
          aria-label={label}
          aria-rowcount={ordered.length + 1}
          aria-colcount={columns.length}
          aria-multiselectable={onSelectMany !== undefined}
          aria-readonly
          style={{ '--least': `${least}px` }}
          tabIndex={0}
          onKeyDown={onKey}
          {...(inSight ? { 'aria-activedescendant': cellId(at, active.value.column) } : {})}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((each) => (
                <th
                  key={each.id}
                  scope="col"
                  style={{ '--column': each.width ?? 'auto' }}
                  class={`col-${each.id}${each.numeric ? ' numeric' : ''}`}
                  aria-sort={
                    sort.value.column !== each.id ? 'none' : sort.value.descending ? 'descending' : 'ascending'
                  }
                >
                  <button
                    type="button"
                    title={each.title}
                    onClick={() => {
                      sort.value = turned(sort.value, each.id, each.numeric ?? false);
                      active.value = { ...active.value, row: 0 };
                      list.scrollToIndex(0);
                    }}
                  >
                    {each.title}{' '}
                    <span class="sort-sign" aria-hidden="true">
                      {sort.value.column !== each.id ? '' : sort.value.descending ? '↓' : '↑'}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          {/* What is not drawn has its room above and below. */}
          <tbody style={{ height: `${first?.start ?? 0}px` }} aria-hidden="true" class="spacer" />
          <tbody>
            {items.map(({ index }) => {
              const row = ordered[index];
              const key = keys[index];
              if (row === undefined || key === undefined) return null;
              return (
                <tr
                  key={key}
                  data-key={key}
                  aria-rowindex={index + 2}
                  aria-selected={selected.has(key)}
                  {...(lines ? { style: { '--lines': String(lines[index] ?? 1) } } : {})}
                  onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                  onClick={(event) => onClick(event, index)}
                >
                  {columns.map((each, cell) => (
                    <td
                      key={each.id}
                      id={cellId(index, cell)}
                      class={`col-${each.id}${each.numeric ? ' numeric' : ''}${index === at && cell === active.value.column ? ' active' : ''}`}
                      title={textOf(each, row)}
                    >
                      {each.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tbody style={{ height: `${under}px` }} aria-hidden="true" class="spacer" />
        </table>
        {ordered.length === 0 && (
          <Empty title={`None of the ${formatNumber(rows.length)} rows holds “${wanted.value.trim()}”`}>
            <button
              type="button"
              class="link"
              onClick={() => {
                wanted.value = '';
              }}
            >
              Show all rows
            </button>
          </Empty>
        )}
      </div>
    </div>
  );
}
