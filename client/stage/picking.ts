// Spares asking the graphics card what is under the pointer while the pointer drags something.
import type { MouseCoords } from 'sigma/types';
import type { Renderer } from './edge-marks.ts';

/**
 * Sigma asks at each move, and waits for the answer until all is drawn: without a graphics card that takes longer than
 * everything else that a drag does. Nothing else comes under a pointer that drags.
 */
export function pickOnlyFreely(renderer: Renderer): void {
  const captor = renderer.getMouseCaptor();
  const listeners = captor.listeners('mousemove') as ((coordinates: MouseCoords) => void)[];
  captor.removeAllListeners('mousemove');
  captor.on('mousemove', (coordinates) => {
    if (!captor.isMouseDown) for (const listener of listeners) listener(coordinates);
  });
}
