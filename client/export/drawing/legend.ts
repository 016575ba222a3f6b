// What stands around a drawing: its title, what it shows, what its shapes and lines mean, and the way back to the view.
import { type EdgeStyle, stanceMark } from '../../graph/encode.ts';
import { stanceOf } from '../../graph/model.ts';
import { type Palette, withAlpha } from '../../graph/palette.ts';
import { relationColour, styleOf } from '../../graph/style.ts';
import { roughMeasure, wrapText } from '../../graph/wrap.ts';
import { formatDate } from '../../text/format.ts';
import { relationWords, stanceOfType, stanceTitle } from '../../text/words.ts';
import type { Contents } from '../contents.ts';
import type { Means } from '../means.ts';
import { edgeMarks } from './lines.ts';
import { fontOf, type GroupMark, type Mark } from './scene.ts';
import { nodeMarks } from './shapes.ts';

const side = 24;
const row = 20;

const line = (text: string, x: number, y: number, fill: string, size = 12, weight = 400): Mark => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  weight,
  fill,
  anchor: 'start',
});

const linesOf = ({ about }: Contents, width: number, measure: Means['measure']): string[] =>
  wrapText(about.lines.join(' '), width - 2 * side, (text) => measure(text, fontOf({ weight: 400, size: 12 })), 6);

/** The height of the header in a drawing this wide. */
export const headerHeight = (contents: Contents, width: number): number =>
  44 + linesOf(contents, width, (text) => roughMeasure(12)(text) * 1.08).length * 16;

export function header(contents: Contents, width: number, measure: Means['measure'], palette: Palette): GroupMark {
  const { about } = contents;
  return {
    kind: 'group',
    role: 'header',
    marks: [
      line(about.title, side, 28, palette.ink, 18, 600),
      ...linesOf(contents, width, measure).map((text, index) => line(text, side, 52 + index * 16, palette.muted)),
    ],
  };
}

interface Entry {
  text: string;
  sign: (x: number, y: number) => Mark[];
  signWidth: number;
}

const sample = (style: EdgeStyle, x: number, y: number, mark: string, palette: Palette): Mark[] => [
  ...edgeMarks(
    { ...style, curvature: 0, relation: '', note: '', noted: false },
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

/** Each kind of node once, in its colour where all of it have one. */
function kinds({ nodes }: Contents, palette: Palette): Entry[] {
  const found = new Map<string, { node: Contents['nodes'][number]; one: boolean; count: number }>();
  for (const node of nodes) {
    const known = found.get(node.drawn.kind);
    if (!known) found.set(node.drawn.kind, { node, one: true, count: 1 });
    else {
      known.count++;
      known.one &&= known.node.drawn.color === node.drawn.color;
    }
  }
  return [...found]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, 24)
    .map(([kind, { node, one }]) => ({
      text: kind,
      signWidth: 22,
      sign: (x, y) =>
        nodeMarks(
          { ...node.drawn, size: 6, inscription: '', pinned: false, color: one ? node.drawn.color : palette.muted },
          { x: x + 9, y },
          palette,
        ),
    }));
}

function lines({ edges, about }: Contents, palette: Palette): Entry[] {
  const entry = (text: string, style: EdgeStyle, mark = ''): Entry => ({
    text,
    signWidth: 52,
    sign: (x, y) => sample(style, x, y, mark, palette),
  });
  const entries: Entry[] = [];
  for (const stance of new Set(Object.values(stanceOfType))) {
    const found = edges.find((edge) => stanceOf(edge) === stance);
    if (!found) continue;
    const color = relationColour(palette, styleOf(about.style), found);
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
  const rest = edges.find((edge) => !edge.derived && !others.includes(edge.type));
  if (rest)
    entries.push(entry(about.foreign ? 'Relation' : 'Stated relation', { ...rest.drawn, note: '' } as EdgeStyle));
  return entries;
}

/** The legend and the way back, from `top` on; as high as it says. `notes` are further lines. */
export function footer(
  contents: Contents,
  { width, top }: { width: number; top: number },
  notes: readonly string[],
  measure: Means['measure'],
  palette: Palette,
): { group: GroupMark; height: number } {
  const marks: Mark[] = [
    { kind: 'path', d: `M${side} ${top}H${width - side}`, stroke: withAlpha(palette.relation, 0.5), width: 1 },
  ];
  let [x, y] = [side, top + 22];
  for (const { text, sign, signWidth } of [...kinds(contents, palette), ...lines(contents, palette)]) {
    const wide = signWidth + measure(text, fontOf({ weight: 400, size: 12 })) + 20;
    if (x > side && x + wide > width - side) [x, y] = [side, y + row];
    marks.push(...sign(x, y), line(text, x + signWidth, y, palette.ink));
    x += wide;
  }
  const { about } = contents;
  const badges = contents.edges.some(({ drawn }) => drawn.badge !== '')
    ? ['1–2: on so many independent origins, fewest to most; a wider line rests on more.']
    : [];
  const told = [...badges, ...notes, `Exported ${formatDate(about.exported)} by ${about.creator}. ${about.address}`];
  const room = (text: string): number => measure(text, fontOf({ weight: 400, size: 11 }));
  for (const [index, text] of told.flatMap((one) => wrapText(one, width - 2 * side, room, 4)).entries()) {
    y += index === 0 ? 28 : 18;
    marks.push(line(text, side, y, palette.muted, 11));
  }
  return { group: { kind: 'group', role: 'legend', marks }, height: y + 20 - top };
}
