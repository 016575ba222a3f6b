// Follows the size of the stage: nodes and lines shrink with a small one.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Renderer } from './edge-marks.ts';

/** Below this many pixels of the shorter side, nodes shrink with the stage, down to 60 %. */
const roomy = 600;
const scaleFor = ({ clientWidth, clientHeight }: HTMLElement): number =>
  Math.min(1, Math.max(0.6, Math.min(clientWidth, clientHeight) / roomy));

/** How much nodes and lines shrink, from 0.6 to 1, as the stage is resized. */
export function followSize(
  renderer: Renderer,
  container: HTMLElement,
): { scale: ReadonlySignal<number>; stop(): void } {
  const scale = signal(scaleFor(container));
  const observer = new ResizeObserver(() => {
    scale.value = scaleFor(container);
    renderer.resize();
    renderer.scheduleRender();
  });
  observer.observe(container);
  return { scale, stop: () => observer.disconnect() };
}
