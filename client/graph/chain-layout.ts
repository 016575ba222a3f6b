// Where the boxes and arrows of a small chain graph go: columns from left to right, each link's words in the box that says them.
import type { Trail, TrailLink, TrailNode } from './trails.ts';
import { type Measure, wrapText } from './wrap.ts';

/** A box in pixels, with its text already in lines. */
export interface ChainBox {
  node: TrailNode;
  x: number;
  y: number;
  width: number;
  height: number;
  name: readonly string[];
  note: readonly string[];
  /** The article's words that tie it to what it relays. */
  how: readonly string[];
}
export interface ChainArrow {
  source: string;
  target: string;
  path: string;
  /** It leads back to a box that leads here: circular reporting. */
  back: boolean;
}
export interface ChainDrawing {
  boxes: readonly ChainBox[];
  arrows: readonly ChainArrow[];
  width: number;
  height: number;
}
/** The widths of the box's three kinds of text. */
export interface Measures {
  name: Measure;
  note: Measure;
  how: Measure;
}

const gap = 26;
const rowGap = 10;
const padding = { x: 8, y: 5 };
const lineHeight = 16;
const widest = 190;
const narrowest = 96;

interface Arc {
  source: string;
  target: string;
  back: boolean;
}

/** Each link between two nodes once; those that close a circle are marked as leading back. */
function arcsOf({ nodes, links }: Trail): Arc[] {
  const targets = new Map<string, Set<string>>();
  for (const { source, target } of links) {
    const known = targets.get(source) ?? new Set();
    targets.set(source, known.add(target));
  }
  const done = new Map<string, 'open' | 'closed'>();
  const arcs: Arc[] = [];
  const visit = (key: string): void => {
    done.set(key, 'open');
    for (const target of targets.get(key) ?? []) {
      const state = done.get(target);
      arcs.push({ source: key, target, back: state === 'open' });
      if (state === undefined) visit(target);
    }
    done.set(key, 'closed');
  };
  const entered = new Set(links.map((link) => link.target));
  const roots = nodes.filter((node) => !entered.has(node.key));
  for (const node of [...roots, ...nodes]) if (!done.has(node.key)) visit(node.key);
  return arcs;
}

/** The column of each node: one more than the furthest of those that lead to it. */
function columnsOf({ nodes }: Trail, arcs: readonly Arc[]): Map<string, number> {
  const columns = new Map(nodes.map((node) => [node.key, 0]));
  // A longest way has fewer steps than there are nodes, so as many rounds settle every column.
  for (let round = 0, moved = true; moved && round < nodes.length; round++) {
    moved = false;
    for (const { source, target, back } of arcs) {
      const least = (columns.get(source) ?? 0) + 1;
      if (back || (columns.get(target) ?? 0) >= least) continue;
      columns.set(target, least);
      moved = true;
    }
  }
  return columns;
}

/** Articles above others that lead to the same place; ties in the trail's order. */
function rowsOf(keys: readonly string[], arcs: readonly Arc[], placed: ReadonlyMap<string, ChainBox>): string[] {
  const middle = (key: string): number => {
    const before = arcs.filter((arc) => arc.target === key && !arc.back).flatMap((arc) => placed.get(arc.source) ?? []);
    return before.length === 0 ? 0 : before.reduce((sum, box) => sum + box.y + box.height / 2, 0) / before.length;
  };
  const order = new Map(keys.map((key) => [key, middle(key)]));
  return [...keys].sort((a, b) => (order.get(a) as number) - (order.get(b) as number));
}

const howsOf = (key: string, links: readonly TrailLink[]): string =>
  [...new Set(links.filter((link) => link.source === key).flatMap((link) => link.how ?? []))].slice(0, 2).join(' · ');

function boxOf(node: TrailNode, how: string, width: number, measures: Measures): ChainBox {
  const inner = width - 2 * padding.x;
  const name = wrapText(node.name, inner, measures.name, 4);
  const note = wrapText(node.note, inner, measures.note, 3);
  const said = how === '' ? [] : wrapText(`“${how}”`, inner, measures.how, 3);
  const height = (name.length + note.length + said.length) * lineHeight + 2 * padding.y;
  return { node, x: 0, y: 0, width, height, name, note, how: said };
}

function pathOf(from: ChainBox, to: ChainBox, back: boolean, height: number): string {
  if (back) {
    // Below everything, from the right box's foot to the left one's.
    const [x1, x2] = [from.x + from.width / 2, to.x + to.width / 2];
    return `M${x1} ${from.y + from.height}C${x1} ${height + 14} ${x2} ${height + 14} ${x2} ${to.y + to.height + 5}`;
  }
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x - 5, to.y + to.height / 2];
  const bend = Math.max(10, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** The drawing of a trail in so many pixels; wider than that only where its columns cannot be narrower. */
export function layoutChain(trail: Trail, available: number, measures: Measures): ChainDrawing {
  const arcs = arcsOf(trail);
  const columns = columnsOf(trail, arcs);
  const count = Math.max(0, ...columns.values()) + 1;
  const width = Math.floor(Math.min(widest, Math.max(narrowest, (available - 2 - (count - 1) * gap) / count)));
  const placed = new Map<string, ChainBox>();
  const tallest: number[] = [];
  for (let column = 0; column < count; column++) {
    const keys = trail.nodes.filter((node) => columns.get(node.key) === column).map((node) => node.key);
    let y = 1;
    for (const key of rowsOf(keys, arcs, placed)) {
      const node = trail.nodes.find((one) => one.key === key) as TrailNode;
      const box = { ...boxOf(node, howsOf(key, trail.links), width, measures), x: 1 + column * (width + gap), y };
      placed.set(key, box);
      y += box.height + rowGap;
    }
    tallest.push(y - rowGap);
  }
  const height = Math.max(...tallest);
  const boxes = [...placed].map(([key, box]) => ({
    ...box,
    y: box.y + (height - (tallest[columns.get(key) as number] as number)) / 2,
  }));
  const at = new Map(boxes.map((box) => [box.node.key, box]));
  const arrows = arcs.flatMap(({ source, target, back }): ChainArrow[] => {
    const [from, to] = [at.get(source), at.get(target)];
    return from && to ? [{ source, target, back, path: pathOf(from, to, back, height) }] : [];
  });
  const foot = arrows.some((arrow) => arrow.back) ? 14 : 1;
  return { boxes, arrows, width: 2 + count * width + (count - 1) * gap, height: height + foot };
}
