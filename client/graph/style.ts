// What people may choose about the look of each type: colour, size, shape and caption, and what such a choice may be.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { relationWords } from '../text/words.ts';
import { isPlain, stanceOf } from './model.ts';
import { type Palette, type SwatchName, swatchNames, typeColour } from './palette.ts';

/** Outlines a node can have; the numbers are what the node shader switches on. */
export const shapes = {
  circle: 0,
  square: 1,
  diamond: 2,
  hexagon: 3,
  triangle: 4,
  plate: 5,
  page: 6,
  ring: 7,
} as const;
export type Shape = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as Shape[];

/** A colour of the palette by its name, which has a tone for each theme, or #rrggbb for both. */
export type Colour = SwatchName | `#${string}`;

/** What is chosen for a type of nodes; what is absent is as usual. */
export interface NodeLook {
  readonly colour?: Colour;
  /** A factor on the radius. */
  readonly size?: number;
  readonly shape?: Shape;
  /** The properties that the label is taken from, joined by blanks; none of them: no label. */
  readonly caption?: readonly string[];
}
/** What is written on relations: nothing, their type, on how many origins they rest, or ".name" for a property. */
export type RelationCaption = 'none' | 'type' | 'origins' | `.${string}`;
/** What is chosen for a type of relations. */
export interface RelationLook {
  readonly colour?: Colour;
  /** A factor on the width. */
  readonly width?: number;
  readonly caption?: RelationCaption;
}
export interface Style {
  readonly nodes: ReadonlyMap<string, NodeLook>;
  readonly relations: ReadonlyMap<string, RelationLook>;
}
/** Every type as usual. */
export const plainStyle: Style = { nodes: new Map(), relations: new Map() };
export const isPlainStyle = ({ nodes, relations }: Style): boolean => nodes.size + relations.size === 0;

/** A style as plain lists, which can be written as JSON. */
export interface StyleEntries {
  readonly nodes: readonly (readonly [string, NodeLook])[];
  readonly relations: readonly (readonly [string, RelationLook])[];
}
export const entriesOf = ({ nodes, relations }: Style): StyleEntries => ({
  nodes: [...nodes],
  relations: [...relations],
});
export const styleOf = ({ nodes, relations }: StyleEntries): Style => ({
  nodes: new Map(nodes),
  relations: new Map(relations),
});

/** The least and the greatest factor on a size or a width. */
export const factors = { least: 0.5, most: 3, step: 0.1 } as const;
/** So many properties make up a label. */
export const mostCaptions = 3;

export const isColour = (value: unknown): value is Colour =>
  typeof value === 'string' && ((swatchNames as readonly string[]).includes(value) || /^#[0-9a-f]{6}$/.test(value));
export const isFactor = (value: unknown): value is number =>
  typeof value === 'number' && value >= factors.least && value <= factors.most;
export const isShape = (value: unknown): value is Shape => typeof value === 'string' && Object.hasOwn(shapes, value);
export const isCaption = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= mostCaptions &&
  value.every((name) => typeof name === 'string' && name.trim() !== '');
export const isRelationCaption = (value: unknown): value is RelationCaption =>
  typeof value === 'string' && (['none', 'type', 'origins'].includes(value) || /^\../su.test(value));

/** A chosen colour as #rrggbb in a theme. */
export const hexOf = (palette: Pick<Palette, 'swatches'>, colour: Colour): string =>
  colour.startsWith('#') ? colour : palette.swatches[colour as SwatchName];

/** The fill of a type of nodes. */
export function nodeColour(palette: Palette, style: Style, type: string): string {
  const chosen = style.nodes.get(type)?.colour;
  return chosen === undefined ? typeColour(palette, type) : hexOf(palette, chosen);
}

/** The colour of a relation whose support is not withdrawn. */
export function relationColour(palette: Palette, style: Style, edge: Pick<EdgeView, 'type' | 'key'>): string {
  const chosen = style.relations.get(edge.type)?.colour;
  if (chosen !== undefined) return hexOf(palette, chosen);
  const stance = stanceOf(edge);
  if (stance) return palette.stance[stance];
  return edge.type === 'CITES' && !isPlain(edge) ? (palette.type.Outlet as string) : palette.relation;
}

const textOfValue = (value: NodeView['properties'][string] | undefined): string =>
  value === undefined || value === null ? '' : [value].flat().join(', ').trim();

/** What a node is called on the canvas: by the chosen properties, by its name where it has none of them. */
export function labelOf(node: NodeView, look: NodeLook | undefined): string {
  if (!look?.caption) return node.name;
  if (look.caption.length === 0) return '';
  return (
    look.caption
      .map((name) => textOfValue(node.properties[name]))
      .filter(Boolean)
      .join(' ') || node.name
  );
}

/** What is written on a relation; `origins` is its badge, which it has by itself. */
export function relationLabel(edge: EdgeView, look: RelationLook | undefined, origins: string): string {
  const { caption = 'origins' } = look ?? {};
  if (caption === 'none') return '';
  if (caption === 'origins') return origins;
  return caption === 'type' ? relationWords(edge.type) : textOfValue(edge.properties[caption.slice(1)]);
}

/** Whether what is written on a relation, its `badge`, is on how many origins it rests. */
export const tellsOrigins = (edge: Pick<EdgeView, 'type' | 'key'>, style: Style, badge: string): boolean =>
  badge !== '' && stanceOf(edge) !== undefined && (style.relations.get(edge.type)?.caption ?? 'origins') === 'origins';
