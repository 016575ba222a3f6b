// The matrix's grid: only the rows in sight are in the page, however many there are; arrow keys go from cell to cell.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Holder, StanceRow } from '../../server/schema/comparison.ts';
import { standingOf } from '../graph/counted.ts';
import { selectEdge, selectedEdge } from '../state/selection.ts';
import {
  isSilent,
  type Matrix,
  type MatrixRow,
  matrixSort,
  type Said,
  sortMatrix,
  unsettledPlace,
} from '../state/stances.ts';
import { howSaid, saidWords, stanceTitle } from '../text/words.ts';
import { NodeLink } from '../ui/basics.tsx';
import { StanceMark } from '../ui/marks.tsx';
import { OriginBadge } from '../ui/OriginBadge.tsx';
import { TypeMark } from '../ui/TypeMark.tsx';
import { gridStep, type Slice, sliceOf } from './matrix-keys.ts';

/** The height of a row, in pixels: the same for all, so that it is known which are in sight. */
const rowHeight = 35;

/** One position of a cell; a cell with several is split between them. */
function Position({ row }: { row: StanceRow }) {
  const label = `${row.holder.name}, ${stanceTitle(row.stance).toLowerCase()}: ${row.plan.name}.`;
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`position tone-${row.stance}-soft ${standingOf(row)}${row.contested ? ' contested' : ''}`}
      data-edge={row.edgeKey}
      aria-pressed={false}
      title={label}
    >
      <span class="visually-hidden">{label}</span>
      <StanceMark stance={row.stance} />
      <OriginBadge of={row} />
    </button>
  );
}

/** What is said of a stance that is not held now, such as its denial; leads to the claim on the plan, with the words. */
function Mention({ holder, said }: { holder: Holder; said: Said }) {
  const label = `${holder.name}, ${saidWords(said)}: ${said.plan.name}.`;
  return (
    <button
      type="button"
      tabIndex={-1}
      class="position mention"
      data-edge={`TARGET~${said.claim}~${said.plan.key}`}
      aria-pressed={false}
      title={label}
    >
      <span class="visually-hidden">{label}</span>
      <span class={said.mode === 'asserts' ? '' : 'struck'} aria-hidden="true">
        <StanceMark stance={said.stance} />
      </span>
      <span aria-hidden="true">{howSaid(said)}</span>
    </button>
  );
}

/** An empty cell says so to whoever cannot see that it is empty. */
const Cell = ({ row, plan }: { row: MatrixRow; plan: Holder }) => {
  const held = row.cells.get(plan.key);
  const said = row.said.get(plan.key);
  return held || said ? (
    <td>
      <div class="cell">
        {held
          ? held.map((one) => <Position key={one.edgeKey} row={one} />)
          : said?.map((one) => (
              <Mention key={`${one.claim} ${one.mode} ${one.modality}`} holder={row.holder} said={one} />
            ))}
      </div>
    </td>
  ) : (
    <td class="silent">
      <button type="button" class="position none" tabIndex={-1}>
        <span class="visually-hidden">
          {row.holder.name}, {plan.name}: nothing reported
        </span>
      </button>
    </td>
  );
};

const Row = ({ row, plans, index }: { row: MatrixRow; plans: readonly Holder[]; index: number }) => (
  <tr class={isSilent(row) ? 'holder-row silent-row' : 'holder-row'} aria-rowindex={index + 2}>
    <th scope="row">
      <span class="holder">
        <TypeMark type={row.holder.labels[0] ?? ''} /> <NodeLink node={row.holder} />
      </span>
    </th>
    {plans.map((plan) => (
      <Cell key={plan.key} row={row} plan={plan} />
    ))}
  </tr>
);

function SortHeader({ by, children, title }: { by: string; children: string; title?: string }) {
  const sort = matrixSort.value;
  const on = sort.by === by;
  return (
    <th scope="col" aria-sort={on ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => sortMatrix(by)} title={title ?? children}>
        <span class="head-name">{children}</span>{' '}
        <span class="sort-sign" aria-hidden="true">
          {on ? (sort.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}

/** Stands for the rows that are out of sight. */
const Spacer = ({ rows }: { rows: number }) =>
  rows === 0 ? null : (
    <tr>
      <td class="spacer" style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );

export function MatrixGrid({ plans, rows }: Matrix) {
  const scroll = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const seen = useSignal<Slice>(sliceOf(rows.length, 0, 900, rowHeight));
  const look = () => {
    const { scrollTop = 0, clientHeight = 900 } = scroll.current ?? {};
    const next = sliceOf(rows.length, scrollTop, clientHeight, rowHeight);
    if (next.from !== seen.peek().from || next.to !== seen.peek().to) seen.value = next;
  };
  const places = () => [...(body.current?.querySelectorAll<HTMLElement>('.position') ?? [])];
  /** The one place of the grid that Tab reaches is where somebody was last. */
  const enter = (to: HTMLElement | undefined) => {
    if (!to) return;
    for (const one of places()) one.tabIndex = one === to ? 0 : -1;
  };
  useEffect(look, [rows]);
  // By hand, as only one place changes: thousands of components need not be drawn anew for it.
  useEffect(() => {
    if (!places().some((one) => one.tabIndex === 0)) enter(places()[0]);
    return selectedEdge.subscribe((key) => {
      for (const one of places())
        if (one.dataset.edge !== undefined) one.setAttribute('aria-pressed', String(one.dataset.edge === key));
    });
  });
  const onKey = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('.position');
    if (!from || !body.current) return;
    const go = (to: HTMLElement | undefined) => {
      enter(to);
      to?.focus();
    };
    if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      const end = event.key === 'End';
      if (scroll.current) scroll.current.scrollTop = end ? rows.length * rowHeight : 0;
      look();
      // Once the rows at that end are in the page.
      setTimeout(() => go(end ? places().at(-1) : places()[0]));
      return;
    }
    const grid = [...body.current.querySelectorAll<HTMLTableRowElement>('.holder-row')].map((row) =>
      [...row.cells].slice(1).map((cell) => [...cell.querySelectorAll<HTMLElement>('.position')]),
    );
    const to = gridStep(grid, from, event.key);
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  const onClick = (event: MouseEvent) => {
    const position = (event.target as HTMLElement).closest<HTMLElement>('.position');
    if (!position) return;
    enter(position);
    const { edge } = position.dataset;
    if (edge) selectEdge(edge);
    unsettledPlace.value = position.matches('.mention, .none') ? placeOf(position) : null;
  };
  /** Whose cell it is, on what. */
  const placeOf = (position: HTMLElement) => {
    const cell = position.closest('td');
    const row = rows[Number(cell?.closest('tr')?.getAttribute('aria-rowindex')) - 2];
    const plan = plans[(cell?.cellIndex ?? 0) - 1];
    return row && plan ? { holder: row.holder, plan, isSilent: position.matches('.none') } : null;
  };
  const { from, to } = seen.value;
  return (
    <div class="matrix-scroll" ref={scroll} onScroll={look}>
      <table
        class="matrix"
        style={{ '--plans': String(plans.length) }}
        aria-label="Positions of holders on plans"
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            <SortHeader by="name">Holder</SortHeader>
            {plans.map((plan) => (
              <SortHeader key={plan.key} by={plan.key}>
                {plan.name}
              </SortHeader>
            ))}
          </tr>
        </thead>
        {/* The buttons inside are what is pressed; one handler serves all of them. */}
        <tbody ref={body} onKeyDown={onKey} onClick={onClick}>
          <Spacer rows={Math.min(from, rows.length)} />
          {rows.slice(from, to).map((row, index) => (
            <Row key={row.holder.key} row={row} plans={plans} index={from + index} />
          ))}
          <Spacer rows={Math.max(0, rows.length - to)} />
        </tbody>
      </table>
    </div>
  );
}
