// A short, deterministic push apart of nodes whose boxes (node and label) overlap.
import type { Point } from './build.ts';
import { labelLength } from './encode.ts';

const letter = 6.4;
const height = 26;
const steps = 80;
/** Beyond this many nodes the pairwise pass would be felt; labels are thinned out when drawn anyway. */
const most = 900;

/** Width of a node with its label beside it, in layout units. */
export const boxWidth = (label: string): number => 28 + Math.min(labelLength, [...label].length) * letter;

/** Moves the points in place until no two boxes overlap or the steps are used up. `fixed` points stay. */
export function relax(places: Map<string, Point>, label: (key: string) => string, fixed: ReadonlySet<string>): void {
  if (places.size > most) return;
  const items = [...places].map(([key, point]) => {
    const width = boxWidth(label(key));
    // The label stands on the outer side, so the box is off its node's centre.
    const shift = fixed.has(key) && point.x === 0 ? 0 : (Math.sign(point.x) * (width - 24)) / 2;
    return { key, x: point.x + shift, y: point.y, shift, width, fixed: fixed.has(key) };
  });
  for (let step = 0; step < steps; step++) {
    let moved = false;
    for (let i = 0; i < items.length; i++) {
      const a = items[i] as (typeof items)[number];
      for (let j = i + 1; j < items.length; j++) {
        const b = items[j] as (typeof items)[number];
        const overlapX = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
        const overlapY = height - Math.abs(a.y - b.y);
        if (overlapX <= 0 || overlapY <= 0 || (a.fixed && b.fixed)) continue;
        moved = true;
        const share = a.fixed || b.fixed ? 1 : 0.5;
        const axis = overlapY <= overlapX ? 'y' : 'x';
        const push = Math.min(overlapX, overlapY) * share;
        const sign = a[axis] < b[axis] || (a[axis] === b[axis] && a.key < b.key) ? -1 : 1;
        if (!a.fixed) a[axis] += sign * push;
        if (!b.fixed) b[axis] -= sign * push;
      }
    }
    if (!moved) break;
  }
  for (const item of items) places.set(item.key, { x: item.x - item.shift, y: item.y });
}
