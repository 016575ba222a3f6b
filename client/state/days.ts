// The range of report dates that is filtered by, set by the brush on the time axis and by the fields in the rail.
import { daysWords } from './filters/active.ts';
import type { Days } from './filters/reports.ts';
import { change, filters } from './view.ts';

/** Sets the range; open on both sides it is none. A range the wrong way round is turned. */
export function setDays(days: Days | null): void {
  const open = days === null || (days.from === null && days.to === null);
  const turned =
    days !== null && days.from !== null && days.to !== null && days.from > days.to
      ? { from: days.to, to: days.from }
      : days;
  const next = open ? null : turned;
  const { days: now } = filters.peek();
  if (next?.from === now?.from && next?.to === now?.to) return;
  const label = next === null ? 'all report dates' : `reports: ${daysWords(next)}`;
  change(label, { filters: { ...filters.peek(), days: next } }, 'days');
}
