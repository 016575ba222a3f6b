// Puts the drawing of an export together: map, bands, lines, nodes, texts, legend. The same is written as SVG and painted as PNG.
import { type Group, links } from '../../graph/blobs.ts';
import type { Point } from '../../graph/build.ts';
import { pointOnEdge } from '../../graph/edge-path.ts';
import { shorten } from '../../graph/encode.ts';
import { Room } from '../../graph/labels.ts';
import { adjacency, typeOf } from '../../graph/model.ts';
import { type Palette, palettes, withAlpha } from '../../graph/palette.ts';
import { count } from '../../text/format.ts';
import { nodeSentence } from '../../text/sentences.ts';
import type { Contents, ExportEdge, ExportNode } from '../contents.ts';
import type { Means } from '../means.ts';
import { articlesByKey, provenanceLines } from '../provenance.ts';
import { type Frame, frameOf } from './frame.ts';
import { footer, header, headerHeight } from './legend.ts';
import { edgeMarks } from './lines.ts';
import { nameMarks, nameOf, noteMarks, type Spot, signMarks } from './names.ts';
import { type Drawing, fontOf, type GroupMark, type Mark, px } from './scene.ts';
import { nodeMarks } from './shapes.ts';

const reach = 24;
const shares = { stance: [0.34, 0.28, 0.42, 0.22, 0.5], other: [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] } as const;
const noteShares = [0.62, 0.52, 0.72, 0.44, 0.8, 0.36, 0.28];
/** Names placed between two pauses. */
const atOnce = 100;

type Spots = ReadonlyMap<string, Spot>;

function band(group: Group, spots: Spots): GroupMark {
  const places = group.members.flatMap((key) => spots.get(key) ?? []);
  const dots = places.map(({ x, y }) => `M${px(x)} ${px(y)}l0.01 0`);
  const ties = links(places).map(([a, b]) => {
    const [from, to] = [places[a] as Point, places[b] as Point];
    return `M${px(from.x)} ${px(from.y)}L${px(to.x)} ${px(to.y)}`;
  });
  const path: Mark = {
    kind: 'path',
    d: [...dots, ...ties].join(''),
    stroke: withAlpha(group.color, 0.16),
    width: 2 * reach,
  };
  return { kind: 'group', role: 'band', title: group.title, marks: [path] };
}

function bandTitle(group: Group, spots: Spots, room: Room, measure: Means['measure'], palette: Palette): Mark[] {
  const places = group.members.flatMap((key) => spots.get(key) ?? []).sort((a, b) => a.y - b.y);
  const [high, low] = [places[0], places.at(-1)];
  if (!high || !low) return [];
  const text = shorten(group.title, 32);
  const width = measure(text, fontOf({ weight: 600, size: 11 })) + 8;
  const box = (x: number, top: number) => ({ left: x - width / 2, right: x + width / 2, top, bottom: top + 14 });
  const placed = room.take([box(high.x, high.y - reach - 14), box(low.x, low.y + reach)]);
  if (!placed) return [];
  const at = { x: (placed.left + placed.right) / 2, y: placed.top + 7 };
  return [
    { kind: 'text', ...at, text, size: 11, weight: 600, fill: palette.muted, halo: palette.canvas, anchor: 'middle' },
  ];
}

/** What a node says of itself: its kind, and its positions as sentences. */
function describe({ contents }: Parts): (node: ExportNode) => string {
  const around = adjacency({
    nodes: new Map(),
    edges: new Map(contents.edges.map((edge) => [edge.key, edge])),
    extra: new Set(),
  });
  const byKey = new Map(contents.nodes.map((node) => [node.key, node]));
  return (node) => {
    const said = nodeSentence(node, around.get(node.key) ?? [], (key) => byKey.get(key));
    const sentence = said.map((part) => (typeof part === 'string' ? part : part.name)).join('');
    return [`${typeOf(node)}.`, sentence].filter(Boolean).join(' ');
  };
}

interface Parts {
  contents: Contents;
  frame: Frame;
  spots: Spots;
  palette: Palette;
  measure: Means['measure'];
}

function edgeGroup(edge: ExportEdge, { spots }: Parts, lines: readonly string[]): GroupMark {
  const [from, to] = [spots.get(edge.source), spots.get(edge.target)] as [Spot, Spot];
  const ends = { start: from, end: to, from: from.node.size, to: to.node.size, isLoop: edge.source === edge.target };
  const [title, ...rest] = lines;
  return {
    kind: 'group',
    role: 'edge',
    id: edge.key,
    title: title ?? edge.type,
    description: rest.join('\n'),
    marks: edgeMarks(edge.drawn, ends),
  };
}

/** All texts, the most important first; `missed` is told how many names find no room. */
function* texts(
  { contents, frame, spots, palette, measure }: Parts,
  missed: (names: number) => void,
): Generator<GroupMark> {
  const middle = { x: frame.width / 2, y: (frame.top + frame.bottom) / 2 };
  const above = { left: 0, right: frame.width, top: 0, bottom: frame.top };
  const room = new Room([...spots.values()], { width: frame.width, height: frame.bottom }, [above]);
  const titles = contents.groups.flatMap((group) => bandTitle(group, spots, room, measure, palette));
  const order = [...spots.values()].sort(
    (a, b) => a.node.rank - b.node.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  const names: GroupMark[] = [{ kind: 'group', role: 'names', marks: titles }];
  let without = 0;
  for (let from = 0; from < order.length; from += atOnce) {
    const some = new Map(order.slice(from, from + atOnce).map((spot) => [spot.key, nameOf(spot, middle, measure)]));
    const placed = room.label([...some.values()].map(({ request }) => request));
    without += some.size - placed.length;
    const marks = placed.flatMap((label) =>
      nameMarks(label, some.get(label.key) as ReturnType<typeof nameOf>, palette),
    );
    names.push({ kind: 'group', role: 'names', marks });
    yield { kind: 'group', role: 'pause', marks: [] };
  }
  missed(without);
  for (const { drawn, source, target } of contents.edges) {
    if (drawn.mark === '' && drawn.badge === '' && drawn.note === '') continue;
    const [from, to] = [spots.get(source), spots.get(target)] as [Spot, Spot];
    const on = (share: number) => pointOnEdge(from, to, from.node.size, source === target, drawn.curvature, share);
    yield {
      kind: 'group',
      role: 'signs',
      marks: [
        ...signMarks(
          drawn,
          shares[drawn.arrow && drawn.mark !== '' ? 'stance' : 'other'].map(on),
          room,
          measure,
          palette,
        ),
        ...noteMarks(drawn.note, noteShares.map(on), room, measure, palette),
      ],
    };
  }
  yield* names;
}

function* marksOf(parts: Parts, end: (notes: readonly string[]) => GroupMark): Generator<GroupMark> {
  const { contents, frame, spots, palette, measure } = parts;
  yield header(contents, frame.width, measure, palette);
  if (contents.outline !== null) {
    const { x, y } = frame.place({ x: 0, y: 0 });
    const map = { d: contents.outline, fill: palette.land, stroke: palette.border, width: 0.8 } as const;
    const marks: Mark[] = [{ kind: 'path', ...map, transform: { x, y, scale: frame.scale } }];
    yield { kind: 'group', role: 'map', marks };
  }
  for (const group of contents.groups) yield band(group, spots);
  const articleOf = articlesByKey(contents.articles);
  const edges = [...contents.edges].sort((a, b) => a.drawn.zIndex - b.drawn.zIndex);
  for (const edge of edges) yield edgeGroup(edge, parts, provenanceLines(edge, articleOf));
  const description = describe(parts);
  for (const node of contents.nodes) {
    const spot = spots.get(node.key) as Spot;
    const marks = nodeMarks(node.drawn, spot, palette);
    yield { kind: 'group', role: 'node', id: node.key, title: node.name, description: description(node), marks };
  }
  let without = 0;
  yield* texts(parts, (names) => {
    without = names;
  });
  yield end(without === 0 ? [] : [`${count(without, 'name')} found no room.`]);
}

export function compose(contents: Contents, measure: Means['measure']): Drawing {
  const palette = palettes[contents.about.theme];
  const width = frameOf(contents, 0).width;
  const frame = frameOf(contents, headerHeight(contents, width));
  const spots = new Map(
    contents.nodes.map(({ key, drawn }) => [
      key,
      { key, node: drawn, ...frame.place(drawn), radius: drawn.size * (drawn.shape === 'plate' ? 1.35 : 1) },
    ]),
  );
  const parts = { contents, frame, spots, palette, measure };
  const at = { width: frame.width, top: frame.bottom };
  const end = (notes: readonly string[]) => footer(contents, at, notes, measure, palette);
  return {
    width: frame.width,
    // As high as it is with the one note that there may be.
    height: Math.ceil(frame.bottom + end(['-']).height),
    background: palette.canvas,
    title: contents.about.title,
    description: [...contents.about.lines, contents.about.address].join(' '),
    marks: () => marksOf(parts, (notes) => end(notes).group),
    count: 2 * contents.nodes.length + 2 * contents.edges.length,
  };
}
