// The place of a story that is played; fetched when the first one is.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { playing } from '../../state/views/play.ts';

export function Presentation() {
  const player = useSignal<(() => JSX.Element | null) | null>(null);
  useEffect(
    () =>
      playing.subscribe(async (now) => {
        if (now !== null && player.peek() === null) {
          const { Player } = await import('./Player.tsx');
          player.value = Player;
        }
      }),
    [],
  );
  const Shown = player.value;
  return playing.value !== null && Shown ? <Shown /> : null;
}
