// Where labels go so that none covers another or a node: greedy, the most important first.

/** A label to place, in CSS pixels of the viewport. `radius` is its node's. */
export interface LabelRequest {
  key: string;
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
  /** Lower is placed first. */
  rank: number;
  /** Placed even where it covers something: the selected node's. */
  forced: boolean;
  /** Which side to try first: away from the middle of the drawing. */
  outward: { x: number; y: number };
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface PlacedLabel extends Box {
  key: string;
}

const gap = 4;
/** Whether two boxes share any area. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes in square cells, so that a collision test looks at its own surroundings only. */
class Grid {
  private readonly cells = new Map<string, Box[]>();
  private readonly size = 64;

  private *around(box: Box): Generator<string> {
    for (let x = Math.floor(box.left / this.size); x <= Math.floor(box.right / this.size); x++) {
      for (let y = Math.floor(box.top / this.size); y <= Math.floor(box.bottom / this.size); y++) yield `${x},${y}`;
    }
  }
  add(box: Box): void {
    for (const cell of this.around(box)) {
      const list = this.cells.get(cell);
      if (list) list.push(box);
      else this.cells.set(cell, [box]);
    }
  }
  isFree(box: Box, except: Box): boolean {
    for (const cell of this.around(box)) {
      if (this.cells.get(cell)?.some((other) => other !== except && overlaps(box, other))) return false;
    }
    return true;
  }
}

/** The places beside a node, the one that points away from the middle first. */
function candidates(label: LabelRequest): Box[] {
  const { x, y, radius, width, height, outward } = label;
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  const right = at(x + radius + gap, y - height / 2);
  const left = at(x - radius - gap - width, y - height / 2);
  const below = at(x - width / 2, y + radius + gap);
  const above = at(x - width / 2, y - radius - gap - height);
  const corners = [-1, 1].flatMap((sx) =>
    [-1, 1].map((sy) =>
      at(sx < 0 ? x - radius * 0.7 - width : x + radius * 0.7, sy < 0 ? y - radius * 0.7 - height : y + radius * 0.7),
    ),
  );
  const sides = outward.x < 0 ? [left, right] : [right, left];
  const ends = outward.y < 0 ? [above, below] : [below, above];
  // The layout leaves room beside a node; only straight above or below the middle do the ends come first.
  return Math.abs(outward.x) < 24 ? [...ends, ...sides, ...corners] : [...sides, ...ends, ...corners];
}

/** The labels that fit, with their boxes. No two of them overlap, and none covers a node's or a reserved box, forced ones aside. */
export function placeLabels(
  requests: readonly LabelRequest[],
  viewport: { width: number; height: number },
  reserved: readonly Box[] = [],
): PlacedLabel[] {
  const grid = new Grid();
  for (const box of reserved) grid.add(box);
  const own = new Map<string, Box>();
  for (const { key, x, y, radius } of requests) {
    const box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
    own.set(key, box);
    grid.add(box);
  }
  const frame = { left: 2, top: 2, right: viewport.width - 2, bottom: viewport.height - 2 };
  const inside = (box: Box): boolean =>
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  const order = [...requests].sort(
    (a, b) => Number(b.forced) - Number(a.forced) || a.rank - b.rank || (a.key < b.key ? -1 : 1),
  );
  const placed: PlacedLabel[] = [];
  for (const label of order) {
    const places = candidates(label);
    const free =
      places.find((box) => inside(box) && grid.isFree(box, own.get(label.key) as Box)) ??
      (label.forced ? (places.find(inside) ?? places[0]) : undefined);
    if (!free) continue;
    grid.add(free);
    placed.push({ key: label.key, ...free });
  }
  return placed;
}
