// Where things go in a drawing: how large it is, and from layout units to its pixels.
import type { Point } from '../../graph/build.ts';
import type { Contents } from '../contents.ts';

/** Room around the nodes for their labels. */
const margin = { x: 150, y: 56 };
/** The header needs so much. */
const narrowest = 760;
/** Pixels of the graph's part; what would be larger is made smaller, since no browser draws any size of picture. */
const largest = 9_000_000;

export interface Frame {
  width: number;
  /** The graph's part begins and ends here, from the top. */
  top: number;
  bottom: number;
  scale: number;
  place(point: Point): Point;
}

/** One pixel a layout unit, which is what the layouts leave room for labels in; smaller where it would grow too large. */
export function frameOf({ nodes }: Pick<Contents, 'nodes'>, top: number): Frame {
  let [left, right, low, high] = [0, 0, 0, 0];
  for (const [index, { drawn }] of nodes.entries()) {
    left = index === 0 ? drawn.x : Math.min(left, drawn.x);
    right = index === 0 ? drawn.x : Math.max(right, drawn.x);
    low = index === 0 ? drawn.y : Math.min(low, drawn.y);
    high = index === 0 ? drawn.y : Math.max(high, drawn.y);
  }
  const area = (right - left) * (high - low);
  // A long thin drawing is bounded by its length.
  const scale = Math.min(1, Math.sqrt(largest / Math.max(1, area)), 7_000 / Math.max(1, right - left, high - low));
  const width = Math.ceil(Math.max(narrowest, (right - left) * scale + 2 * margin.x));
  const height = Math.ceil((high - low) * scale + 2 * margin.y);
  const middle = { x: (left + right) / 2, y: (low + high) / 2 };
  return {
    width,
    top,
    bottom: top + height,
    scale,
    place: ({ x, y }) => ({ x: width / 2 + (x - middle.x) * scale, y: top + height / 2 - (y - middle.y) * scale }),
  };
}
