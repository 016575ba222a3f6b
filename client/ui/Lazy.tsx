// A part of the page that is fetched when it is first asked for.
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { notify } from '../state/notices.ts';

interface LazyProps {
  open: ReadonlySignal<boolean>;
  load: () => Promise<() => JSX.Element | null>;
  /** Called where it cannot be fetched, so that it can be asked for again. */
  close: () => void;
}

/** Nothing until `open` is true for the first time. */
export function Lazy({ open, load, close }: LazyProps) {
  const part = useSignal<(() => JSX.Element | null) | null>(null);
  useEffect(
    () =>
      open.subscribe(async (wanted) => {
        if (!wanted || part.peek() !== null) return;
        try {
          part.value = await load();
        } catch {
          close();
          notify(
            'This part of the page could not be fetched: the server may have been stopped or updated. Load the page again.',
            'problem',
          );
        }
      }),
    [],
  );
  const Shown = part.value;
  return Shown && <Shown />;
}

/** A dialog that is fetched when it is first opened. */
export const LazyDialog = ({ open, load }: { open: Signal<boolean>; load: LazyProps['load'] }) => (
  <Lazy
    open={open}
    load={load}
    close={() => {
      open.value = false;
    }}
  />
);
