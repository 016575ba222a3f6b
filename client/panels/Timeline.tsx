// The strip at the bottom: when the articles were published, the as-of date that a click sets, and the range that is drawn over it.
import { useRef } from 'preact/hooks';
import { setAsOf } from '../state/actions.ts';
import { setDays } from '../state/days.ts';
import { daysWords } from '../state/filters/active.ts';
import { axis, datedArticles } from '../state/replay.ts';
import { asOf, filters, since } from '../state/view.ts';
import { count, formatDate } from '../text/format.ts';
import { dayAt, placeOf, step } from '../text/timeline.ts';
import { ReplayButtons } from './Replay.tsx';
import { BrushBand, BrushHandles, isOutside, useBrush } from './TimelineBrush.tsx';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const tickLabel = (day: string, label: 'day' | 'month' | 'year'): string =>
  label === 'day'
    ? formatDate(day).replace(/ \d{4}$/, '')
    : label === 'month'
      ? formatDate(day.slice(0, 7))
      : day.slice(0, 4);

export function Timeline() {
  const track = useRef<HTMLDivElement>(null);
  const brush = useBrush(track);
  const held = datedArticles;
  const { days, ticks, undated, ends } = axis.value;
  const most = Math.max(1, ...days.map((day) => day.count));
  const now = asOf.value;
  const range = filters.value.days;
  const excluded = days.filter((day) => now !== null && day.day > now).reduce((sum, day) => sum + day.count, 0);

  const onClick = (event: MouseEvent) => {
    if (brush.drawn.current) return;
    const box = track.current?.getBoundingClientRect();
    const day = box && dayAt(axis.value, (event.clientX - box.left) / box.width);
    if (day) setAsOf(day);
  };
  const onKey = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: step(axis.value, now, -1) ?? now,
      ArrowDown: step(axis.value, now, -1) ?? now,
      ArrowRight: step(axis.value, now, 1) ?? null,
      ArrowUp: step(axis.value, now, 1) ?? null,
      Home: days[0]?.day ?? null,
      End: null,
      Delete: null,
      Backspace: null,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setAsOf(to);
  };
  if (!ends) {
    return (
      <section class="timeline" aria-label="Timeline">
        <p class="rail-note">
          {undated === 0
            ? 'Articles with a date would be drawn here, in the order of their publication.'
            : `${count(undated, 'article')}, none of them dated: nothing to draw on a time axis.`}
        </p>
      </section>
    );
  }
  return (
    <section class="timeline" aria-label="Timeline">
      <div class="timeline-side">
        <ReplayButtons />
        <span>{count(held.value.length - undated, 'dated article')}</span>
        {excluded > 0 && <span>{excluded} after the date left out</span>}
      </div>
      <div class="timeline-axis">
        <div
          class="timeline-track"
          ref={track}
          role="slider"
          tabIndex={0}
          aria-label="As of"
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={days.length}
          aria-valuenow={now === null ? days.length : days.filter((day) => day.day <= now).length}
          aria-valuetext={now === null ? 'All dates' : `As of ${formatDate(now)}`}
          onPointerDown={brush.start}
          onClick={onClick}
          onKeyDown={onKey}
        >
          <div class="timeline-bars" aria-hidden="true">
            {days.map((day) => (
              <span
                key={day.day}
                class={`timeline-bar${(now !== null && day.day > now) || isOutside(day.day) ? ' after' : ''}`}
                style={{ left: percent(day.at), height: percent(0.2 + 0.8 * (day.count / most)) }}
                title={`${formatDate(day.day)}: ${count(day.count, 'article')}`}
              />
            ))}
            <BrushBand />
            {since.value !== null && (
              <span class="timeline-cursor earlier" style={{ left: percent(placeOf(axis.value, since.value)) }} />
            )}
            {now !== null && <span class="timeline-cursor" style={{ left: percent(placeOf(axis.value, now)) }} />}
          </div>
          <div class="timeline-ticks" aria-hidden="true">
            {ticks.map((tick) => (
              <span key={tick.day} style={{ left: percent(tick.at) }}>
                {tickLabel(tick.day, tick.label)}
              </span>
            ))}
          </div>
        </div>
        <BrushHandles track={track} />
      </div>
      <div class="timeline-side end">
        <strong>{now === null ? 'All dates' : `As of ${formatDate(now)}`}</strong>
        {range !== null && (
          <button type="button" class="link" title="Take every report date" onClick={() => setDays(null)}>
            {daysWords(range)}
          </button>
        )}
        <span>{undated === 0 ? 'None undated' : `${undated} undated, always shown`}</span>
        {now !== null && (
          <button
            type="button"
            class="link"
            onClick={() => {
              setAsOf(null);
              since.value = null;
            }}
          >
            All dates
          </button>
        )}
      </div>
    </section>
  );
}
