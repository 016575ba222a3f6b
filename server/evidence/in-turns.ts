// Runs a long computation so that the server answers others meanwhile.
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../schema/steps.ts';

/** Milliseconds of computing after which other work has its turn. */
const turn = 20;

/** Runs the steps to their end, making room for other work between them. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + turn;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      if (performance.now() > end) break;
    }
    await setImmediate();
  }
}
