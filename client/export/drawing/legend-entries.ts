// What the legend of a drawing lists: each kind of node with its shape, each kind of line with what it means.
import type { EdgeView } from '../../../server/schema/view.ts';
import { type EdgeStyle, encodeEdge, stanceMark } from '../../graph/encode.ts';
import { stanceOf } from '../../graph/model.ts';
import type { Palette } from '../../graph/palette.ts';
import { relationColour, type Style, styleOf } from '../../graph/style.ts';
import { count, sentenceCase } from '../../text/format.ts';
import { relationTypesOf } from '../../text/shown-types.ts';
import { relationWords, stanceOfType, stanceTitle } from '../../text/words.ts';
import type { Contents, ExportEdge } from '../contents.ts';
import { edgeMarks } from './lines.ts';
import type { Mark } from './scene.ts';
import { nodeMarks } from './shapes.ts';

/** So many types of nodes, and of relations with looks of their own, are drawn; of the rest it says how many there are. */
const mostTypes = 24;

/** A line of text that stands alone. */
export const line = (text: string, x: number, y: number, fill: string, size = 12, weight = 400): Mark => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  weight,
  fill,
  anchor: 'start',
});

/** A sign and what it means. `sign` draws it from its left end, in the middle of its line. */
interface Entry {
  text: string;
  sign: (x: number, y: number) => Mark[];
  signWidth: number;
}

const sample = (style: EdgeStyle, x: number, y: number, mark: string, palette: Palette): Mark[] => [
  ...edgeMarks(
    { ...style, curvature: 0, straight: true, relation: '', note: '', noted: false },
    { start: { x: x - 1, y }, end: { x: x + 44, y }, from: 0, to: 0, isLoop: false },
  ),
  ...(mark === ''
    ? []
    : [
        {
          ...line(mark, x + 16, y + (mark === '”' ? 3 : 0.5), style.color, 12, 700),
          halo: palette.canvas,
          anchor: 'middle',
        } as Mark,
      ]),
];

const bare = {
  dash: [1, 0],
  arrow: true,
  double: false,
  outline: false,
  badge: '',
  mark: '',
  curvature: 0,
  zIndex: 0,
} as const;

/** "and 7 more types", where these are too many. */
const more = (all: number, unit: string): Entry[] =>
  all > mostTypes ? [{ text: `and ${count(all - mostTypes, `more ${unit}`)}`, signWidth: 0, sign: () => [] }] : [];

/** Each kind of node once, in its colour where all of it have one and the colour tells the kind. */
export function kinds({ nodes, about }: Contents, palette: Palette): Entry[] {
  const found = new Map<string, { node: Contents['nodes'][number]; one: boolean; count: number }>();
  for (const node of nodes) {
    const known = found.get(node.drawn.kind);
    if (!known) found.set(node.drawn.kind, { node, one: about.colour === 'type', count: 1 });
    else {
      known.count++;
      known.one &&= known.node.drawn.color === node.drawn.color;
    }
  }
  const entries = [...found]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, mostTypes)
    .map(([kind, { node, one }]) => ({
      text: kind,
      signWidth: 22,
      sign: (x: number, y: number) =>
        nodeMarks(
          { ...node.drawn, size: 6, inscription: '', pinned: false, color: one ? node.drawn.color : palette.muted },
          { x: x + 9, y },
          palette,
        ),
    }));
  return [...entries, ...more(found.size, about.foreign ? 'label' : 'type')];
}

const lineEntry = (text: string, style: EdgeStyle, palette: Palette, mark = ''): Entry => ({
  text,
  signWidth: 52,
  sign: (x, y) => sample(style, x, y, mark, palette),
});

/** Types that have a colour or a width of their own by a line each, and one line for all others that are stated. */
function relations(edges: readonly ExportEdge[], foreign: boolean, style: Style, palette: Palette): Entry[] {
  const hasOwn = (type: string): boolean => {
    const { colour, width } = style.relations.get(type) ?? {};
    return colour !== undefined || width !== undefined;
  };
  const line = (text: string, one: EdgeView): Entry => lineEntry(text, encodeEdge(one, palette, 0, style), palette);
  const own = relationTypesOf(edges.filter(({ type }) => hasOwn(type)));
  const rest = edges.find(({ type, derived }) => !derived && !hasOwn(type));
  const all = foreign ? 'relation' : 'stated relation';
  return [
    ...own.slice(0, mostTypes).map(({ type, sample }) => line(sentenceCase(relationWords(type)), sample)),
    ...more(own.length, 'relation type'),
    ...(rest ? [line(own.length === 0 ? sentenceCase(all) : `Other ${all}`, rest)] : []),
  ];
}

/** Each kind of line once: stances, what strands and outlines mean, relations of outlets, all others. */
export function lines({ edges, about }: Contents, palette: Palette): Entry[] {
  const style = styleOf(about.style);
  const entry = (text: string, of: EdgeStyle, mark = ''): Entry => lineEntry(text, of, palette, mark);
  const entries: Entry[] = [];
  for (const stance of new Set(Object.values(stanceOfType))) {
    const found = edges.find((edge) => stanceOf(edge) === stance);
    if (!found) continue;
    const color = relationColour(palette, style, found);
    entries.push(entry(stanceTitle(stance), { ...bare, color, size: 2 }, stanceMark[stance]));
  }
  const plain = { ...bare, color: palette.ink, size: 2 };
  if (edges.some(({ drawn }) => drawn.double))
    entries.push(entry('Contested by other reports', { ...plain, double: true }));
  if (edges.some(({ drawn }) => drawn.outline))
    entries.push(entry('Fewest and most origins differ', { ...plain, outline: true }));
  const others = about.foreign ? [] : ['CITES', 'QUOTES'];
  for (const type of others) {
    const one = edges.find((edge) => edge.type === type);
    if (one)
      entries.push(entry(`Outlet ${relationWords(type)}`, { ...one.drawn, color: one.drawn.color }, one.drawn.mark));
  }
  const rest = edges.filter((edge) => stanceOf(edge) === undefined && !others.includes(edge.type));
  return [...entries, ...relations(rest, about.foreign, style, palette)];
}
