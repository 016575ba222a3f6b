import { beforeEach, expect, test } from 'vitest';
import { groupColour, sizeBy } from '../../client/graph/appearance.ts';
import { links } from '../../client/graph/blobs.ts';
import { contrast, palettes } from '../../client/graph/palette.ts';
import { colours, groups, look } from '../../client/state/appearance.ts';
import { dataset, shown } from '../../client/state/data.ts';
import { applyView, canvas, change, undo } from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import { sample } from './builders.ts';
import { measure } from './measure.ts';

beforeEach(() => {
  applyView(defaultView);
  dataset.value = sample;
  measure();
});

test('at first size and colour tell the type, and nothing is grouped', () => {
  expect(look.value).toBeUndefined();
  expect(groups.value).toEqual([]);
  expect(colours.value).toEqual([]);
});

test('by degree the most connected is the largest; undo takes it back', () => {
  change('size by degree', { canvas: { ...canvas.value, size: 'degree' } });
  const size = (key: string) => look.value?.(key).size ?? 0;
  for (const { key } of shown.value.nodes) expect(size(key)).toBeLessThanOrEqual(size('plan:invitation'));
  expect(size('country:hu')).toBeGreaterThan(size('country:sk'));
  undo();
  expect(look.value).toBeUndefined();
});

test('by component, each has its colour and is called by its most connected member', () => {
  change('colour', { canvas: { ...canvas.value, colour: 'component' } });
  const [first] = colours.value;
  expect(first?.title).toBe('With NATO invitation for Ukraine');
  expect(look.value?.('plan:invitation').color).toBe(palettes.light.groups[0]);
  expect(colours.value.reduce((sum, { members }) => sum + members.length, 0)).toBe(shown.value.nodes.length);
});

test('groups by type hold all of it; one by itself is no group', () => {
  change('group', { canvas: { ...canvas.value, group: 'type' } });
  expect(groups.value.map(({ title }) => title)).toEqual(['Country', 'Outlet', 'Plan']);
  expect(groups.value[0]?.members).toHaveLength(5);
});

test('the colours of groups stand out from both grounds, and those beyond the last are alike', () => {
  for (const palette of Object.values(palettes)) {
    for (const colour of [...palette.groups, palette.restGroup])
      expect(contrast(colour, palette.canvas)).toBeGreaterThan(3);
    expect(new Set(palette.groups).size).toBe(palette.groups.length);
    expect(groupColour(palette, 99)).toBe(palette.restGroup);
  }
});

test('a node’s area grows with what it tells, from a size that can still be seen', () => {
  expect(sizeBy(0, 10)).toBe(5);
  expect(sizeBy(10, 10)).toBe(18);
  expect(sizeBy(0, 0)).toBe(5);
});

test('members are joined along the shortest tree, and parted where they are far from each other', () => {
  const points = [0, 10, 20, 500, 510].map((x) => ({ x, y: 0 }));
  expect(links(points).map((link) => link.sort().join())).toEqual(['0,1', '1,2', '3,4']);
  expect(links(points.slice(0, 1))).toEqual([]);
});
