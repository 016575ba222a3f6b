// What is filtered, left out or compared at the moment, in a bar over every view, each with the way back.
import type { ComponentChildren } from 'preact';
import { resetFilters } from '../state/actions.ts';
import { comparing, comparison, isLost } from '../state/compare.ts';
import { showUpTo } from '../state/display-limit.ts';
import { filtersInForce } from '../state/in-force.ts';
import { clearSelection } from '../state/selection.ts';
import { asOf, change, changeEvidence, evidenceFilter, hand, most, since } from '../state/view.ts';
import { leftOut, putAllBack, putBack } from '../state/what-if.ts';
import { count, formatDate, formatNumber } from '../text/format.ts';
import { Icon } from '../ui/marks.tsx';

const Chip = ({ label, undo, children }: { label: string; undo: () => void; children: ComponentChildren }) => (
  <li class="chip">
    <span>{children}</span>
    <button type="button" class="chip-close" aria-label={label} title={label} onClick={undo}>
      <Icon name="close" />
    </button>
  </li>
);

/** "9 relations lose their support, 3 rest on other counts" or what is new between two days, as a way to the list. */
function Result() {
  const found = comparison.value;
  const wanted = comparing.value;
  if (!found || !wanted) return null;
  const lost = [...found.removed, ...found.changed].filter(isLost).length;
  const other = found.changed.filter((change) => !isLost(change)).length;
  const words =
    wanted.kind === 'days'
      ? [
          `${formatNumber(found.added.length)} new`,
          found.removed.length > 0 ? `${formatNumber(found.removed.length)} gone` : '',
          `${formatNumber(found.changed.length)} changed`,
        ]
      : [`${count(lost, 'relation')} lose${lost === 1 ? 's' : ''} support`, `${formatNumber(other)} with other counts`];
  return (
    <button type="button" class="link" onClick={clearSelection} title="List them in the panel">
      {words.filter(Boolean).join(', ')}
    </button>
  );
}

/** The filters in force beyond the usual ones, and what was hidden by hand. */
function FilterChips() {
  const { hidden, only } = hand.value;
  return (
    <>
      {filtersInForce.value.map((one) => (
        <Chip
          key={one.id}
          label={`Take back: ${one.kind} ${one.text}`}
          undo={() => change(`take back: ${one.kind.toLowerCase()} ${one.text}`, { filters: one.without })}
        >
          <span class="chip-kind">{one.kind}</span> {one.text}
        </Chip>
      ))}
      {hidden.size > 0 && (
        <Chip
          label="Show what was hidden"
          undo={() => change('show what was hidden', { hand: { ...hand.value, hidden: new Set() } })}
        >
          <span class="chip-kind">Hidden</span> {count(hidden.size, 'node')}
        </Chip>
      )}
      {most.value !== null && (
        <Chip label="Show as many nodes as at first" undo={() => showUpTo(null)}>
          <span class="chip-kind">Nodes</span> up to {formatNumber(most.value)}
        </Chip>
      )}
      {only && (
        <Chip
          label="Show everything again"
          undo={() => change('show everything again', { hand: { added: hand.value.added, hidden } })}
        >
          <span class="chip-kind">Only</span> what was put here
        </Chip>
      )}
    </>
  );
}

/** Nothing where nothing is left out. The case and the date have their own places in the top bar. */
export function FilterBar() {
  const without = leftOut.value;
  const { grade } = evidenceFilter.value;
  const filtered =
    filtersInForce.value.length + (hand.value.hidden.size > 0 || hand.value.only || most.value !== null ? 1 : 0);
  if (without.length === 0 && grade === null && since.value === null && filtered === 0) return null;
  return (
    <section class="filter-bar" aria-label="What is left out or compared">
      <ul>
        {without.map(({ key, name }) => (
          <Chip key={key} label={`Put back ${name}`} undo={() => putBack(key)}>
            <span class="chip-kind">Without</span> {name}
          </Chip>
        ))}
        {grade !== null && (
          <Chip label="Take every grade" undo={() => changeEvidence('take every grade', { grade: null })}>
            <span class="chip-kind">Graded at least</span> {grade}
          </Chip>
        )}
        <FilterChips />
        {since.value !== null && (
          <Chip
            label="End the comparison"
            undo={() => {
              since.value = null;
            }}
          >
            <span class="chip-kind">Since</span> {formatDate(since.value)}
            {asOf.value !== null && <span class="chip-until"> → {formatDate(asOf.value)}</span>}
          </Chip>
        )}
      </ul>
      <span role="status">
        <Result />
      </span>
      {filtersInForce.value.length > 1 && (
        <button type="button" class="link" onClick={resetFilters}>
          Reset filters
        </button>
      )}
      {without.length > 1 && (
        <button type="button" class="link" onClick={putAllBack}>
          Put all back
        </button>
      )}
    </section>
  );
}
