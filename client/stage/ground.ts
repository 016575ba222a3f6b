// What lies under the graph: the borders of the map, and the bands around groups.
import { effect } from '@preact/signals';
import { palettes } from '../graph/palette.ts';
import { groups } from '../state/appearance.ts';
import { drawn } from '../state/graph.ts';
import { outline } from '../state/layout.ts';
import { theme } from '../state/theme.ts';
import { drawBlobs } from './blobs.ts';
import { freshContext } from './canvas.ts';
import type { Renderer } from './edge-marks.ts';
import { drawMap } from './map.ts';

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
