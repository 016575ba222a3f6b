// The filter by notes: nodes and relations that have some, and what these join.
import { expect, it } from 'vitest';
import { keepNoted } from '../../client/state/filters/noted.ts';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';

const node = (key: string): NodeView => ({ key, labels: ['Country'], name: key, properties: {} });
const edge = (source: string, target: string): EdgeView => ({
  key: `T~${source}~${target}`,
  type: 'T',
  source,
  target,
  derived: false,
  properties: {},
});
const part = {
  nodes: ['a', 'b', 'c', 'd', 'e'].map(node),
  edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'e'), edge('d', 'e')],
};
const left = (counts: ReadonlyMap<string, number> | undefined, noted = true) => {
  const { nodes, edges } = keepNoted(part, { noted }, counts);
  return [...nodes, ...edges].map(({ key }) => key);
};

it('keeps nodes with notes, relations with notes and their ends, and relations between nodes with notes', () => {
  expect(
    left(
      new Map([
        ['a', 1],
        ['e', 2],
        ['T~b~c', 1],
      ]),
    ),
  ).toEqual(['a', 'b', 'c', 'e', 'T~b~c', 'T~a~e']);
});

it('leaves nothing where nothing has notes, and everything where that is not known or not asked', () => {
  expect(left(new Map())).toEqual([]);
  expect(left(undefined)).toHaveLength(9);
  expect(left(new Map(), false)).toHaveLength(9);
});
