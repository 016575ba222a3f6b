// The as-of date: only what was published by then counts; undated articles always do.
import { useRef } from 'preact/hooks';
import { setAsOf } from '../state/actions.ts';
import { asOf } from '../state/view.ts';
import { formatDate } from '../text/format.ts';
import { Icon } from '../ui/marks.tsx';

export function AsOf() {
  const popover = useRef<HTMLDivElement>(null);
  const change = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) void setAsOf(value);
  };
  return (
    <div class="as-of">
      <button type="button" class={`button quiet${asOf.value ? ' on' : ''}`} popovertarget="as-of-popover">
        <Icon name="calendar" />
        <span>{asOf.value ? `As of ${formatDate(asOf.value)}` : 'All dates'}</span>
      </button>
      <div id="as-of-popover" class="popover" popover="auto" ref={popover}>
        <label for="as-of-date">As of</label>
        <input id="as-of-date" type="date" value={asOf.value ?? ''} onChange={change} />
        <p>Only what was published by the end of that day counts. Undated articles are always shown.</p>
        <button
          type="button"
          class="button"
          disabled={asOf.value === null}
          onClick={() => {
            void setAsOf(null);
            popover.current?.hidePopover();
          }}
        >
          All dates
        </button>
      </div>
    </div>
  );
}
