// That no node is left to show, why, and the way back: in the place of the canvas and of the table.
import { isFiltered } from '../api.ts';
import { resetFilters } from '../state/actions.ts';
import { dataset, filtersChanged, isForeign, usualFilters } from '../state/data.ts';
import { load } from '../state/load.ts';
import { change, evidenceFilter, hand } from '../state/view.ts';
import { Empty } from '../ui/basics.tsx';
import { countAll } from './count-all.ts';
import { OpenExport } from './import/OpenExport.tsx';

const showAll = (): void =>
  change('show everything', { filters: usualFilters.value, hand: { added: hand.value.added, hidden: new Set() } });

export function NothingLeft() {
  const { hidden, only } = hand.value;
  if (dataset.value.nodes.size === 0 && isFiltered(evidenceFilter.value)) {
    return (
      <Empty title="Nothing is reported in what counts" action={countAll}>
        The day, the case, the grade, or what is left out takes away every report.
      </Empty>
    );
  }
  if (dataset.value.nodes.size === 0) {
    return (
      <div class="empty-database">
        <Empty title="The database is empty" action={{ title: 'Load again', run: () => void load() }}>
          {isForeign.value
            ? 'Nodes that are written to it would be drawn here.'
            : 'Import a claims document, for example with npm run hearsay -- import data/reports, and load again.'}
        </Empty>
        {!isForeign.value && <OpenExport />}
      </div>
    );
  }
  if (hidden.size > 0 || only) {
    const title = filtersChanged.value ? 'Every node is filtered out or hidden' : 'Every node is hidden';
    return (
      <Empty title={title} action={{ title: 'Show everything', run: showAll }}>
        Nodes were taken off the canvas by hand; Ctrl+Z takes back one step at a time.
      </Empty>
    );
  }
  return (
    <Empty title="Every node is filtered out" action={{ title: 'Reset the filters', run: resetFilters }}>
      Switch on {isForeign.value ? 'a label' : 'a type or stance'} on the left, or take back what is in force above.
    </Empty>
  );
}
