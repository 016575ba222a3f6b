// The as-of date: only what was published by then counts; set by date or slider, replayed, compared with an earlier day.
import { useRef } from 'preact/hooks';
import { setAsOf } from '../state/actions.ts';
import { axis, pause } from '../state/replay.ts';
import { asOf, since } from '../state/view.ts';
import { formatDate } from '../text/format.ts';
import { fieldValue } from '../ui/field.ts';
import { Icon } from '../ui/marks.tsx';
import { ReplayButtons } from './Replay.tsx';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
/** A slider over the days on which articles appeared; its right end is all dates. */
function DaySlider() {
  const days = axis.value.days.map(({ day }) => day);
  const now = asOf.value;
  if (days.length < 2) return null;
  const at = now === null ? days.length : Math.max(0, days.filter((day) => day <= now).length - 1);
  return (
    <input
      type="range"
      class="day-slider"
      aria-label="Day"
      aria-valuetext={now === null ? 'All dates' : formatDate(now)}
      min={0}
      max={days.length}
      value={at}
      onInput={(event) => setAsOf(days[Number(fieldValue(event))] ?? null)}
    />
  );
}

export function AsOf() {
  const popover = useRef<HTMLDivElement>(null);
  return (
    <div class="as-of">
      <button type="button" class={`button quiet${asOf.value ? ' on' : ''}`} popovertarget="as-of-popover">
        <Icon name="calendar" />
        <span>
          {asOf.value === null ? (
            'All dates'
          ) : (
            <>
              <span class="as-of-prefix">As of </span>
              {formatDate(asOf.value)}
            </>
          )}
        </span>
      </button>
      <div id="as-of-popover" class="popover" popover="auto" ref={popover}>
        <label for="as-of-date">As of</label>
        <input
          id="as-of-date"
          type="date"
          value={asOf.value ?? ''}
          onChange={(event) => {
            if (isDay(fieldValue(event))) setAsOf(fieldValue(event));
          }}
        />
        <DaySlider />
        <p>Only what was published by the end of that day counts. Undated articles are always shown.</p>
        <ReplayButtons />
        <label for="since-date">Difference from an earlier day</label>
        <input
          id="since-date"
          type="date"
          value={since.value ?? ''}
          max={asOf.value ?? ''}
          onChange={(event) => {
            const day = fieldValue(event);
            pause();
            if (day === '') since.value = null;
            else if (isDay(day) && (asOf.value === null || day < asOf.value)) since.value = day;
          }}
        />
        <div class="popover-actions">
          <button
            type="button"
            class="button"
            disabled={asOf.value === null && since.value === null}
            onClick={() => {
              setAsOf(null);
              since.value = null;
              popover.current?.hidePopover();
            }}
          >
            All dates
          </button>
        </div>
      </div>
    </div>
  );
}
