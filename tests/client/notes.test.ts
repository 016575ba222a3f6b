import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGraph, type DrawnEdge, type DrawnNode } from '../../client/graph/build.ts';
import { type Box, overlaps, type PlacedLabel, Room } from '../../client/graph/labels.ts';
import { placeNotes } from '../../client/stage/notes.ts';

const viewport = { width: 800, height: 600 };
const wide = (text: string) => text.length * 6;

interface Spot {
  key: string;
  x: number;
  y: number;
  radius: number;
}

/** Straight lines from each spot to the first, the plan, with the notes given in turn; and the plan's own label. */
function notesOf(spots: readonly Spot[], notes: readonly string[]) {
  const graph = createGraph();
  for (const { key, x, y } of spots) graph.addNode(key, { x, y } as DrawnNode);
  const [plan, ...holders] = spots as [Spot, ...Spot[]];
  holders.forEach(({ key }, index) => {
    const note = notes[index % notes.length] as string;
    graph.addDirectedEdgeWithKey(`e${key}`, key, plan.key, { note, curvature: 0 } as DrawnEdge);
  });
  const room = new Room(spots, viewport);
  const name = { ...plan, width: 170, height: 16, rank: -1, forced: true, outward: { x: 0, y: 1 } };
  const labels = room.label([name]);
  const at = (key: string, _: number, share: number) => {
    const from = graph.getNodeAttributes(graph.source(key));
    return { x: from.x + (plan.x - from.x) * share, y: from.y + (plan.y - from.y) * share };
  };
  return { labels, placed: placeNotes(graph, room, wide, at) };
}

const around = ({ x, y, radius }: Spot): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

test('no note covers a plan, its name, another node or another note', () => {
  const spot = fc.record({
    x: fc.integer({ min: 20, max: 780 }),
    y: fc.integer({ min: 20, max: 580 }),
    radius: fc.integer({ min: 5, max: 20 }),
  });
  const note = fc.constantFrom('new', 'gone', '1–1 → 1–2', 'no longer contested');
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 30 }), fc.array(note, { minLength: 1 }), (holders, notes) => {
      const plan = { key: 'plan', x: 400, y: 300, radius: 22 };
      const spots = [plan, ...holders.map((one, index) => ({ key: `n${index}`, ...one }))];
      const { labels, placed } = notesOf(spots, notes);
      const boxes: (Box | PlacedLabel)[] = [...spots.map(around), ...labels];
      for (const [index, box] of placed.entries())
        for (const other of [...boxes, ...placed.slice(index + 1)]) expect(overlaps(box, other)).toBe(false);
    }),
  );
});

test('what finds no room in words has its diamond', () => {
  const spots = [
    { key: 'plan', x: 400, y: 300, radius: 22 },
    { key: 'a', x: 330, y: 300, radius: 18 },
  ];
  expect(notesOf(spots, ['new']).placed.map(({ note }) => note)).toEqual(['◆']);
  expect(notesOf(spots, ['gone']).placed.map(({ note }) => note)).toEqual(['◇']);
  expect(notesOf(spots, ['no longer contested']).placed).toEqual([]);
});

test('a note stands in words where there is room, and as a diamond where there are many', () => {
  const holders = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ key: `n${index}`, x: 20 + index * 38, y: 20, radius: 5 }));
  const plan = { key: 'plan', x: 400, y: 560, radius: 22 };
  expect(notesOf([plan, ...holders(3)], ['gone']).placed.map(({ note }) => note)).toEqual(['gone', 'gone', 'gone']);
  const many = notesOf([plan, ...holders(20)], ['gone']).placed;
  expect(many.length).toBeGreaterThan(15);
  expect(new Set(many.map(({ note }) => note))).toEqual(new Set(['◇']));
});
