// The sample as it is drawn: what tests of places and pins begin with.
import { afterEach, beforeEach } from 'vitest';
import { dataset } from '../../client/state/data.ts';
import { drawn, layOut, startDrawing } from '../../client/state/graph.ts';
import { applyView } from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import { edge, node, sample } from './builders.ts';

/** Draws the sample before each test of a file, and stops after it. */
export function drawSample(): void {
  let stop: (() => void) | undefined;
  beforeEach(async () => {
    applyView(defaultView);
    dataset.value = sample;
    await layOut(sample, async () => undefined);
    stop = startDrawing();
  });
  afterEach(() => stop?.());
}

/** Where a node is drawn, in layout units. */
export const at = (key: string): { x: number; y: number } => {
  const { x, y } = drawn.getNodeAttributes(key);
  return { x, y };
};

/** Loads one country more, "country:new", that borders on the given one. */
export function loadNeighbourOf(key: string): void {
  dataset.value = {
    ...sample,
    nodes: new Map([...sample.nodes, ['country:new', node('country:new', 'New')]]),
    edges: new Map([...sample.edges, ['BORDERS', edge('BORDERS', 'country:new', key)]]),
  };
}
