// A part of the page that is fetched when it is first asked for.
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/** Nothing until `open` is true for the first time. */
export function Lazy({ open, load }: { open: Signal<boolean>; load: () => Promise<() => JSX.Element> }) {
  const part = useSignal<(() => JSX.Element) | null>(null);
  useEffect(
    () =>
      open.subscribe(async (wanted) => {
        if (wanted && part.peek() === null) part.value = await load();
      }),
    [],
  );
  const Shown = part.value;
  return Shown && <Shown />;
}
