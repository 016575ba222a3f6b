// Leads nodes from one layout to the next, shortly; those who ask for no motion see them there at once.
import { effect } from '@preact/signals';
import { departures, drawn, moveDrawn, moves, version } from '../state/graph.ts';
import { duration } from './motion.ts';

/** Of more nodes each frame takes too long: they are there at once. */
const most = 1500;

export function connectTravel(): () => void {
  let frame = 0;
  const stop = effect(() => {
    const from = departures.value;
    if (!from) return;
    cancelAnimationFrame(frame);
    const time = duration();
    if (time === 0 || drawn.order > most) return;
    const to = new Map(drawn.mapNodes((key, { x, y }) => [key, { x, y }] as const));
    const drawnThen = version.peek();
    let movedThen = moves.peek();
    const start = performance.now();
    const move = () => {
      // What was changed or moved meanwhile stands where it was put.
      if (version.peek() !== drawnThen || moves.peek() !== movedThen) return;
      const share = Math.min(1, (performance.now() - start) / time);
      const eased = 1 - (1 - share) ** 3;
      moveDrawn((key) => {
        const [a, b] = [from.get(key), to.get(key)];
        return a && b && { x: a.x + (b.x - a.x) * eased, y: a.y + (b.y - a.y) * eased };
      });
      movedThen = moves.peek();
      if (share < 1) frame = requestAnimationFrame(move);
    };
    move();
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
    departures.value = null;
  };
}
