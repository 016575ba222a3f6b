// A bar of chips on one line: as many as find room, and a button that shows all of them.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { count, formatNumber } from '../text/format.ts';
import { placeUnder } from './float.ts';
import { Icon } from './marks.tsx';
import { fitting } from './room.ts';

export interface ChipOf {
  id: string;
  /** What its button does. */
  label: string;
  undo: () => void;
  kind: string;
  text: ComponentChildren;
}

const Chip = ({ chip, how = '' }: { chip: ChipOf; how?: '' | 'no-room' | 'whole' }) => (
  <li class={`chip ${how}`}>
    <span>
      <span class="chip-kind">{chip.kind}</span> {chip.text}
    </span>
    <button type="button" class="chip-close" aria-label={chip.label} title={chip.label} onClick={chip.undo}>
      <Icon name="close" />
    </button>
  </li>
);

/** How many chips find room in the bar; all of them where it has as many lines as it takes. */
function useFitting(chips: readonly ChipOf[]) {
  const bar = useRef<HTMLElement>(null);
  const fit = useSignal(chips.length);
  const measure = () => {
    const frame = bar.current?.firstElementChild;
    const list = frame?.querySelector('ul');
    if (!bar.current || !frame || !list) return;
    if (getComputedStyle(list).flexWrap !== 'nowrap') {
      fit.value = list.children.length;
      return;
    }
    const { paddingLeft, paddingRight, columnGap } = getComputedStyle(frame);
    const gap = Number.parseFloat(columnGap) || 0;
    const others = [...frame.children].filter((one) => one !== list && !one.matches('.chips-more, .chips-all'));
    const widths = others.map((one) => one.getBoundingClientRect().width).filter((width) => width > 0);
    const taken = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight) + 2;
    fit.value = fitting(
      [...list.children].map((chip) => chip.getBoundingClientRect().width),
      {
        gap: Number.parseFloat(getComputedStyle(list).columnGap) || 0,
        room: bar.current.clientWidth - taken - widths.reduce((sum, width) => sum + width + gap, 0),
        more: (frame.querySelector('.chips-more')?.getBoundingClientRect().width ?? 0) + gap,
      },
    );
  };
  // After every change: what stands in the bar, and how wide it is, follows from much.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    if (!bar.current) return undefined;
    const watch = new ResizeObserver(measure);
    watch.observe(bar.current);
    // Words are wider or narrower once their typeface is there.
    void document.fonts.ready.then(measure);
    return () => watch.disconnect();
  }, []);
  return { bar, fit: Math.min(fit.value, chips.length) };
}

/** The chips, and behind them what acts on all, which always has its room. */
export function Chips({
  label,
  chips,
  children,
}: {
  label: string;
  chips: readonly ChipOf[];
  children: ComponentChildren;
}) {
  const { bar, fit } = useFitting(chips);
  const button = useRef<HTMLButtonElement>(null);
  const all = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  const out = chips.length - fit;
  const onToggle = (event: ToggleEvent) => {
    open.value = event.newState === 'open';
    if (open.value) placeUnder(button.current, all.current);
  };
  return (
    <section class="filter-bar" aria-label={label} ref={bar}>
      <div class="filter-bar-line">
        <ul class={fit === 0 ? 'none-fit' : ''}>
          {chips.map((chip, index) => (
            <Chip key={chip.id} chip={chip} how={index >= fit ? 'no-room' : ''} />
          ))}
        </ul>
        <button
          ref={button}
          type="button"
          class={out > 0 ? 'button chips-more' : 'button chips-more no-room'}
          popovertarget="chips-popover"
          title="Show all of them"
        >
          {fit === 0 ? count(chips.length, 'filter') : `+${formatNumber(out)} more`}
        </button>
        <div id="chips-popover" class="popover chips-all" popover="auto" ref={all} onToggle={onToggle}>
          {open.value && (
            <ul aria-label={label}>
              {chips.map((chip) => (
                <Chip key={chip.id} chip={chip} how="whole" />
              ))}
            </ul>
          )}
        </div>
        {children}
      </div>
    </section>
  );
}
