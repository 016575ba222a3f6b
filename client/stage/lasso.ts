// Draws a line by hand over the canvas and selects the nodes within it: with Shift held down, or while the tool is on.
import { effect } from '@preact/signals';
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode, Point } from '../graph/build.ts';
import { inside } from '../graph/lasso.ts';
import { drawn } from '../state/graph.ts';
import { lassoing, selectedNodes, selectNodes } from '../state/selection.ts';
import { still, swallowClick } from './swallow.ts';

const svg = 'http://www.w3.org/2000/svg';

/** The line as it is drawn, over everything. */
function draw(container: HTMLElement): { line: SVGPathElement; remove: () => void } {
  const layer = document.createElementNS(svg, 'svg');
  layer.classList.add('lasso');
  layer.setAttribute('aria-hidden', 'true');
  const line = layer.appendChild(document.createElementNS(svg, 'path'));
  container.append(layer);
  return { line, remove: () => layer.remove() };
}

export function connectLasso(renderer: Sigma<DrawnNode, DrawnEdge>, container: HTMLElement): () => void {
  let end: (() => void) | undefined;

  const start = (event: PointerEvent) => {
    const wanted = event.shiftKey || lassoing.peek();
    if (!wanted || event.button !== 0 || !event.isPrimary || end) return;
    const box = container.getBoundingClientRect();
    const at = (moved: PointerEvent): Point => ({ x: moved.clientX - box.left, y: moved.clientY - box.top });
    const points = [at(event)];
    let drawing: ReturnType<typeof draw> | undefined;
    const move = (moved: PointerEvent) => {
      const point = at(moved);
      const last = points.at(-1) as Point;
      if (Math.hypot(point.x - last.x, point.y - last.y) < still) return;
      points.push(point);
      drawing ??= draw(container);
      drawing.line.setAttribute('d', `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`);
    };
    const finish = () => {
      end?.();
      if (!drawing) return;
      swallowClick(container);
      const spots = drawn.mapNodes((key, node) => [key, renderer.graphToViewport(node)] as const);
      const found = inside(spots, points);
      selectNodes(event.shiftKey ? [...selectedNodes.peek(), ...found] : found);
    };
    const leave = () => {
      end = undefined;
      drawing?.remove();
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', finish);
      removeEventListener('pointercancel', leave);
    };
    end = leave;
    addEventListener('pointermove', move);
    addEventListener('pointerup', finish);
    addEventListener('pointercancel', leave);
  };
  // Sigma hears of no press that draws a lasso, and so moves neither the camera nor a node.
  const keep = (event: MouseEvent | TouchEvent) => {
    if (end) event.stopPropagation();
  };
  const presses = ['mousedown', 'touchstart'] as const;
  container.addEventListener('pointerdown', start, { capture: true });
  for (const press of presses) container.addEventListener(press, keep, { capture: true });
  const stop = effect(() => void container.classList.toggle('lassoing', lassoing.value));
  return () => {
    stop();
    end?.();
    container.removeEventListener('pointerdown', start, { capture: true });
    for (const press of presses) container.removeEventListener(press, keep, { capture: true });
  };
}
