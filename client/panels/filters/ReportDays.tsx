// The days of the reports as two date fields: the same range as the brush on the time axis.
import { setDays } from '../../state/days.ts';
import { filters } from '../../state/view.ts';
import { fieldValue } from '../../ui/field.ts';
import { Group } from './Facet.tsx';

const day = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

export function ReportDays() {
  const { days } = filters.value;
  const { from, to } = days ?? { from: null, to: null };
  return (
    <Group title="Report dates" folded={days === null}>
      <div class="filter-days">
        <label>
          From
          <input
            type="date"
            value={from ?? ''}
            max={to ?? ''}
            onChange={(event) => setDays({ from: day(fieldValue(event)), to })}
          />
        </label>
        <label>
          To
          <input
            type="date"
            value={to ?? ''}
            min={from ?? ''}
            onChange={(event) => setDays({ from, to: day(fieldValue(event)) })}
          />
        </label>
      </div>
      {days !== null && (
        <button type="button" class="link" onClick={() => setDays(null)}>
          All report dates
        </button>
      )}
      <p class="rail-note">
        A relation stays while a report it rests on appeared in these days; its counts stay those of all reports. An
        undated report may have appeared on any day.
      </p>
    </Group>
  );
}
