// The lines of edges as paths: strands, dashes, outlines and arrows as stage/edge-program.ts draws them.
import type { DrawnEdge, Point } from '../../graph/build.ts';
import { type Curve, curveOf, lengthOf, loopOf, onCircle, pointAt } from '../../graph/edge-path.ts';
import { type Mark, type PathMark, px } from './scene.ts';

const at = ({ x, y }: Point): string => `${px(x)} ${px(y)}`;

/** A course that can be cut at shares of its way and shifted to a side. */
interface Course {
  length: number;
  at(share: number): Point;
  /** The path between two shares, so many pixels to the side. */
  path(from: number, to: number, aside: number): string;
}

/** The part of a curve between two of its parameters (de Casteljau). */
function part(curve: Curve, from: number, to: number): Curve {
  const [start, end] = [pointAt(curve, from), pointAt(curve, to)];
  const mix = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const control = mix(mix(curve.start, curve.control, from), mix(curve.control, curve.end, from), to);
  return { start, control, end };
}

/** Shifted by its normals: exact at the ends, near enough between them on a flat curve. */
function shifted({ start, control, end }: Curve, aside: number): Curve {
  const shift = (point: Point, a: Point, b: Point): Point => {
    const way = Math.max(0.001, Math.hypot(b.x - a.x, b.y - a.y));
    return { x: point.x + ((b.y - a.y) / way) * aside, y: point.y - ((b.x - a.x) / way) * aside };
  };
  return { start: shift(start, start, control), control: shift(control, start, end), end: shift(end, control, end) };
}

function bent(curve: Curve): Course {
  return {
    length: lengthOf(curve),
    at: (share) => pointAt(curve, share),
    path(from, to, aside) {
      const { start, control, end } = shifted(part(curve, from, to), aside);
      return `M${at(start)}Q${at(control)} ${at(end)}`;
    },
  };
}

function round(node: Point, radius: number, index: number): Course {
  const loop = loopOf(node, radius, index);
  const angle = (share: number): number => loop.from + share * (loop.to - loop.from);
  return {
    length: loop.radius * (loop.to - loop.from),
    at: (share) => onCircle(loop, angle(share)),
    path(from, to, aside) {
      const shift = { ...loop, radius: loop.radius + aside };
      const large = (to - from) * (loop.to - loop.from) > Math.PI ? 1 : 0;
      const r = px(shift.radius);
      return `M${at(onCircle(shift, angle(from)))}A${r} ${r} 0 ${large} 0 ${at(onCircle(shift, angle(to)))}`;
    },
  };
}

export interface Ends {
  start: Point;
  end: Point;
  /** Radii in pixels. */
  from: number;
  to: number;
  isLoop: boolean;
}

/** The lines of an edge between the borders of its nodes. */
export function edgeMarks(edge: DrawnEdge, { start, end, from, to, isLoop }: Ends): Mark[] {
  const course = isLoop ? round(start, from, edge.curvature) : bent(curveOf(start, end, edge.curvature));
  const first = isLoop ? 1 / course.length : Math.min(0.5, (from + 1) / course.length);
  const last = isLoop ? 1 - 2.5 / course.length : Math.max(0.5, 1 - (to + 2.5) / course.length);
  const width = edge.size + (edge.double ? 2.2 : 0);
  const head = edge.arrow ? Math.min((last - first) * course.length, width * 1.6 + 6) : 0;
  const stop = last - head / course.length;
  const dash = edge.dash[1] > 0 ? { dash: edge.dash } : {};
  const line = (aside: number, own: number, more: Partial<PathMark> = {}): Mark => ({
    kind: 'path',
    d: course.path(first, stop, aside),
    stroke: edge.color,
    width: own,
    ...dash,
    ...more,
  });
  const strand = 1.1 + edge.size / 4;
  const marks = edge.double ? [line(strand, edge.size / 2), line(-strand, edge.size / 2)] : [line(0, edge.size)];
  if (edge.outline) {
    const away = width / 2 + 2;
    for (const side of [away, -away]) marks.push(line(side, 1, { dash: [4, 3] }));
  }
  if (edge.arrow) {
    const [tip, base] = [course.at(last), course.at(stop)];
    const way = Math.max(0.001, Math.hypot(tip.x - base.x, tip.y - base.y));
    const wing = width / 2 + 3.6;
    const side = { x: ((tip.y - base.y) / way) * wing, y: (-(tip.x - base.x) / way) * wing };
    const corners = [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }];
    marks.push({ kind: 'path', d: `M${corners.map(at).join('L')}Z`, fill: edge.color });
  }
  return marks;
}
