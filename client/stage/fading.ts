// Whether what is not in focus steps back, for each drawing: known to the graphics card at once, not item by item.
import { faded } from './reducers.ts';

const stepsBack = new WeakSet<object>();

/** From the next drawing of the renderer on. */
export function setFading(renderer: object, on: boolean): void {
  if (on) stepsBack.add(renderer);
  else stepsBack.delete(renderer);
}

/** The most opacity of what is not in focus: 1 where everything is shown alike. */
export const opacityOf = (renderer: object): number => (stepsBack.has(renderer) ? faded : 1);
