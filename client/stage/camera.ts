// Carries out wishes to the camera, and notes where it stands for the address.
import { effect } from '@preact/signals';
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import { cameraWish } from '../state/camera.ts';
import { loading, shown } from '../state/data.ts';
import { boundsOf, drawn } from '../state/graph.ts';
import { notify } from '../state/notices.ts';
import { camera } from '../state/view.ts';
import { duration } from './motion.ts';
import { whenAtRest } from './rest.ts';

type Renderer = Sigma<DrawnNode, DrawnEdge>;
const quiet = 350;

/** The camera that shows all drawn nodes: sigma's own middle and ratio 1 where the frame does. */
function fitting(renderer: Renderer): { x: number; y: number; ratio: number } {
  const bounds = boundsOf(
    drawn.mapNodes((_, node) => node),
    24,
  );
  if (!bounds) return { x: 0.5, y: 0.5, ratio: 1 };
  const ends = [
    { x: bounds.x[0], y: bounds.y[0] },
    { x: bounds.x[1], y: bounds.y[1] },
  ].map((point) => renderer.viewportToFramedGraph(renderer.graphToViewport(point)));
  const [a, b] = ends as [{ x: number; y: number }, { x: number; y: number }];
  // How much of the stage one unit of the framed graph takes, measured, since sigma fits the shorter side.
  const { width, height } = renderer.getDimensions();
  const zero = renderer.framedGraphToViewport({ x: 0, y: 0 });
  const one = renderer.framedGraphToViewport({ x: 1, y: 1 });
  const ratio = renderer.getCamera().getState().ratio;
  const unit = { x: Math.abs(one.x - zero.x) * ratio, y: Math.abs(one.y - zero.y) * ratio };
  const margin = 2 * renderer.getStagePadding();
  const need = Math.max(
    (Math.abs(a.x - b.x) * unit.x) / Math.max(1, width - margin),
    (Math.abs(a.y - b.y) * unit.y) / Math.max(1, height - margin),
  );
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, ratio: Math.min(6, Math.max(0.08, need)) };
}

type Lens = ReturnType<Renderer['getCamera']>;

/** Moves there, or is there at once where motion is not wanted. */
function move(lens: Lens, to: { x?: number; y?: number; ratio?: number }): void {
  if (duration() === 0) lens.setState(to);
  else void lens.animate(to, { duration: duration() });
}

function carryOut(renderer: Renderer, wish: NonNullable<typeof cameraWish.value>): void {
  const lens = renderer.getCamera();
  if (wish.kind === 'fit') move(lens, fitting(renderer));
  else if (wish.kind === 'home') move(lens, { x: 0.5, y: 0.5, ratio: 1 });
  else if (wish.kind === 'stand') move(lens, wish.at);
  else if (wish.kind === 'zoom') move(lens, { ratio: Math.min(6, Math.max(0.08, lens.ratio * wish.factor)) });
  else if (drawn.hasNode(wish.key)) {
    // The node may have been put on the canvas by the same action, so sigma's places are brought up to date first.
    renderer.refresh();
    const place = renderer.getNodeDisplayData(wish.key);
    if (place) move(lens, { x: place.x, y: place.y, ratio: Math.min(lens.ratio, 0.7) });
  }
}

/** Once all is drawn: back from where an address has the camera far off everything, with a word on it. */
function watchStart(renderer: Renderer): () => void {
  const stop = () => void renderer.off('afterRender', look);
  const look = () => {
    if (loading.peek().state !== 'ready' || drawn.order === 0 || drawn.order < shown.peek().nodes.length) return;
    stop();
    const { width, height } = renderer.getDimensions();
    const inSight = drawn.someNode((_, node) => {
      const { x, y } = renderer.graphToViewport(node);
      return x >= 0 && y >= 0 && x <= width && y <= height;
    });
    if (inSight) return;
    move(renderer.getCamera(), fitting(renderer));
    notify('Nothing of the graph is where the address has the camera, so all of it is shown.');
  };
  renderer.on('afterRender', look);
  return stop;
}

export function connectCamera(renderer: Renderer): () => void {
  const lens = renderer.getCamera();
  const start = camera.peek();
  if (start) lens.setState(start);
  const stopWatching = start ? watchStart(renderer) : () => undefined;
  const note = whenAtRest(renderer, quiet, () => {
    const { x, y, ratio } = lens.getState();
    const home = Math.abs(x - 0.5) < 1e-3 && Math.abs(y - 0.5) < 1e-3 && Math.abs(ratio - 1) < 1e-3;
    camera.value = home ? null : { x, y, ratio };
  });
  lens.on('updated', note.moved);
  const stop = effect(() => {
    const wish = cameraWish.value;
    if (wish) queueMicrotask(() => carryOut(renderer, wish));
  });
  return () => {
    stop();
    stopWatching();
    note.stop();
    lens.removeListener('updated', note.moved);
    cameraWish.value = null;
  };
}
