// What is filtered, left out or compared at the moment, in a bar over every view, each with the way back.
import { resetFilters } from '../state/actions.ts';
import { comparing, comparison, isLost } from '../state/compare.ts';
import { showUpTo } from '../state/display-limit.ts';
import { filtersInForce } from '../state/in-force.ts';
import { clearSelection } from '../state/selection.ts';
import { asOf, change, changeEvidence, evidenceFilter, hand, most, since } from '../state/view.ts';
import { leftOut, putAllBack, putBack } from '../state/what-if.ts';
import { count, formatDate, formatNumber } from '../text/format.ts';
import { type ChipOf, Chips } from '../ui/Chips.tsx';

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
function filterChips(): ChipOf[] {
  const { hidden, only } = hand.value;
  const list: ChipOf[] = filtersInForce.value.map((one) => ({
    id: `filter ${one.id}`,
    label: `Take back: ${one.kind} ${one.text}`,
    undo: () => change(`take back: ${one.kind.toLowerCase()} ${one.text}`, { filters: one.without }),
    kind: one.kind,
    text: one.text,
  }));
  if (hidden.size > 0)
    list.push({
      id: 'hidden',
      label: 'Show what was hidden',
      undo: () => change('show what was hidden', { hand: { ...hand.value, hidden: new Set() } }),
      kind: 'Hidden',
      text: count(hidden.size, 'node'),
    });
  if (most.value !== null)
    list.push({
      id: 'most',
      label: 'Show as many nodes as at first',
      undo: () => showUpTo(null),
      kind: 'Nodes',
      text: `up to ${formatNumber(most.value)}`,
    });
  if (only)
    list.push({
      id: 'only',
      label: 'Show everything again',
      undo: () => change('show everything again', { hand: { added: hand.value.added, hidden } }),
      kind: 'Only',
      text: 'what was put here',
    });
  return list;
}

/** Everything that is left out or compared, in the order of the bar. */
function allChips(): ChipOf[] {
  const list: ChipOf[] = leftOut.value.map(({ key, name }) => ({
    id: `without ${key}`,
    label: `Put back ${name}`,
    undo: () => putBack(key),
    kind: 'Without',
    text: name,
  }));
  const { grade } = evidenceFilter.value;
  if (grade !== null)
    list.push({
      id: 'grade',
      label: 'Take every grade',
      undo: () => changeEvidence('take every grade', { grade: null }),
      kind: 'Graded at least',
      text: grade,
    });
  list.push(...filterChips());
  if (since.value !== null)
    list.push({
      id: 'since',
      label: 'End the comparison',
      undo: () => {
        since.value = null;
      },
      kind: 'Since',
      text: (
        <>
          {formatDate(since.value)}
          {asOf.value !== null && <span class="chip-until"> → {formatDate(asOf.value)}</span>}
        </>
      ),
    });
  return list;
}

/** Nothing where nothing is left out. The case and the date have their own places in the top bar. */
export function FilterBar() {
  const chips = allChips();
  if (chips.length === 0) return null;
  return (
    <Chips label="What is left out or compared" chips={chips}>
      <span role="status">
        <Result />
      </span>
      {filtersInForce.value.length > 1 && (
        <button type="button" class="link" aria-label="Reset filters" onClick={resetFilters}>
          Reset<span class="chip-wide"> filters</span>
        </button>
      )}
      {leftOut.value.length > 1 && (
        <button type="button" class="link" onClick={putAllBack}>
          Put all back
        </button>
      )}
    </Chips>
  );
}
