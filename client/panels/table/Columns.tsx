// The control that chooses which metrics the table of nodes shows as columns.
import { useRef } from 'preact/hooks';
import { type TableMetric, tableMetrics } from '../../graph/metrics/names.ts';
import { measuring } from '../../state/metrics.ts';
import { tableColumns } from '../../state/view.ts';
import { placeUnder } from '../../ui/float.ts';
import { metricTitle } from './metrics.tsx';

const meaning: Readonly<Record<TableMetric, string>> = {
  pagerank: 'How much leads to it, step after step',
  betweenness: 'How many shortest ways lead through it',
  community: 'With what it is joined most densely',
  component: 'What it is joined to at all',
};

function toggle(name: TableMetric): void {
  const on = new Set(tableColumns.peek());
  if (!on.delete(name)) on.add(name);
  tableColumns.value = tableMetrics.filter((one) => on.has(one));
}

export function Columns() {
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const onToggle = (event: ToggleEvent) => {
    if (event.newState !== 'open') return;
    placeUnder(button.current, popover.current);
    popover.current?.querySelector('input')?.focus();
  };
  return (
    <>
      {measuring.value && (
        <span class="tally" role="status">
          Measuring…
        </span>
      )}
      <button ref={button} type="button" class="link" popovertarget="columns-popover">
        Columns
      </button>
      <div id="columns-popover" class="popover columns-popover" popover="auto" ref={popover} onToggle={onToggle}>
        <fieldset>
          <legend>Metrics of what is shown</legend>
          {tableMetrics.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={tableColumns.value.includes(name)}
                aria-describedby={`column-${name}`}
                onChange={() => toggle(name)}
              />
              <span>{metricTitle[name]}</span>
              <span class="choice-note" id={`column-${name}`}>
                {meaning[name]}
              </span>
            </label>
          ))}
        </fieldset>
        <p>The degree is the column Relations.</p>
      </div>
    </>
  );
}
