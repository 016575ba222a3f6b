// What lies under the graph: the borders of the map, and the bands around groups.
import { effect } from '@preact/signals';
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import { type Palette, palettes } from '../graph/palette.ts';
import { groups } from '../state/appearance.ts';
import { drawn } from '../state/graph.ts';
import { outline } from '../state/layout.ts';
import { theme } from '../state/theme.ts';
import { drawBlobs } from './blobs.ts';
import { freshContext } from './canvas.ts';

type Renderer = Sigma<DrawnNode, DrawnEdge>;

/** Draws a path of layout units, whose y grows downward, where the camera stands. */
function drawMap(renderer: Renderer, context: CanvasRenderingContext2D, palette: Palette, path: Path2D): void {
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
interface Point {
  x: number;
  y: number;
}

/** Adds the layer, and keeps it in step with the camera. */
export function connectGround(renderer: Renderer): () => void {
  const canvas = renderer.createCanvas('ground', { beforeLayer: 'edges' });
  canvas.setAttribute('aria-hidden', 'true');
  let map: Path2D | undefined;
  renderer.on('afterRender', () => {
    const context = freshContext(canvas, renderer.getDimensions());
    if (context && map) drawMap(renderer, context, palettes[theme.peek()], map);
    if (context) drawBlobs(renderer, drawn, context, groups.peek());
  });
  return effect(() => {
    map = outline.value === null ? undefined : new Path2D(outline.value);
    groups.value;
    renderer.scheduleRender();
  });
}
