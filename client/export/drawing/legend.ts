// What stands around a drawing: its title, what it shows, what its shapes and lines mean, and the way back to the view.
import { countedOf } from '../../graph/counted.ts';
import { stanceOf } from '../../graph/model.ts';
import { type Palette, withAlpha } from '../../graph/palette.ts';
import { styleOf, tellsOrigins } from '../../graph/style.ts';
import { roughMeasure, wrapText } from '../../graph/wrap.ts';
import { appearanceSentences } from '../../text/appearance.ts';
import { formatDate, sentenceCase } from '../../text/format.ts';
import type { Contents } from '../contents.ts';
import type { Means } from '../means.ts';
import { kinds, line, lines } from './legend-entries.ts';
import { fontOf, type GroupMark, type Mark } from './scene.ts';

const side = 24;
const row = 20;

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

/** What badges, widths, sizes and colours tell, in sentences. */
function told({ edges, about }: Contents): string[] {
  const style = styleOf(about.style);
  const wider = 'a wider line rests on more';
  const positions = edges.filter((edge) => stanceOf(edge) !== undefined);
  const counts = positions.some((edge) => tellsOrigins(edge, style, edge.drawn.badge))
    ? [`1–2: on so many independent origins, fewest to most; ${wider}.`]
    : positions.some((edge) => countedOf(edge) !== undefined)
      ? [`${sentenceCase(wider)} independent origins.`]
      : [];
  return [...counts, ...appearanceSentences(about)];
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
  const sentences = [
    ...told(contents),
    ...notes,
    `Exported ${formatDate(about.exported)} by ${about.creator}. ${about.address}`,
  ];
  const room = (text: string): number => measure(text, fontOf({ weight: 400, size: 11 }));
  for (const [index, text] of sentences.flatMap((one) => wrapText(one, width - 2 * side, room, 4)).entries()) {
    y += index === 0 ? 28 : 18;
    marks.push(line(text, side, y, palette.muted, 11));
  }
  return { group: { kind: 'group', role: 'legend', marks }, height: y + 20 - top };
}
