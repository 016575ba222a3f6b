// What is left out, chosen or compared at the moment, in a bar over every view, each with the way back.
import type { ComponentChildren } from 'preact';
import { comparing, comparison, isLost } from '../state/compare.ts';
import { clearSelection } from '../state/selection.ts';
import { asOf, changeEvidence, evidenceFilter, since } from '../state/view.ts';
import { leaveOut, leftOut, putAllBack, putBack } from '../state/what-if.ts';
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

/** Nothing where nothing is left out. The case and the date have their own places in the top bar. */
export function FilterBar() {
  const without = leftOut.value;
  const { grade } = evidenceFilter.value;
  if (without.length === 0 && grade === null && since.value === null) return null;
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
      {without.length > 1 && (
        <button type="button" class="link" onClick={putAllBack}>
          Put all back
        </button>
      )}
    </section>
  );
}

interface WhatIfProps {
  of: { key: string; name: string };
  /** An actor stays in the graph: it is only no longer listened to. */
  actor?: boolean;
}

/** Leaves an article, an outlet, a source or an actor's word out, to see what rests on it. */
export const WhatIfButton = ({ of, actor = false }: WhatIfProps) =>
  evidenceFilter.value.without.has(of.key) ? (
    <button type="button" class="button" onClick={() => putBack(of.key)}>
      {actor ? 'Let its word count again' : 'Put it back'}
    </button>
  ) : (
    <button type="button" class="button" onClick={() => leaveOut(of.key, of.name)}>
      {actor ? 'What if its word did not count?' : 'What if this were not there?'}
    </button>
  );
