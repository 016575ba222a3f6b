// The look of each type as somebody chose it: drawn, undone, kept in the browser, handed on as a file.
import { beforeEach, expect, test } from 'vitest';
import { encodeEdge, encodeNode, shapeOf } from '../../client/graph/encode.ts';
import { contrast, palettes, swatchNames } from '../../client/graph/palette.ts';
import { hexOf, plainStyle, type Style } from '../../client/graph/style.ts';
import { meta } from '../../client/state/data.ts';
import { notices } from '../../client/state/notices.ts';
import {
  keptUnder,
  openStyle,
  openStyleFile,
  resetNodes,
  resetStyle,
  startStyle,
  styleNodes,
  styleRelations,
} from '../../client/state/style.ts';
import { readable, styleProperties } from '../../client/state/style-css.ts';
import { styleFile } from '../../client/state/style-file.ts';
import { decodeStyle, encodeStyle } from '../../client/state/style-url.ts';
import { applyView, style, undo } from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import type { Meta } from '../../server/schema/view.ts';
import { edge, node, stance } from './builders.ts';
import { colourDistance } from './colour-vision.ts';
import { keepInMemory } from './memory.ts';

const memory = keepInMemory();
beforeEach(() => {
  memory.clear();
  meta.value = null;
  applyView(defaultView);
  notices.value = [];
});

const hungary = node('country:hu', 'Hungary', { iso2: 'HU', population: 9_600_000 });
const emphasis = { main: false, degree: 3 };
const drawNode = (of: Style) => encodeNode(hungary, palettes.light, emphasis, of);
const only = (look: object): Style => ({ nodes: new Map([['Country', look]]), relations: new Map() });

test.each(['light', 'dark'] as const)(
  'the %s palette to choose from stands out, also for those who see no red or green',
  (theme) => {
    const palette = palettes[theme];
    const colours = swatchNames.map((name) => palette.swatches[name]);
    for (const colour of colours) expect(contrast(colour, palette.canvas), colour).toBeGreaterThanOrEqual(3);
    for (const [index, one] of colours.entries())
      for (const other of colours.slice(index + 1))
        expect(colourDistance(one, other), `${one} ${other}`).toBeGreaterThan(0.12);
  },
);

test('a node is drawn in the colour, size, shape and caption of its type, else as usual', () => {
  const usual = encodeNode(hungary, palettes.light, emphasis);
  expect(drawNode(plainStyle)).toEqual(usual);
  const drawn = drawNode(only({ colour: 'wine', size: 2, shape: 'square', caption: ['iso2', 'population'] }));
  expect(drawn).toMatchObject({
    color: palettes.light.swatches.wine,
    size: usual.size * 2,
    shape: 'square',
    label: 'HU 9600000',
  });
  expect(drawn.rank).toBe(usual.rank);
  expect(shapeOf('Country', only({ shape: 'ring' }))).toBe('ring');
  expect(drawNode(only({ caption: [] }))).toMatchObject({ label: '', name: 'Hungary' });
  expect(drawNode(only({ caption: ['title'] })).label).toBe('Hungary');
});

test('what is written on a node can be read on any fill', () => {
  for (const palette of Object.values(palettes))
    for (const colour of ['#ffffff', '#000000', '#777777', '#ffff00'] as const) {
      const { inscriptionColor } = encodeNode(hungary, palette, emphasis, only({ colour }));
      expect(contrast(inscriptionColor, colour), colour).toBeGreaterThan(3.5);
    }
});

test('a stance keeps its mark, strands and outline in any colour, and its grey where support is withdrawn', () => {
  const chosen: Style = {
    nodes: new Map(),
    relations: new Map([['OPPOSES', { colour: 'sky', width: 3, caption: 'type' }]]),
  };
  const draw = (origins: [number, number], of: Style) =>
    encodeEdge(stance('OPPOSES', 'a', 'b', 3, 2, origins, true), palettes.dark, 0, of);
  const [usual, drawn] = [draw([1, 2], plainStyle), draw([1, 2], chosen)];
  expect(drawn).toEqual({ ...usual, color: palettes.dark.swatches.sky, size: usual.size * 3, badge: 'opposes' });
  expect(drawn).toMatchObject({ mark: '×', double: true, outline: true });
  const gone = draw([0, 0], chosen);
  expect(gone).toMatchObject({ color: palettes.dark.relation, size: 1, dash: draw([0, 0], plainStyle).dash });
});

test('any other relation can have a caption, a property of it too', () => {
  const office = edge('HOLDS_OFFICE', 'person:a', 'country:hu', { title: 'Prime minister' });
  const draw = (caption: 'type' | '.title' | '.since') =>
    encodeEdge(office, palettes.light, 0, { nodes: new Map(), relations: new Map([['HOLDS_OFFICE', { caption }]]) })
      .badge;
  expect([draw('type'), draw('.title'), draw('.since')]).toEqual(['holds office in', 'Prime minister', '']);
});

test('a choice is a step that undo takes back; a slider’s many are one; the usual again leaves nothing', () => {
  styleNodes('Country', { size: 1.1 });
  styleNodes('Country', { size: 1.2 });
  styleNodes('Country', { colour: 'blue' });
  expect(style.value.nodes.get('Country')).toEqual({ size: 1.2, colour: 'blue' });
  undo();
  expect(style.value.nodes.get('Country')).toEqual({ size: 1.2 });
  undo();
  expect(style.value).toEqual(plainStyle);
  styleRelations('CITES', { width: 2 });
  styleRelations('CITES', { width: undefined });
  expect(style.value).toEqual(plainStyle);
  styleNodes('Plan', { colour: '#123456' });
  resetNodes('Plan');
  expect(style.value).toEqual(plainStyle);
});

test.each([
  'x~Country~blue',
  'n~Country~blau',
  'n~Country~blue~9',
  'n~Country~~~blob',
  'n~~blue',
  'n~Country~~~~a~b~c~d',
  'r~CITES~blue~1~type~more',
  'r~CITES~~~.',
  'n~%E0%A4%A',
  Array.from({ length: 41 }, (_, index) => `n~T${index}~blue`).join(),
])('a style of an address that makes no sense is none: %s', (text) => {
  let read: Style | undefined;
  try {
    read = decodeStyle(text);
  } catch {
    read = undefined;
  }
  expect(read).toBeUndefined();
});

test('an address says no more than what is other than usual', () => {
  expect(encodeStyle(plainStyle)).toBeUndefined();
  expect(encodeStyle(only({ colour: 'blue' }))).toBe('n~Country~blue');
  expect(encodeStyle(only({ caption: [] }))).toBe('n~Country~~~~');
  expect(decodeStyle('n~Country~~~~')).toEqual(only({ caption: [] }));
});

test('an address holds forty types', () => {
  const nodes = new Map(Array.from({ length: 50 }, (_, index) => [`T${index}`, { colour: 'blue' as const }]));
  expect(decodeStyle(encodeStyle({ nodes, relations: new Map() }) ?? '')?.nodes.size).toBe(40);
  for (const type of nodes.keys()) styleNodes(type, { colour: 'blue' });
  expect(notices.value.filter(({ text }) => text.includes('An address holds the look of 40 types'))).toHaveLength(1);
});

test('a file gives the same style back', () => {
  styleNodes('Country', { colour: '#aabbcc', size: 0.5, shape: 'page', caption: ['iso2'] });
  styleRelations('OPPOSES', { caption: '.first' });
  const file = styleFile(style.value);
  const before = style.value;
  resetStyle();
  openStyle('mine.json', file);
  expect(style.value).toEqual(before);
  undo();
  expect(style.value).toEqual(plainStyle);
});

test.each([
  ['no json', /is no JSON/],
  ['[]', /"format" must be "hearsay-style"/],
  ['{"format":"hearsay-style","version":2}', /"version" is 2; this page reads version 1/],
  ['{"format":"hearsay-style","version":1,"nodes":[]}', /"nodes" must be an object/],
  [
    '{"format":"hearsay-style","version":1,"nodes":{"Country":{"size":9}}}',
    /nodes\.Country\.size must be a number from 0\.5 to 3/,
  ],
  [
    '{"format":"hearsay-style","version":1,"relations":{"CITES":{"size":1}}}',
    /relations\.CITES\.size is unknown: there are colour, width, caption/,
  ],
])('a file that is no style changes nothing and says where and what is wrong: %s', (text, why) => {
  styleNodes('Country', { colour: 'blue' });
  const before = style.value;
  openStyle('theirs.json', text);
  expect(style.value).toBe(before);
  expect(notices.value.at(-1)).toMatchObject({ kind: 'problem', text: expect.stringMatching(why) });
  expect(notices.value.at(-1)?.text).toMatch(/^theirs\.json was not opened/);
});

test('a file that is too large or cannot be read says so', async () => {
  const before = style.value;
  const file = (size: number, text: () => Promise<string>) => ({ name: 'big.json', size, text });
  await openStyleFile(file(1_000_001, () => Promise.resolve('{}')));
  expect(notices.value.at(-1)?.text).toMatch(/^big\.json was not opened\. It has over 1 MB/);
  await openStyleFile(file(10, () => Promise.reject(new Error('gone'))));
  expect(notices.value.at(-1)?.text).toMatch(/^big\.json could not be read/);
  expect(style.value).toBe(before);
});

const own = { model: 'hearsay', labels: [] } as unknown as Meta;
const stored = () => [...memory.entries()].filter(([name]) => name.includes('style'));

test('the browser keeps what was chosen, for each database by itself', () => {
  const stop = startStyle();
  meta.value = own;
  styleNodes('Country', { colour: 'green' });
  stop();
  applyView(defaultView);
  const again = startStyle();
  expect(style.value.nodes.get('Country')).toEqual({ colour: 'green' });
  resetStyle();
  expect(stored()).toEqual([]);
  again();
  const foreign = (...labels: string[]) => keptUnder({ model: 'foreign', labels: labels.map((label) => ({ label })) });
  expect(foreign('A', 'B')).toBe(foreign('B', 'A'));
  expect(new Set([foreign('A'), foreign('B'), keptUnder(own)]).size).toBe(3);
});

test('a style that came with an address is shown but kept only where somebody goes on from it', () => {
  const mine: Style = { nodes: new Map([['Plan', { colour: 'gold' }]]), relations: new Map() };
  memory.set('hearsay.style.hearsay', styleFile(mine));
  const given = decodeStyle(encodeStyle(only({ colour: 'rust' })) ?? '') ?? plainStyle;
  applyView({ ...defaultView, style: given });
  const stop = startStyle();
  meta.value = own;
  expect(style.value.nodes.has('Plan')).toBe(false);
  expect(stored()).toEqual([['hearsay.style.hearsay', styleFile(mine)]]);
  styleNodes('Country', { size: 2 });
  expect(stored()[0]?.[1]).toContain('rust');
  undo();
  expect(stored()).toEqual([['hearsay.style.hearsay', styleFile(mine)]]);
  stop();
});

test('what the browser keeps and cannot be read is put away, with a word on it', () => {
  memory.set('hearsay.style.hearsay', '{"format":"hearsay-style","version":0}');
  const stop = startStyle();
  meta.value = own;
  expect(style.value).toEqual(plainStyle);
  expect(notices.value.map(({ text }) => text).join()).toContain('could not be read');
  expect(stored()).toEqual([]);
  stop();
});

test('lists and bars take the colours of stances over, as text dark or light enough to be read', () => {
  styleRelations('OPPOSES', { colour: '#ffee00' });
  for (const theme of ['light', 'dark'] as const) {
    const found = styleProperties(style.value, theme);
    expect(found.get('--opposes')).toBe('#ffee00');
    expect(contrast(found.get('--opposes-text') ?? '#ffffff', palettes[theme].canvas)).toBeGreaterThanOrEqual(4.5);
  }
  expect(readable('#000000', '#ffffff', '#222222')).toBe('#000000');
  expect(hexOf(palettes.dark, 'blue')).toBe(palettes.dark.swatches.blue);
});
