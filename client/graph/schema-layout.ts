// Places the labels of a database on an ellipse so that those with relations between them stand near each other.
import type { DatabaseSchema } from '../../server/schema/cypher.ts';

export interface SchemaBox {
  name: string;
  count: number;
  /** From 0 to 1 across and down. */
  x: number;
  y: number;
}
export interface SchemaLine {
  from: string;
  to: string;
  types: readonly { name: string; count: number }[];
  /** An SVG path in units of `width` and `height`. */
  path: string;
}
export interface SchemaDrawing {
  boxes: readonly SchemaBox[];
  lines: readonly SchemaLine[];
  /** Labels beyond the most common ones, which are not drawn. */
  left: number;
}

/** The units of the drawing. */
export const width = 1000;
export const height = 520;
/** So many labels fit on the ellipse beside each other. */
const most = 24;

interface Between {
  from: string;
  to: string;
  types: { name: string; count: number }[];
}

/** The relation types by the labels at their ends, both among `names`. */
function betweenOf(schema: DatabaseSchema, names: ReadonlySet<string>): Between[] {
  const pairs = new Map<string, Between>();
  for (const type of schema.relationTypes)
    for (const { from, to, count } of type.between) {
      if (!names.has(from) || !names.has(to)) continue;
      const pair = pairs.get(`${from}\n${to}`) ?? { from, to, types: [] };
      pair.types.push({ name: type.name, count });
      pairs.set(`${from}\n${to}`, pair);
    }
  return [...pairs.values()];
}

/**
 * The names in an order around a circle in which those that are joined stand near each other: two change places while
 * that shortens the sum of the arcs (a local optimum, the same for the same input).
 */
export function aroundCircle(names: readonly string[], pairs: readonly { from: string; to: string }[]): string[] {
  const order = [...names];
  const arcs = (): number => {
    const at = new Map(order.map((name, index) => [name, index]));
    let sum = 0;
    for (const { from, to } of pairs) {
      const apart = Math.abs((at.get(from) ?? 0) - (at.get(to) ?? 0));
      sum += Math.min(apart, order.length - apart);
    }
    return sum;
  };
  const swap = (i: number, j: number): void => {
    [order[i], order[j]] = [order[j] as string, order[i] as string];
  };
  let best = arcs();
  for (let better = true; better; ) {
    better = false;
    for (let i = 0; i < order.length; i++)
      for (let j = i + 1; j < order.length; j++) {
        swap(i, j);
        const now = arcs();
        if (now < best) {
          best = now;
          better = true;
        } else swap(i, j);
      }
  }
  return order;
}

/** The drawing of a schema; `hidden` labels only help the model and are left out. */
export function drawSchema(schema: DatabaseSchema, hidden: ReadonlySet<string>): SchemaDrawing {
  const labels = schema.labels.filter(({ name }) => !hidden.has(name));
  const shown = [...labels].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, most);
  const counts = new Map(shown.map(({ name, count }) => [name, count]));
  const pairs = betweenOf(schema, new Set(counts.keys()));
  const order = aroundCircle([...counts.keys()].sort(), pairs);
  const boxes = order.map((name, index): SchemaBox => {
    const angle = (2 * Math.PI * index) / order.length - Math.PI / 2;
    return { name, count: counts.get(name) ?? 0, x: 0.5 + 0.42 * Math.cos(angle), y: 0.5 + 0.43 * Math.sin(angle) };
  });
  const places = new Map(boxes.map((box) => [box.name, box]));
  const lines = pairs.flatMap(({ from, to, types }): SchemaLine[] => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b ? [{ from, to, types, path: pathOf(a, b) }] : [];
  });
  return { boxes, lines, left: labels.length - shown.length };
}

/** A curve that bends towards the middle, so that neighbours' lines keep off the boxes between; a loop of one onto itself, too. */
function pathOf(a: SchemaBox, b: SchemaBox): string {
  const at = ({ x, y }: { x: number; y: number }) => `${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`;
  if (a === b) {
    const out = (by: number, side: number) => ({
      x: a.x + (a.x - 0.5) * by - (a.y - 0.5) * side,
      y: a.y + (a.y - 0.5) * by + (a.x - 0.5) * side,
    });
    return `M${at(a)}C${at(out(-0.45, 0.25))} ${at(out(-0.45, -0.25))} ${at(a)}`;
  }
  const bend = {
    x: (a.x + b.x) / 2 + (0.5 - (a.x + b.x) / 2) * 0.45,
    y: (a.y + b.y) / 2 + (0.5 - (a.y + b.y) / 2) * 0.45,
  };
  return `M${at(a)}Q${at(bend)} ${at(b)}`;
}
