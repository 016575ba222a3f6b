// The left rail: filters above, legend below; folds away, and is a sheet of its own on a phone.
import { Filters } from './Filters.tsx';
import { Legend } from './Legend.tsx';

export const Rail = () => (
  <aside class="rail" id="rail" aria-label="Filters and legend">
    <Filters />
    <Legend />
  </aside>
);
