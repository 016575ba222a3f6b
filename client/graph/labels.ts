// Where labels and notes go so that none covers another or a node: greedy, the most important first.

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
  /** Its size on two lines, tried where one line finds no room. */
  folded?: { width: number; height: number };
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface PlacedLabel extends Box {
  key: string;
  /** On two lines. */
  folded: boolean;
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
  isFree(box: Box, except?: Box): boolean {
    for (const cell of this.around(box)) {
      if (this.cells.get(cell)?.some((other) => other !== except && overlaps(box, other))) return false;
    }
    return true;
  }
  /** How much of the box is covered, in square pixels; what two cover counts twice. */
  covered(box: Box, except?: Box): number {
    const others = new Set([...this.around(box)].flatMap((cell) => this.cells.get(cell) ?? []));
    let area = 0;
    for (const other of others) {
      if (other === except || !overlaps(box, other)) continue;
      const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      area += width * (Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top));
    }
    return area;
  }
}

/** The places beside a node, the one that points away from the middle first. */
function candidates({ x, y, radius, outward }: LabelRequest, width: number, height: number): Box[] {
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

/** What is taken of a viewport: its nodes and what is reserved at first, then what is placed. All in CSS pixels. */
export class Room {
  private readonly grid = new Grid();
  private readonly own = new Map<string, Box>();
  private readonly frame: Box;

  constructor(
    nodes: readonly Pick<LabelRequest, 'key' | 'x' | 'y' | 'radius'>[],
    viewport: { width: number; height: number },
    reserved: readonly Box[] = [],
  ) {
    this.frame = { left: 2, top: 2, right: viewport.width - 2, bottom: viewport.height - 2 };
    for (const box of reserved) this.grid.add(box);
    for (const { key, x, y, radius } of nodes) {
      const box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
      this.own.set(key, box);
      this.grid.add(box);
    }
  }

  private isInside({ left, top, right, bottom }: Box): boolean {
    const { frame } = this;
    return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
  }

  /** Takes the first of the places that is free and in view; undefined where none is. */
  take<Place extends Box>(places: readonly Place[]): Place | undefined {
    const free = places.find((box) => this.isInside(box) && this.grid.isFree(box));
    if (free) this.grid.add(free);
    return free;
  }

  /** The labels that fit, the most important first. No two overlap, and none covers what is taken, forced ones aside. */
  label(requests: readonly LabelRequest[]): PlacedLabel[] {
    const order = [...requests].sort(
      (a, b) => Number(b.forced) - Number(a.forced) || a.rank - b.rank || (a.key < b.key ? -1 : 1),
    );
    return order.flatMap((label) => {
      const { key, width, height, folded } = label;
      const own = this.own.get(key);
      const flat = candidates(label, width, height).map((box) => ({ key, folded: false, ...box }));
      const twoLines = folded ? candidates(label, folded.width, folded.height) : [];
      const tall = twoLines.map((box) => ({ key, folded: true, ...box }));
      // On two lines beside the node it is clearer whose name it is than on one line at its corner.
      const places = [...flat.slice(0, 4), ...tall.slice(0, 4), ...flat.slice(4), ...tall.slice(4)];
      const free = places.find((box) => this.isInside(box) && this.grid.isFree(box, own));
      const box = free ?? (label.forced ? this.leastCovered(places, own) : undefined);
      if (box) this.grid.add(box);
      return box ?? [];
    });
  }

  /** Where a label that must stand covers least: in view if it can be. */
  private leastCovered(places: readonly PlacedLabel[], own: Box | undefined): PlacedLabel | undefined {
    const inside = places.filter((box) => this.isInside(box));
    const cost = (box: PlacedLabel) => this.grid.covered(box, own);
    return [...(inside.length > 0 ? inside : places)].sort((a, b) => cost(a) - cost(b))[0];
  }
}

/** The labels that fit among the nodes they belong to. */
export const placeLabels = (
  requests: readonly LabelRequest[],
  viewport: { width: number; height: number },
  reserved: readonly Box[] = [],
): PlacedLabel[] => new Room(requests, viewport, reserved).label(requests);
