// Takes a step of a long import again where the engine was stopped over its memory.
import { LimitExceeded } from '../../../errors.ts';

/**
 * The embedded engine holds far more after a long import than when it opens the same data: where it was stopped over its
 * memory and started anew, the same step is taken once more. Each step changes nothing where it was done already.
 */
export async function onceMore<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof LimitExceeded) || error.code !== 'memory-limit') throw error;
    return step();
  }
}
