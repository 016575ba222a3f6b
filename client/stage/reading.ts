// Has sigma read the whole graph anew once before a drawing, however many nodes and lines go from it.
import type { Renderer } from './edge-marks.ts';

/**
 * sigma reads everything anew for each node and each edge that is dropped, at once, though it draws only in the next frame:
 * where many go, the time would grow with those that go times those that stay.
 */
export function readAnewOnce(renderer: Pick<Renderer, 'refresh' | 'scheduleRender' | 'on'>): void {
  const refresh = renderer.refresh.bind(renderer);
  let waits = false;
  let drawing = false;
  renderer.refresh = (options) => {
    // What is asked for in the midst of a drawing belongs to that drawing.
    if (drawing || options?.partialGraph || options?.schedule !== true) return refresh(options);
    waits = true;
    return renderer.scheduleRender();
  };
  renderer.on('beforeRender', () => {
    drawing = true;
    if (waits) refresh({ schedule: true });
    waits = false;
  });
  renderer.on('afterRender', () => {
    drawing = false;
  });
}
