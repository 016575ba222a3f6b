// The range of report dates on the time axis: drawn over it with the pointer, or moved by its two ends.
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { setDays } from '../state/days.ts';
import type { Days } from '../state/filters/reports.ts';
import { axis } from '../state/replay.ts';
import { filters } from '../state/view.ts';
import { formatDate } from '../text/format.ts';
import { dayAt, placeOf } from '../text/timeline.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
/** A pointer that moves less is a click. */
const least = 4;

/** Whether a day is not in the range that is filtered by. */
export function isOutside(day: string): boolean {
  const { days } = filters.value;
  return days !== null && ((days.from !== null && day < days.from) || (days.to !== null && day > days.to));
}

/** The day under the pointer. */
function dayUnder(track: HTMLElement, event: MouseEvent): string | undefined {
  const box = track.getBoundingClientRect();
  return dayAt(axis.peek(), (event.clientX - box.left) / box.width);
}

/** Follows the pointer until it is let go. */
function follow(event: PointerEvent, move: (moved: PointerEvent) => void): void {
  const element = event.currentTarget as HTMLElement;
  element.setPointerCapture(event.pointerId);
  element.addEventListener('pointermove', move);
  element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), {
    once: true,
  });
}

/** Draws a range over the axis; `drawn` tells the click that follows whether it ended one. */
export function useBrush(track: RefObject<HTMLElement | null>) {
  const drawn = useRef(false);
  const start = (event: PointerEvent) => {
    drawn.current = false;
    const element = track.current;
    const first = element && dayUnder(element, event);
    if (!element || !first || event.button !== 0) return;
    const from = event.clientX;
    follow(event, (moved) => {
      if (!drawn.current && Math.abs(moved.clientX - from) < least) return;
      drawn.current = true;
      const last = dayUnder(element, moved);
      if (last) setDays({ from: first, to: last });
    });
  };
  return { start, drawn };
}

const ends = { from: 'Reports from', to: 'Reports to' } as const;
type End = keyof typeof ends;

/** The range with one end elsewhere; an end that would pass the other takes it along. */
function withEnd(days: Days | null, end: End, day: string | null): Days {
  const next = { from: null, to: null, ...days, [end]: day };
  if (next.from !== null && next.to !== null && next.from > next.to) return { from: day, to: day };
  return next;
}

function Handle({ end, track }: { end: End; track: RefObject<HTMLElement | null> }) {
  const days = axis.value.days.map(({ day }) => day);
  const set = filters.value.days?.[end] ?? null;
  const open = end === 'from' ? 0 : days.length - 1;
  const at =
    set === null
      ? open
      : end === 'from'
        ? Math.min(days.length - 1, days.filter((day) => day < set).length)
        : Math.max(0, days.filter((day) => day <= set).length - 1);
  const go = (day: string | null) => setDays(withEnd(filters.peek().days, end, day));
  const onKey = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: days.length - 1,
    }[event.key];
    const clears = event.key === 'Delete' || event.key === 'Backspace';
    if (to === undefined && !clears) return;
    event.preventDefault();
    if (clears) setDays(null);
    // At its own end it leaves the range open.
    else if (to !== undefined) go(to === open ? null : (days[Math.min(days.length - 1, Math.max(0, to))] ?? null));
  };
  const onPointer = (event: PointerEvent) => {
    event.stopPropagation();
    (event.currentTarget as HTMLElement).focus();
    follow(event, (moved) => {
      const day = track.current && dayUnder(track.current, moved);
      if (day) go(day);
    });
  };
  const words = set === null ? (end === 'from' ? 'the first report' : 'the last report') : formatDate(set);
  return (
    <div
      class={`brush-handle ${end}${set === null ? '' : ' set'}`}
      role="slider"
      tabIndex={0}
      aria-label={ends[end]}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={days.length - 1}
      aria-valuenow={at}
      aria-valuetext={words}
      title={`${ends[end]}: ${words}`}
      style={{ left: percent(set === null ? (end === 'from' ? 0 : 1) : placeOf(axis.value, set)) }}
      onKeyDown={onKey}
      onPointerDown={onPointer}
    />
  );
}

/** The two ends of the range, each a slider over the days of reports. */
export const BrushHandles = ({ track }: { track: RefObject<HTMLElement | null> }) =>
  axis.value.days.length < 2 ? null : (
    <>
      <Handle end="from" track={track} />
      <Handle end="to" track={track} />
    </>
  );

/** The range as a band behind the bars. */
export function BrushBand() {
  const { days } = filters.value;
  if (days === null) return null;
  const left = days.from === null ? 0 : placeOf(axis.value, days.from);
  const right = days.to === null ? 1 : placeOf(axis.value, days.to);
  return <span class="brush-band" style={{ left: percent(left), width: percent(right - left) }} />;
}
