// The layer of texts over the graph. While the camera only moves aside, what is written moves along as it is; it is placed
// anew once the camera rests, or has gone far.
import { effect, untracked } from '@preact/signals';
import type { Group } from '../graph/blobs.ts';
import type { DrawnGraph } from '../graph/build.ts';
import type { Palette } from '../graph/palette.ts';
import { annotate } from './annotations.ts';
import type { Renderer } from './edge-marks.ts';
import type { Emphasis } from './reducers.ts';
import { whenAtRest } from './rest.ts';

/** What the texts depend on beside the graph and the camera. */
export interface Written {
  palette: Palette;
  emphasis: Emphasis;
  groups: readonly Group[];
}

/** How far what is written may be moved along, in CSS pixels: what comes into view has no text until then. */
const far = 96;
/** How long the camera has not moved when it rests, in ms. */
const rest = 100;

/** Where the middle of the drawing is in the window, and how large it is drawn. */
function standOf(renderer: Renderer) {
  const { ratio, angle } = renderer.getCamera().getState();
  return { ...renderer.framedGraphToViewport({ x: 0.5, y: 0.5 }), ratio, angle };
}

/** Adds the layer and writes after each drawing. `now` reads signals: what it gives is written once one changes. */
export function connectAnnotations(renderer: Renderer, graph: DrawnGraph, now: () => Written): () => void {
  const canvas = renderer.createCanvas('annotations', { beforeLayer: 'mouse' });
  // What it says is read elsewhere by those who do not see it.
  canvas.setAttribute('aria-hidden', 'true');
  let placed: ReturnType<typeof standOf> | undefined;
  const forget = () => {
    placed = undefined;
  };
  const write = () => {
    const { palette, emphasis, groups } = untracked(now);
    annotate(renderer, graph, canvas, palette, emphasis, groups);
    canvas.style.transform = '';
    placed = standOf(renderer);
  };
  const atRest = whenAtRest(renderer, rest, () => {
    if (canvas.style.transform !== '') write();
  });
  renderer.on('afterProcess', forget);
  renderer.on('resize', forget);
  renderer.on('afterRender', () => {
    const stand = standOf(renderer);
    const { x, y } = placed ? { x: stand.x - placed.x, y: stand.y - placed.y } : { x: 0, y: 0 };
    const way = Math.hypot(x, y);
    // What is drawn again where it was is drawn for another reason than the camera.
    if (!placed || placed.ratio !== stand.ratio || placed.angle !== stand.angle || way === 0 || way > far) write();
    else {
      canvas.style.transform = `translate(${x}px, ${y}px)`;
      atRest.moved();
    }
  });
  const stop = effect(() => {
    now();
    forget();
    renderer.scheduleRender();
  });
  return () => {
    atRest.stop();
    stop();
  };
}
