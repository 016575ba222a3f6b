// Every colour, size, dash, shape and mark of the graph: what a node or an edge looks like, from its data alone.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { badgeText } from '../text/origins.ts';
import type { StanceName } from '../text/words.ts';
import { countedOf, standingOf } from './counted.ts';
import { isPlain, ownTypeOf, stanceOf, textOf, typeOf } from './model.ts';
import { contrast, type Palette } from './palette.ts';
import { labelOf, nodeColour, plainStyle, relationColour, relationLabel, type Shape, type Style } from './style.ts';

export { type Shape, shapes } from './style.ts';

/** The most code points of a label on the canvas; the panel and the table have the whole name. */
export const labelLength = 28;

/** What the stage draws for a node. Sizes are radii in CSS pixels at the camera's ratio 1. */
export interface NodeStyle {
  shape: Shape;
  size: number;
  color: string;
  /** Up to two characters written on it. */
  inscription: string;
  inscriptionColor: string;
  label: string;
  /** Its name, for when somebody asks about it while its label says something else or nothing. */
  name: string;
  /** Lower is labelled first where labels compete. */
  rank: number;
}

/** What the stage draws for an edge. Widths and dash lengths are CSS pixels. */
export interface EdgeStyle {
  color: string;
  size: number;
  /** Length of a dash and of the gap after it; a gap of 0 is a solid line. */
  dash: readonly [number, number];
  arrow: boolean;
  /** Drawn as two lines side by side: contested. */
  double: boolean;
  /** A dashed line along both sides: the least and the most origins differ. */
  outline: boolean;
  /** Written beside its mark, or on it, where there is room: how many origins it rests on, "1–2", or what the style says. */
  badge: string;
  /** The mark in the middle of the edge, or an empty string. */
  mark: string;
  /** How far it bends to its left, as a share of its length; of a loop its number among those of its node, from 0. */
  curvature: number;
  zIndex: number;
}

const shapeOfType: Readonly<Record<string, Shape>> = {
  Plan: 'hexagon',
  Country: 'circle',
  Person: 'diamond',
  Organization: 'square',
  Group: 'ring',
  Outlet: 'plate',
  Event: 'triangle',
  Article: 'page',
  Claim: 'plate',
  Assertion: 'circle',
  Source: 'ring',
  Quote: 'square',
  Utterance: 'square',
};
const sizeOfType: Readonly<Record<string, number>> = {
  Plan: 15,
  Country: 11,
  Person: 9,
  Organization: 9,
  Group: 9,
  Outlet: 10,
  Event: 9,
  Article: 9,
  Claim: 8,
  Assertion: 5,
  Source: 8,
  Quote: 5,
  Utterance: 5,
};
const rankOfType: Readonly<Record<string, number>> = {
  Plan: 0,
  Country: 1,
  Outlet: 2,
  Organization: 3,
  Group: 3,
  Person: 4,
  Event: 5,
};

/** The outline that tells a type; a label that Hearsay's model has not is a circle, told by its hue and legend. */
export const shapeOf = (type: string, style: Style = plainStyle): Shape =>
  style.nodes.get(type)?.shape ?? shapeOfType[type] ?? 'circle';

/** Marks that tell the stances apart without colour. */
export const stanceMark: Readonly<Record<StanceName, string>> = {
  opposes: '×',
  supports: '+',
  noncommittal: '~',
  defers: '»',
};

/** A short mark for each type, used in lists where no shape is drawn, and on the node itself. */
function inscriptionOf(node: NodeView, type: string | undefined): string {
  if (type === 'Country') return (textOf(node, 'iso2') ?? '').slice(0, 2);
  return type === 'Source' ? '?' : type === 'Quote' ? '”' : '';
}

/** What reads best on a fill: as a rule what the theme writes on fills. */
function inscriptionColourOn(palette: Palette, fill: string): string {
  if (contrast(palette.onFill, fill) >= 4.5) return palette.onFill;
  const [best] = [palette.onFill, palette.ink, palette.canvas].sort((a, b) => contrast(b, fill) - contrast(a, fill));
  return best as string;
}

export function encodeNode(
  node: NodeView,
  palette: Palette,
  emphasis: { main: boolean; degree: number },
  style: Style = plainStyle,
): NodeStyle {
  const type = typeOf(node);
  const look = style.nodes.get(type);
  const color = nodeColour(palette, style, type);
  const own = ownTypeOf(node);
  const known = sizeOfType[own ?? ''];
  const size =
    known === undefined ? Math.min(14, 5 + Math.sqrt(emphasis.degree) * 1.4) : known + (emphasis.main ? 7 : 0);
  return {
    shape: shapeOf(type, style),
    size: size * (look?.size ?? 1),
    color,
    inscription: inscriptionOf(node, own),
    inscriptionColor: look?.colour === undefined ? palette.onFill : inscriptionColourOn(palette, color),
    label: shorten(labelOf(node, look), labelLength),
    name: shorten(node.name, labelLength),
    rank: (emphasis.main ? -1 : (rankOfType[own ?? ''] ?? 6)) * 1000 - Math.min(999, emphasis.degree),
  };
}

/** A label that fits beside its node: cut at `most` code points, with an ellipsis. */
export function shorten(text: string, most: number): string {
  const letters = [...text.replace(/\s+/gu, ' ').trim()];
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

const solid = [1, 0] as const;
const dotted = [1.5, 3.5] as const;
const dashed = [6, 3] as const;

const broken = [3, 5] as const;

/** Width by the most origins: 1.2 to 4 pixels, from four origins on the same. */
export const stanceWidth = (originsMax: number): number => Math.max(1.2, Math.min(4, 0.2 + originsMax));

/** A position on a plan: its stance by colour and mark, its standing by width, strands, outline and dashes. */
function encodeStance(edge: EdgeView, stance: StanceName, palette: Palette, lane: number, style: Style): EdgeStyle {
  const look = style.relations.get(edge.type);
  const counted = countedOf(edge);
  const standing = counted && standingOf(counted);
  const withdrawn = standing === 'withdrawn';
  return {
    // That its support is withdrawn is more than any choice of colours.
    color: withdrawn ? palette.relation : relationColour(palette, style, edge),
    size: withdrawn ? 1 : stanceWidth(counted?.originsMax ?? 1) * (look?.width ?? 1),
    dash: withdrawn ? broken : solid,
    arrow: true,
    double: !withdrawn && counted?.contested === true,
    outline: standing === 'uncertain',
    badge: relationLabel(edge, look, counted ? badgeText(counted) : ''),
    mark: stanceMark[stance],
    curvature: lane * 0.09,
    zIndex: withdrawn ? 1 : 2,
  };
}

/** How a relation that is no stance is drawn: each kind by its own line. */
function lineOf(
  edge: EdgeView,
  lane: number,
): Pick<EdgeStyle, 'size' | 'dash' | 'arrow' | 'mark' | 'curvature' | 'zIndex'> {
  const own = isPlain(edge) ? undefined : edge.type;
  if (own === 'CITES')
    return { size: 1.5, dash: dotted, arrow: true, mark: '', curvature: 0.18 + lane * 0.09, zIndex: 1 };
  if (own === 'QUOTES')
    return { size: 1, dash: solid, arrow: false, mark: '”', curvature: 0.06 + lane * 0.09, zIndex: 0 };
  return {
    size: 0.8,
    dash: edge.derived ? dashed : solid,
    arrow: !edge.derived,
    mark: '',
    curvature: lane * 0.09,
    zIndex: 0,
  };
}

/** `lane` tells apart the edges between the same two nodes: 0, 1, -1, 2 … */
export function encodeEdge(edge: EdgeView, palette: Palette, lane: number, style: Style = plainStyle): EdgeStyle {
  const stance = stanceOf(edge);
  if (stance) return encodeStance(edge, stance, palette, lane, style);
  const look = style.relations.get(edge.type);
  const line = lineOf(edge, lane);
  return {
    ...line,
    color: relationColour(palette, style, edge),
    size: line.size * (look?.width ?? 1),
    double: false,
    outline: false,
    badge: relationLabel(edge, look, ''),
  };
}
