// Draws only the rows in sight: TanStack's virtual list, tied to a component's life.
import { useSignal } from '@preact/signals';
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';

/** The virtual list of `count` rows of so many px each in a scrolling element. Reading it in a render follows it. */
export function useVirtual(
  count: number,
  heightOf: (index: number) => number,
  frame: RefObject<HTMLElement | null>,
  /** Px at the top of the frame that stay in its place, such as a header. */
  head = 0,
): Virtualizer<HTMLElement, HTMLElement> {
  const turn = useSignal(0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    estimateSize: heightOf,
    getScrollElement: () => frame.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: 10,
    // Rows begin under the header, so that only the bottom has less room.
    scrollPaddingEnd: head,
    onChange: () => {
      turn.value++;
    },
  };
  const list = useMemo(() => new Virtualizer(options), []);
  list.setOptions(options);
  useLayoutEffect(() => list._didMount(), []);
  useLayoutEffect(() => list._willUpdate());
  turn.value;
  return list;
}
