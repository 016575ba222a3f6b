// Finds a free place beside a node for one that joins the drawing, so that nothing already there has to move.
import type { Point } from './build.ts';

const room = { x: 74, y: 30 };
const rings = 14;
/** Beside a node farther out than this, newcomers go outward, and leave the middle to its lines. */
const inner = 160;

const isFree = (places: ReadonlyMap<string, Point>, at: Point): boolean => {
  for (const place of places.values())
    if (Math.abs(place.x - at.x) < room.x && Math.abs(place.y - at.y) < room.y) return false;
  return true;
};

/**
 * Adds a place for `key`: on the smallest circle around its anchor, a key or a place, with room, away from the middle first.
 * `beyond` keeps it at least that far from the middle of the drawing, in layout units.
 */
export function placeNear(places: Map<string, Point>, key: string, anchor: string | Point, beyond = 0): Point {
  const centre = (typeof anchor === 'string' ? places.get(anchor) : anchor) ?? { x: 0, y: 0 };
  const distance = Math.hypot(centre.x, centre.y);
  const least = Math.max(beyond, distance > inner ? distance + 12 : 0);
  const away = Math.atan2(centre.y, centre.x);
  for (let ring = 1; ring <= rings; ring++) {
    const radius = (centre.x === 0 && centre.y === 0 ? beyond : 30) + ring * 42;
    const stops = 6 + ring * 4;
    for (let stop = 0; stop < stops; stop++) {
      const turn = (Math.ceil(stop / 2) * (stop % 2 === 1 ? 1 : -1) * 2 * Math.PI) / stops;
      const at = { x: centre.x + radius * Math.cos(away + turn), y: centre.y + radius * Math.sin(away + turn) };
      if (Math.hypot(at.x, at.y) >= least && isFree(places, at)) {
        places.set(key, at);
        return at;
      }
    }
  }
  // No room anywhere near: a spiral outside everything, told apart by the number of nodes already placed.
  const angle = places.size * 2.399963;
  const at = { x: (900 + places.size) * Math.cos(angle), y: (900 + places.size) * Math.sin(angle) };
  places.set(key, at);
  return at;
}
