// The outlines of nodes as paths: the same that stage/node-program.ts draws as distances.
import type { DrawnNode, Point } from '../../graph/build.ts';
import type { Palette } from '../../graph/palette.ts';
import { type Mark, px } from './scene.ts';

const at = ({ x, y }: Point): string => `${px(x)} ${px(y)}`;

export function circle({ x, y }: Point, radius: number): string {
  const r = px(radius);
  return `M${px(x - radius)} ${px(y)}a${r} ${r} 0 1 0 ${px(2 * radius)} 0a${r} ${r} 0 1 0 ${px(-2 * radius)} 0Z`;
}

/** A polygon around `centre` with its corners rounded off by so many pixels. */
function polygon(centre: Point, corners: readonly Point[], rounding: number): string {
  const points = corners.map(({ x, y }) => ({ x: centre.x + x, y: centre.y + y }));
  if (rounding === 0) return `M${points.map(at).join('L')}Z`;
  const parts = points.map((corner, index) => {
    const [before, after] = [points.at(index - 1), points[(index + 1) % points.length]] as [Point, Point];
    const toward = (other: Point): Point => {
      const way = Math.hypot(other.x - corner.x, other.y - corner.y);
      const share = Math.min(0.5, rounding / Math.max(way, 0.001));
      return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
    };
    return `${index === 0 ? 'M' : 'L'}${at(toward(before))}Q${at(corner)} ${at(toward(after))}`;
  });
  return `${parts.join('')}Z`;
}

const box = (w: number, h: number): Point[] => [
  { x: -w, y: -h },
  { x: w, y: -h },
  { x: w, y: h },
  { x: -w, y: h },
];
/** Corners at this distance, the first at an angle in degrees from the top. */
const regular = (sides: number, radius: number, first = 0): Point[] =>
  Array.from({ length: sides }, (_, index) => {
    const angle = ((first + (360 / sides) * index - 90) * Math.PI) / 180;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });

/** The outline of a node with this radius, in pixels. */
export function outlineOf(shape: DrawnNode['shape'], centre: Point, r: number): string {
  switch (shape) {
    case 'square':
      return polygon(centre, box(r * 0.88, r * 0.88), r * 0.2);
    case 'diamond':
      return polygon(centre, regular(4, r * 0.86 * Math.SQRT2), r * 0.18);
    case 'hexagon':
      return polygon(centre, regular(6, (r * 0.94 * 2) / Math.sqrt(3)), 0);
    case 'triangle': {
      // Equilateral, with half a side of 1.02 r, a little below the middle, and grown by what rounds its corners.
      const inner = (r * 1.02) / Math.sqrt(3) + r * 0.08;
      return polygon({ x: centre.x, y: centre.y + r * 0.255 }, regular(3, 2 * inner), r * 0.14);
    }
    case 'plate':
      return polygon(centre, box(r * 1.35, r * 0.8), r * 0.26);
    case 'page':
      return polygon(centre, box(r * 0.76, r), r * 0.14);
    default:
      return circle(centre, r);
  }
}

/** A node as it is drawn: its outline on the ground's colour, its ring, its letters, its pin. */
export function nodeMarks(node: DrawnNode, centre: Point, palette: Palette): Mark[] {
  const r = node.size;
  const marks: Mark[] = [
    {
      kind: 'path',
      d: outlineOf(node.shape, centre, r),
      fill: node.color,
      stroke: palette.canvas,
      width: 3,
      under: true,
    },
  ];
  if (node.shape === 'ring')
    marks.push({ kind: 'path', d: circle(centre, r * 0.69), stroke: palette.canvas, width: r * 0.22 });
  if (node.inscription !== '' && r >= 7) {
    marks.push({
      kind: 'text',
      x: centre.x,
      y: centre.y + 0.5,
      text: node.inscription,
      size: Math.min(12, Math.round(r * 0.92)),
      weight: 600,
      fill: node.inscriptionColor,
      anchor: 'middle',
    });
  }
  if (node.pinned) {
    const corner = { x: centre.x + r * 0.78, y: centre.y - r * 0.78 };
    marks.push({ kind: 'path', d: circle(corner, 3.2), fill: palette.ink, stroke: palette.canvas, width: 1.5 });
  }
  return marks;
}
