// Keeps a list at its field, above everything that would cut it off: in the window, under the field or over it.
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const gap = 4;
/** Between a button and its popover. */
const underButton = 6;
/** The list's own greatest height, and from the window's edge. */
const tallest = 380;
const margin = 8;
/** Names are cut off in a list that is narrower. */
const narrowest = 280;

export interface Place {
  left: number;
  width: number;
  maxHeight: number;
  /** From the window's top, or from its bottom where there is more room over the field. */
  top?: number;
  bottom?: number;
}

/** Where a list goes whose field stands there, in a window of this size. */
export function placeOf(
  field: { left: number; top: number; bottom: number; width: number },
  window: { width: number; height: number },
): Place {
  const width = Math.min(Math.max(field.width, narrowest), window.width - 2 * margin);
  const left = Math.max(margin, Math.min(field.left, window.width - width - margin));
  const under = window.height - field.bottom - gap - margin;
  const over = field.top - gap - margin;
  if (under >= Math.min(tallest, over))
    return { left, width, maxHeight: Math.min(tallest, under), top: field.bottom + gap };
  return { left, width, maxHeight: Math.min(tallest, over), bottom: window.height - field.top + gap };
}

const px = (value: number | undefined): string => (value === undefined ? 'auto' : `${value}px`);

/** Puts a popover under its button, inside the window. For its `onToggle`, when it opens. */
export function placeUnder(button: HTMLElement | null, popover: HTMLElement | null): void {
  if (!button || !popover) return;
  const at = button.getBoundingClientRect();
  popover.style.left = px(Math.max(margin, Math.min(at.left, innerWidth - popover.offsetWidth - margin)));
  popover.style.top = px(at.bottom + underButton);
  popover.style.maxHeight = px(innerHeight - at.bottom - underButton - margin);
}

/** Places the list by its field as long as `shown`, also while something scrolls. */
export function useFloat(
  field: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  shown: boolean,
): void {
  useLayoutEffect(() => {
    if (!shown) return undefined;
    const place = () => {
      if (!field.current || !list.current) return;
      const to = placeOf(field.current.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
      const { style } = list.current;
      style.left = px(to.left);
      style.width = px(to.width);
      style.maxHeight = px(to.maxHeight);
      style.top = px(to.top);
      style.bottom = px(to.bottom);
    };
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [shown]);
}
