// A clock for what is under way: how long it has taken so far, told ten times a second.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Milliseconds as `read` says, read anew while the component is there; begun anew when `of` is another. */
export function useElapsed(read: () => number, of: unknown): ReadonlySignal<number> {
  const ms = useSignal(read());
  useEffect(() => {
    const timer = setInterval(() => {
      ms.value = read();
    }, 100);
    return () => clearInterval(timer);
  }, [of]);
  return ms;
}
