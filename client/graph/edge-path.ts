// The course of an edge on a screen, in pixels, y downward: a bent line between two nodes, or a loop beside one. The
// shader in stage/edge-program.ts draws the same.
import type { Point } from './build.ts';

/** A quadratic curve. */
export interface Curve {
  start: Point;
  control: Point;
  end: Point;
}

/** The bent line from middle to middle; the curvature bends it to its left. */
export function curveOf(start: Point, end: Point, curvature: number): Curve {
  // The viewport's y grows downward, the shader's upward: the bend changes sides.
  const control = {
    x: (start.x + end.x) / 2 + (end.y - start.y) * curvature,
    y: (start.y + end.y) / 2 - (end.x - start.x) * curvature,
  };
  return { start, control, end };
}

export function pointAt({ start, control, end }: Curve, share: number): Point {
  const rest = 1 - share;
  return {
    x: rest * rest * start.x + 2 * rest * share * control.x + share * share * end.x,
    y: rest * rest * start.y + 2 * rest * share * control.y + share * share * end.y,
  };
}

/** Its length: a third of the way from its chord to its hull, near enough for a flat one. */
export function lengthOf({ start, control, end }: Curve): number {
  const way = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
  return (2 * way(start, end) + way(start, control) + way(control, end)) / 3;
}

/** A circle beside a node, of which the part between the angles is drawn; angles turn against the clock. */
export interface Loop {
  centre: Point;
  radius: number;
  from: number;
  to: number;
}

/** The `index`th loop of a node with this radius: most of a circle in one of four corners, the fifth outside the first. */
export function loopOf(node: Point, radius: number, index: number): Loop {
  const turn = ((index % 4) + 0.5) * (Math.PI / 2);
  const loop = radius * 0.8 + 6 + 7 * Math.floor(index / 4);
  const middle = radius * 0.75 + loop * 0.75;
  const cosine = (middle * middle + loop * loop - radius * radius) / (2 * middle * loop);
  const hidden = Math.acos(Math.max(-1, Math.min(1, cosine)));
  return {
    centre: { x: node.x + middle * Math.cos(turn), y: node.y - middle * Math.sin(turn) },
    radius: loop,
    from: turn + Math.PI + hidden,
    to: turn + 3 * Math.PI - hidden,
  };
}

export const onCircle = ({ centre, radius }: Pick<Loop, 'centre' | 'radius'>, angle: number): Point => ({
  x: centre.x + radius * Math.cos(angle),
  y: centre.y - radius * Math.sin(angle),
});

/** The point at a share of the way of an edge between these; `radius` is the start's, for a loop. */
export function pointOnEdge(
  start: Point,
  end: Point,
  radius: number,
  isLoop: boolean,
  curvature: number,
  share: number,
): Point {
  if (!isLoop) return pointAt(curveOf(start, end, curvature), share);
  const loop = loopOf(start, radius, curvature);
  return onCircle(loop, loop.from + share * (loop.to - loop.from));
}
