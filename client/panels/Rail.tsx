// The left rail: filters or legend; folds away, and is a sheet of its own on a phone.

import { isPlainStyle } from '../graph/style.ts';
import { resetFilters } from '../state/actions.ts';
import { filtersChanged, isForeign, meta } from '../state/data.ts';
import { railPart, railParts, showRail } from '../state/rail.ts';
import { resetStyle } from '../state/style.ts';
import { hand, style } from '../state/view.ts';
import { sentenceCase } from '../text/format.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { Filters } from './filters/Filters.tsx';
import { HistoryTools } from './filters/HistoryTools.tsx';
import { Legend } from './legend/Legend.tsx';

function Reset() {
  const legend = railPart.value === 'legend';
  const changed = legend ? !isPlainStyle(style.value) : filtersChanged.value || hand.value.hidden.size > 0;
  return (
    <button
      type="button"
      class="link"
      disabled={!changed}
      title={legend ? 'Every type as usual' : 'Every filter as usual'}
      onClick={legend ? resetStyle : resetFilters}
    >
      Reset
    </button>
  );
}

export const Rail = () => (
  <aside class="rail" id="rail" aria-label="Filters and legend">
    <header class="rail-head">
      <Segmented
        legend="Rail"
        options={railParts.map((value) => ({ value, title: sentenceCase(value) }))}
        value={railPart.value}
        onChoose={showRail}
      />
      <Reset />
      <HistoryTools />
    </header>
    {isForeign.value && (
      <p class="rail-note" role="note">
        {meta.value?.limits.query.writes
          ? 'This database holds somebody else’s data. It is shown as a plain graph; only a Cypher statement that is run with writing switched on changes it.'
          : 'Read-only: this database holds somebody else’s data. It is shown as a plain graph, and nothing is written to it.'}
      </p>
    )}
    {railPart.value === 'filters' ? <Filters /> : <Legend />}
  </aside>
);
