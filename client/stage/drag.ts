// Drags nodes: the one under the pointer, with all others if it is one of several selected; where they end they are pinned.
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode, Point } from '../graph/build.ts';
import { drawn, held, moveDrawn } from '../state/graph.ts';
import { moveTo } from '../state/pins.ts';
import { selectedNodes } from '../state/selection.ts';
import { still, swallowClick } from './swallow.ts';

interface Drag {
  /** Where the pointer went down, in pixels, and in layout units. */
  down: Point;
  from: Point;
  /** Where each node stood then. */
  starts: ReadonlyMap<string, Point>;
  moving: boolean;
}

export function connectDrag(renderer: Sigma<DrawnNode, DrawnEdge>, container: HTMLElement): () => void {
  let drag: Drag | undefined;

  const places = ({ from, starts }: Drag, pointer: Point): Map<string, Point> => {
    const to = renderer.viewportToGraph(pointer);
    return new Map([...starts].map(([key, { x, y }]) => [key, { x: x + to.x - from.x, y: y + to.y - from.y }]));
  };
  renderer.on('downNode', ({ node, event }) => {
    if (event.original instanceof MouseEvent && event.original.button !== 0) return;
    const keys = selectedNodes.peek().has(node) ? [...selectedNodes.peek()] : [node];
    const starts = keys.flatMap((key) => {
      if (!drawn.hasNode(key)) return [];
      const { x, y } = drawn.getNodeAttributes(key);
      return [[key, { x, y }] as const];
    });
    const down = { x: event.x, y: event.y };
    drag = { down, from: renderer.viewportToGraph(down), starts: new Map(starts), moving: false };
  });
  renderer.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!drag) return;
    // Or the camera would go along.
    preventSigmaDefault();
    drag.moving ||= Math.hypot(event.x - drag.down.x, event.y - drag.down.y) >= still;
    if (drag.moving) for (const key of drag.starts.keys()) held.add(key);
    // Only what is drawn; the view learns of it once, at the end.
    const to = drag.moving ? places(drag, event) : undefined;
    if (to) moveDrawn((key) => to.get(key));
  });
  const end = (event: Point) => {
    if (drag?.moving) {
      swallowClick(container);
      moveTo(places(drag, event));
    }
    held.clear();
    drag = undefined;
  };
  const touchEnd = ({ touches: [touch], previousTouches: [last] }: { touches: Point[]; previousTouches: Point[] }) => {
    const at = touch ?? last;
    if (at) end(at);
  };
  const mouse = renderer.getMouseCaptor();
  const touch = renderer.getTouchCaptor();
  mouse.on('mouseup', end);
  touch.on('touchup', touchEnd);
  return () => {
    mouse.removeListener('mouseup', end);
    touch.removeListener('touchup', touchEnd);
  };
}
