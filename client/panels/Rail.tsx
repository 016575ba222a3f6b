// The left rail: filters above, legend below; folds away, and is a sheet of its own on a phone.
import { isForeign, meta } from '../state/data.ts';
import { Appearance } from './Appearance.tsx';
import { Filters } from './filters/Filters.tsx';
import { Legend } from './Legend.tsx';

export const Rail = () => (
  <aside class="rail" id="rail" aria-label="Filters and legend">
    {isForeign.value && (
      <p class="rail-note" role="note">
        {meta.value?.limits.query.writes
          ? 'This database holds somebody else’s data. It is shown as a plain graph; only a Cypher statement that is run with writing switched on changes it.'
          : 'Read-only: this database holds somebody else’s data. It is shown as a plain graph, and nothing is written to it.'}
      </p>
    )}
    <Filters />
    <Appearance />
    <Legend />
  </aside>
);
