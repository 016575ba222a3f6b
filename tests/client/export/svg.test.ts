// The drawing of an export as SVG: everything on the canvas, in its looks, with where it is from; names are text.
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { Contents } from '../../../client/export/contents.ts';
import { compose } from '../../../client/export/drawing/compose.ts';
import type { GroupMark } from '../../../client/export/drawing/scene.ts';
import { svg } from '../../../client/export/svg.ts';
import { xmlSafe } from '../../../client/export/xml.ts';
import { palettes } from '../../../client/graph/palette.ts';
import { edge, node, stance } from '../builders.ts';
import { contentsOf, hostile, hostileContents, means, small } from './contents.ts';

async function read(contents: Contents) {
  const text = await (await svg(contents, means())).text();
  const page = new DOMParser({
    errorHandler: (level, message: string) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'image/svg+xml');
  const groups = [...Array.from(page.getElementsByTagName('g'))];
  const of = (role: string) => groups.filter((group) => group.getAttribute('class') === role);
  const child = (group: Element, name: string) => group.getElementsByTagName(name)[0]?.textContent ?? '';
  const byKey = (key: string) => groups.find((group) => group.getAttribute('data-key') === key) as Element;
  const attributes = [...Array.from(page.getElementsByTagName('*'))].flatMap((element) =>
    Array.from(element.attributes).map(({ name }) => name),
  );
  return { text, of, child, byKey, attributes };
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it('draws every node and relation with what it is and where it is from', async () => {
    const { text, of, child, byKey } = await read(small(theme));
    expect([of('node').length, of('edge').length]).toEqual([5, 6]);
    const opposes = byKey('OPPOSES~country:hu~plan:x');
    expect(child(opposes, 'title')).toContain('Hungary opposes The invitation, according to two articles');
    expect(child(opposes, 'desc')).toContain('Gazette (four officials, unnamed)');
    expect(child(opposes, 'desc')).toContain('“Hungary is resisting” https://example.org/a');
    expect(child(byKey('country:hu'), 'title')).toBe('Hungary');
    expect(text).toContain(palettes[theme].stance.opposes);
    expect(text).toContain(palettes[theme].canvas);
    expect(text).toContain('http://localhost:3000/?plan=x&amp;as-of=2024-10-24');
  });

  it('tells contested, uncertain and withdrawn support apart by lines', async () => {
    const { byKey } = await read(small(theme));
    const paths = (key: string) => Array.from(byKey(key).getElementsByTagName('path'));
    // Two strands, two dashed lines beside them, an arrow.
    expect(paths('OPPOSES~country:hu~plan:x')).toHaveLength(5);
    expect(paths('SUPPORTS~country:hu~plan:x')).toHaveLength(2);
    expect(paths('DEFERS_ON~country:sk~plan:x')[0]?.getAttribute('stroke-dasharray')).toBe('3 5');
    expect(paths('MEMBER_OF~country:sk~country:sk')[0]?.getAttribute('d')).toContain('A');
  });

  it('keeps hostile names as text', async () => {
    const { text, of, child, attributes } = await read(hostileContents(theme));
    expect(text).not.toMatch(/<(?:img|script|a)\b/);
    expect(attributes.filter((name) => /^on|href/.test(name))).toEqual([]);
    expect(of('node').map((group) => child(group, 'title'))).toEqual(hostile.map(xmlSafe));
    expect(of('edge')).toHaveLength(hostile.length);
  });
});

const boxesOf = (contents: Contents) => {
  const { measure } = means();
  const drawing = compose(contents, measure);
  const marks = [...drawing.marks()].flatMap((group: GroupMark) => (group.role === 'names' ? group.marks : []));
  return { drawing, texts: marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])) };
};

it('names every node where there is room, inside the picture', () => {
  const nodes = Array.from({ length: 60 }, (_, index) => node(`country:${index}`, `Country number ${index}`));
  const { drawing, texts } = boxesOf(contentsOf({ nodes, edges: [] }));
  expect(texts.map(({ text }) => text).sort()).toEqual(nodes.map(({ name }) => name).sort());
  for (const { x, length = 0 } of texts) {
    expect(x).toBeGreaterThan(0);
    expect(x + length).toBeLessThan(drawing.width);
  }
});

it('says how many names found no room', async () => {
  const contents = contentsOf({ nodes: Array.from({ length: 40 }, (_, index) => node(`country:${index}`)), edges: [] });
  for (const { drawn } of contents.nodes) Object.assign(drawn, { x: 0, y: 0 });
  expect((await read(contents)).text).toMatch(/>\d+ names found no room\.</);
});

it('has something to draw where there is nothing', async () => {
  const { of } = await read(contentsOf({ nodes: [], edges: [] }));
  expect(of('node')).toEqual([]);
  expect(of('header')).toHaveLength(1);
});

const signsOf = (contents: Contents) =>
  [...compose(contents, means().measure).marks()]
    .filter(({ role }) => role === 'signs')
    .flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])));

describe('captions of relations', () => {
  const nodes = [node('country:hu'), node('country:sk'), node('outlet:a'), node('outlet:b')];
  const edges = [
    edge('MEMBER_OF', 'country:hu', 'country:sk', { title: 'founder' }),
    edge('CITES', 'outlet:a', 'outlet:b', { articles: 1 }),
  ];
  const relations = [
    ['MEMBER_OF', { caption: '.title' }],
    ['CITES', { caption: 'type' }],
  ] as const;

  it('stand on relations that have no sign', () => {
    const contents = contentsOf({ nodes, edges, about: { style: { nodes: [], relations } } });
    const signs = signsOf(contents);
    expect(signs.map(({ text }) => text)).toEqual(['founder', 'cites']);
    expect(signsOf(contentsOf({ nodes, edges }))).toEqual([]);
  });

  it('stand on the line of their relation', () => {
    const contents = contentsOf({ nodes, edges: edges.slice(0, 1), about: { style: { nodes: [], relations } } });
    const drawing = [...compose(contents, means().measure).marks()];
    const line = drawing.find(({ role }) => role === 'edge')?.marks[0];
    const ends = /^M(\S+) (\S+)Q\S+ \S+ (\S+) (\S+)$/.exec(line?.kind === 'path' ? line.d : '') ?? [];
    const [x1, y1, x2, y2] = ends.slice(1).map(Number) as [number, number, number, number];
    const [sign] = signsOf(contents);
    const [x, y] = [sign?.x ?? 0, sign?.y ?? 0];
    const away = Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / Math.hypot(x2 - x1, y2 - y1);
    expect(away).toBeLessThan(1);
  });

  it('stand beside the sign of a stance', () => {
    const contents = contentsOf({
      nodes: [node('country:hu'), node('plan:x')],
      edges: [stance('OPPOSES', 'country:hu', 'plan:x', 2, 2, [1, 2])],
      about: { style: { nodes: [], relations: [['OPPOSES', { caption: 'type' }]] } },
    });
    expect(signsOf(contents).map(({ text }) => text)).toEqual(['×', 'opposes']);
  });
});
