// The borders of the map under the graph.
import type { Point } from '../graph/build.ts';
import type { Palette } from '../graph/palette.ts';
import type { Renderer } from './edge-marks.ts';

/** Draws a path of layout units, whose y grows downward, where the camera stands. */
export function drawMap(renderer: Renderer, context: CanvasRenderingContext2D, palette: Palette, path: Path2D): void {
  const [zero, right, down] = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: -1 },
  ].map((point) => renderer.graphToViewport(point)) as [Point, Point, Point];
  context.save();
  context.transform(right.x - zero.x, right.y - zero.y, down.x - zero.x, down.y - zero.y, zero.x, zero.y);
  context.fillStyle = palette.land;
  context.fill(path);
  context.lineWidth = 0.8 / Math.hypot(right.x - zero.x, right.y - zero.y);
  context.lineJoin = 'round';
  context.strokeStyle = palette.border;
  context.stroke(path);
  context.restore();
}
