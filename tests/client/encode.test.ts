import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeEdge, encodeNode, shapeOf, shorten, stanceMark, stanceWidth } from '../../client/graph/encode.ts';
import { contrast, hslToHex, hueOf, palettes, typeColour, withAlpha } from '../../client/graph/palette.ts';
import { stances } from '../../client/text/words.ts';
import { edge, node, stance } from './builders.ts';

const themes = ['light', 'dark'] as const;

test.each(themes)('every mark of the %s theme stands out from the canvas by 3:1, text by 4.5:1', (theme) => {
  const palette = palettes[theme];
  for (const colour of [...Object.values(palette.stance), ...Object.values(palette.type), palette.relation]) {
    expect(contrast(colour, palette.canvas), colour).toBeGreaterThanOrEqual(3);
  }
  for (let hue = 0; hue < 360; hue += 5) {
    expect(
      contrast(hslToHex(hue, palette.hashed.saturation, palette.hashed.lightness), palette.canvas),
    ).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(palette.ink, palette.canvas)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.muted, palette.canvas)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.onFill, palette.type.Country as string)).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)('the %s theme of lists and legend has the canvas’s own colours', (theme) => {
  const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8');
  const block = theme === 'light' ? css.slice(0, css.indexOf('data-theme')) : css.slice(css.indexOf('data-theme'));
  const value = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1];
  const palette = palettes[theme];
  for (const name of stances) expect(value(name)).toBe(palette.stance[name]);
  expect(value('relation')).toBe(palette.relation);
  expect(value('ground')).toBe(palette.canvas);
});

test('stances differ by mark as well as by colour', () => {
  expect(new Set(Object.values(stanceMark)).size).toBe(stances.length);
  const drawn = ['OPPOSES', 'SUPPORTS', 'NONCOMMITTAL_ON', 'DEFERS_ON'].map((type) =>
    encodeEdge(stance(type, 'a', 'b'), palettes.light, 0),
  );
  expect(new Set(drawn.map((one) => one.color)).size).toBe(4);
  for (const one of drawn) expect(one).toMatchObject({ arrow: true, dash: [1, 0] });
});

test('a position is drawn by its standing: a dashed outline where the counts differ, two lines where contested, broken where withdrawn', () => {
  const drawn = (origins: readonly [number, number], contested = false) =>
    encodeEdge(stance('OPPOSES', 'a', 'b', 3, 2, origins, contested), palettes.light, 0);
  expect(drawn([1, 1])).toMatchObject({ outline: false, double: false, dash: [1, 0], badge: '1–1' });
  expect(drawn([1, 2])).toMatchObject({ outline: true, double: false, dash: [1, 0], badge: '1–2' });
  expect(drawn([2, 2], true)).toMatchObject({ outline: false, double: true, badge: '2–2' });
  const withdrawn = drawn([0, 0], true);
  expect(withdrawn).toMatchObject({ double: false, outline: false, badge: '0–0', mark: '×' });
  expect(withdrawn.dash[1]).toBeGreaterThan(0);
  expect(withdrawn.color).not.toBe(palettes.light.stance.opposes);
});

test('an edge without counts has no badge, and a stated relation is drawn unlike every derived one', () => {
  expect(encodeEdge(edge('OPPOSES', 'a', 'b'), palettes.light, 0).badge).toBe('');
  const stated = encodeEdge(edge('HOLDS_OFFICE', 'a', 'b'), palettes.light, 0);
  for (const type of ['OPPOSES', 'CITES', 'QUOTES', 'REPORTS']) {
    const one = encodeEdge(edge(type, 'a', 'b'), palettes.light, 0);
    expect([one.mark, one.dash, one.arrow], type).not.toEqual([stated.mark, stated.dash, stated.arrow]);
  }
});

test('a stance edge is 1 to 4 pixels wide, wider for more origins', () => {
  const widths = [1, 2, 3, 5, 50].map(stanceWidth);
  expect(widths[0]).toBeGreaterThanOrEqual(1);
  expect(widths.at(-1)).toBe(4);
  expect([...widths].sort((a, b) => a - b)).toEqual(widths);
});

test('a citation is dotted, a quotation has its mark, a stated relation is plain', () => {
  expect(encodeEdge(edge('CITES', 'a', 'b'), palettes.light, 0).dash[1]).toBeGreaterThan(0);
  expect(encodeEdge(edge('QUOTES', 'a', 'b'), palettes.light, 0)).toMatchObject({ mark: '”', arrow: false });
  expect(encodeEdge(edge('HOLDS_OFFICE', 'a', 'b'), palettes.light, 0)).toMatchObject({
    mark: '',
    dash: [1, 0],
    color: palettes.light.relation,
  });
});

test('the types of the explorer have outlines of their own', () => {
  const types = ['Person', 'Country', 'Organization', 'Group', 'Outlet', 'Plan', 'Event'];
  expect(new Set(types.map((type) => shapeOf(type))).size).toBe(types.length);
});

test('the main plan is the largest and is labelled first', () => {
  const emphasis = { main: false, degree: 3 };
  const plan = encodeNode(node('plan:a'), palettes.light, { main: true, degree: 9 });
  const other = encodeNode(node('plan:b'), palettes.light, emphasis);
  const country = encodeNode(node('country:hu', 'Hungary', { iso2: 'HU' }), palettes.light, emphasis);
  expect(plan.size).toBeGreaterThan(other.size);
  expect(Math.min(other.rank, country.rank)).toBeGreaterThan(plan.rank);
  expect(country.inscription).toBe('HU');
});

test('a label of somebody else’s database keeps its colour', () => {
  expect(hueOf('Movie')).toBe(hueOf('Movie'));
  expect(typeColour(palettes.light, 'Movie')).not.toBe(typeColour(palettes.light, 'Actor'));
  expect(typeColour(palettes.light, 'Movie')).toMatch(/^#[0-9a-f]{6}$/);
});

test('long labels are cut at code points, with an ellipsis', () => {
  expect(shorten('Péter Szijjártó', 30)).toBe('Péter Szijjártó');
  expect([...shorten('🙂'.repeat(40), 10)]).toHaveLength(10);
  expect(shorten('  two\n lines ', 30)).toBe('two lines');
  expect(withAlpha('#ff8000', 0.15)).toBe('rgba(255, 128, 0, 0.15)');
});
