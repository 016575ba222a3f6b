import { expect, test } from 'vitest';
import { withChange } from '../../client/graph/changes.ts';
import { encodeEdge } from '../../client/graph/encode.ts';
import { palettes } from '../../client/graph/palette.ts';
import { compareGraphs, isLost, noteOf } from '../../client/state/compare.ts';
import { edge, node, stance } from './builders.ts';

const nodes = ['country:hu', 'country:sk', 'country:de', 'plan:invitation'].map((key) => node(key));
const graph = (...edges: ReturnType<typeof edge>[]) => ({ nodes, edges });
const opposes = (holder: string, articles: number, origins: [number, number], contested = false) =>
  stance('OPPOSES', holder, 'plan:invitation', articles, 1, origins, contested);

test('edges are new, gone or counted otherwise, by key, and what stays as it was is none of them', () => {
  const before = graph(
    opposes('country:hu', 3, [1, 2]),
    opposes('country:sk', 1, [1, 1]),
    opposes('country:de', 1, [1, 1]),
  );
  const after = graph(
    opposes('country:hu', 2, [1, 1]),
    opposes('country:de', 1, [1, 1]),
    stance('SUPPORTS', 'country:sk', 'plan:invitation'),
  );
  const found = compareGraphs(before, after);
  expect(found.added.map((change) => change.edge.key)).toEqual(['SUPPORTS~country:sk~plan:invitation']);
  expect(found.removed.map((change) => change.edge.key)).toEqual(['OPPOSES~country:sk~plan:invitation']);
  expect(found.changed.map((change) => change.edge.key)).toEqual(['OPPOSES~country:hu~plan:invitation']);
  expect(found.changed[0]?.before).toMatchObject({ originsMin: 1, originsMax: 2, articles: 3 });
  expect(found.changed[0]?.after).toMatchObject({ originsMin: 1, originsMax: 1, articles: 2 });
  expect(found.nodes.map(({ key }) => key)).toEqual(['country:hu', 'country:sk', 'plan:invitation']);
});

test('relations that nothing counts are not compared', () => {
  const found = compareGraphs(graph(edge('PART_OF', 'country:hu', 'plan:invitation')), graph());
  expect([found.added, found.removed, found.changed]).toEqual([[], [], []]);
});

test('an edge has lost its support where it is gone, or left at no origin', () => {
  const [changed] = compareGraphs(
    graph(opposes('country:hu', 1, [1, 1])),
    graph(opposes('country:hu', 0, [0, 0])),
  ).changed;
  const [gone] = compareGraphs(graph(opposes('country:hu', 1, [1, 1])), graph()).removed;
  const [fewer] = compareGraphs(
    graph(opposes('country:hu', 2, [2, 2])),
    graph(opposes('country:hu', 1, [1, 1])),
  ).changed;
  expect([changed, gone, fewer].map((change) => change && isLost(change))).toEqual([true, true, false]);
});

test('the note says in words what became of an edge', () => {
  const change = (before: ReturnType<typeof edge>[], after: ReturnType<typeof edge>[]) => {
    const { added, removed, changed } = compareGraphs(graph(...before), graph(...after));
    const [only] = [...added, ...removed, ...changed];
    return only && noteOf(only);
  };
  expect(change([], [opposes('country:hu', 1, [1, 1])])).toBe('new');
  expect(change([opposes('country:hu', 1, [1, 1])], [])).toBe('gone');
  expect(change([opposes('country:hu', 1, [1, 1])], [opposes('country:hu', 3, [1, 2])])).toBe('1–1 → 1–2');
  expect(change([opposes('country:hu', 1, [1, 1])], [opposes('country:hu', 3, [1, 1])])).toBe('1 → 3 articles');
  expect(change([opposes('country:hu', 1, [1, 1])], [opposes('country:hu', 1, [1, 1], true)])).toBe('now contested');
});

test('what is gone, new or as it was is told apart by line and word, not by colour alone', () => {
  const plain = encodeEdge(opposes('country:hu', 1, [1, 1]), palettes.light, 0);
  const style = (kind: 'added' | 'removed' | 'changed', note: string) =>
    withChange(plain, { kind, note }, palettes.light, true);
  expect(style('removed', 'gone').dash).not.toEqual(plain.dash);
  expect(style('added', 'new').size).toBeGreaterThan(plain.size);
  expect(style('changed', '1–1 → 1–2').note).toBe('1–1 → 1–2');
  expect(withChange(plain, undefined, palettes.light, false)).toEqual({ ...plain, note: '' });
  expect(withChange(plain, undefined, palettes.light, true).color).not.toBe(plain.color);
});
