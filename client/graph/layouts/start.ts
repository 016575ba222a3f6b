// Where forces begin, and how long they may go on.
import type { Point } from '../build.ts';

const extent = 420;
/** Evenly spread starting places: a sunflower's seeds, in the order of the keys. */
export function seeds(keys: readonly string[]): Map<string, Point> {
  return new Map(
    [...keys].sort().map((key, index) => {
      const radius = Math.max(extent, 24 * Math.sqrt(keys.length)) * Math.sqrt((index + 0.5) / keys.length);
      return [key, { x: radius * Math.cos(index * 2.399963), y: radius * Math.sin(index * 2.399963) }];
    }),
  );
}

/** The most iterations for so many nodes where somebody waits for the picture: fewer where each costs more. */
export const iterationsAtFirst = (nodes: number): number =>
  Math.max(40, Math.min(600, Math.round(120_000 / Math.max(1, nodes))));
/** The most where it can be watched and stopped. */
export const iterationsFor = (nodes: number): number =>
  Math.max(200, Math.min(800, Math.round(1_000_000 / Math.max(1, nodes))));
