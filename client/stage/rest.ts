// Tells when the camera has come to rest: nothing has moved for a while, and the mouse does not hold the canvas.
import type { Renderer } from './edge-marks.ts';

/**
 * Calls `run` once `quiet` ms have passed since `moved` was last called. Each frame of a movement comes to `moved`: so it
 * sets no timer of its own in each, and none while the mouse holds the canvas.
 */
export function whenAtRest(renderer: Renderer, quiet: number, run: () => void): { moved(): void; stop(): void } {
  const captor = renderer.getMouseCaptor();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  let held = false;
  const wait = (time: number): void => {
    timer = setTimeout(() => {
      timer = undefined;
      held = captor.isMouseDown;
      const left = last + quiet - performance.now();
      if (held) return;
      if (left > 0) wait(left);
      else run();
    }, time);
  };
  const letGo = () => {
    if (held) wait(quiet);
    held = false;
  };
  captor.on('mouseup', letGo);
  return {
    moved: () => {
      last = performance.now();
      if (timer === undefined && !held) wait(quiet);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      captor.removeListener('mouseup', letGo);
    },
  };
}
