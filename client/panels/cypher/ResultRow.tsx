// A row of the answer: its values in one line each and, where it is opened, whole below.
import type { TypedValue } from '../../../server/schema/cypher.ts';
import { formatNumber } from '../../text/format.ts';
import { CellValue, ValueTree } from './Value.tsx';

interface ResultRowProps {
  row: readonly TypedValue[];
  /** From 0. */
  index: number;
  columns: readonly string[];
  /** The columns' widths, as a CSS grid has them. */
  layout: string;
  /** Px from the top of the body. */
  start: number;
  open: boolean;
  /** The column of the cell that the keys are on, if it is in this row. */
  active: number | undefined;
  cellId: (row: number, column: number) => string;
  measure: (element: HTMLElement | null) => void;
  onToggle: (index: number) => void;
}

const Details = ({ row, columns }: Pick<ResultRowProps, 'row' | 'columns'>) => (
  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a cell of the grid, which has the focus
  <div class="row-details" role="gridcell" aria-colspan={columns.length + 1}>
    <dl class="value-fields">
      {row.map((value, at) => (
        <div key={at}>
          <dt>{columns[at]}</dt>
          <dd>
            <ValueTree value={value} />
          </dd>
        </div>
      ))}
    </dl>
  </div>
);

export function ResultRow(props: ResultRowProps) {
  const { row, index, columns, layout, start, open, active, cellId, measure, onToggle } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a row of the grid, which has the focus
    <div
      class={open ? 'result-row open' : 'result-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-expanded={open}
      data-index={index}
      ref={measure}
      style={{ transform: `translateY(${start}px)` }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the grid's Enter does the same */}
      <div
        class="result-cells"
        role="presentation"
        style={{ gridTemplateColumns: layout }}
        onClick={() => onToggle(index)}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above */}
        <span class="row-number" role="rowheader">
          {formatNumber(index + 1)}
        </span>
        {row.map((value, at) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
          <span key={at} id={cellId(index, at)} role="gridcell" class={at === active ? 'active' : ''}>
            <CellValue value={value} />
          </span>
        ))}
      </div>
      {open && <Details row={row} columns={columns} />}
    </div>
  );
}
