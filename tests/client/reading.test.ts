// Reading the graph anew: once before a drawing, and never lost.
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { Renderer } from '../../client/stage/edge-marks.ts';
import { readAnewOnce } from '../../client/stage/reading.ts';

/** What of sigma bears on it: it says when it draws, and is told to read or to draw. It needs WebGL, which is not here. */
function drawer() {
  const events = new EventEmitter();
  const read: unknown[] = [];
  const sigma = {
    scheduled: 0,
    refresh(options?: object) {
      read.push(options);
      return sigma;
    },
    scheduleRender() {
      sigma.scheduled++;
      return sigma;
    },
    on: events.on.bind(events),
  };
  const draw = () => {
    events.emit('beforeRender');
    events.emit('afterRender');
  };
  readAnewOnce(sigma as unknown as Renderer);
  return { sigma, read, draw, events };
}

it('waits for the drawing, and is done once for all that went', () => {
  const { sigma, read, draw } = drawer();
  for (let gone = 0; gone < 50; gone++) sigma.refresh({ schedule: true });
  expect([read.length, sigma.scheduled]).toEqual([0, 50]);
  draw();
  draw();
  expect(read).toEqual([{ schedule: true }]);
});

it('is done at once where a part is meant, where it is wanted at once, and within a drawing', () => {
  const { sigma, read, draw, events } = drawer();
  const partial = { partialGraph: { nodes: ['a'] }, schedule: true };
  sigma.refresh(partial);
  sigma.refresh();
  expect(read).toEqual([partial, undefined]);
  events.on('beforeRender', () => sigma.refresh({ schedule: true }));
  draw();
  expect(read).toHaveLength(3);
});
