// The style in the address: one item for each type that is other than usual, and back.
import {
  type Colour,
  isCaption,
  isColour,
  isFactor,
  isRelationCaption,
  isShape,
  type NodeLook,
  type RelationLook,
  type Style,
} from '../graph/style.ts';
import { escapePart } from './filters/url.ts';

/** So many types an address holds the look of, in the order in which they were given one. */
export const mostStyled = 40;
/** How many types have a look of their own. */
export const countStyled = ({ nodes, relations }: Style): number => nodes.size + relations.size;

const shortColour = (colour: Colour | undefined): string => colour?.replace('#', '') ?? '';
const longColour = (text: string): string => (/^[0-9a-f]{6}$/.test(text) ? `#${text}` : text);
const factor = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toFixed(2))));

/** Without the blank parts at the end. */
const trimmed = (parts: readonly string[]): string[] => parts.slice(0, parts.findLastIndex((one) => one !== '') + 1);

/** Parts between tildes: n, type, colour, size, shape, and then the caption's properties, a lone blank one for none. */
const nodeItem = ([type, { colour, size, shape, caption }]: [string, NodeLook]): string[] => {
  const parts = ['n', type, shortColour(colour), factor(size), shape ?? ''];
  return caption === undefined ? trimmed(parts) : [...parts, ...(caption.length === 0 ? [''] : caption)];
};
/** r, type, colour, width, caption. */
const relationItem = ([type, { colour, width, caption }]: [string, RelationLook]): string[] =>
  trimmed(['r', type, shortColour(colour), factor(width), caption ?? '']);

/** The parameter's text for up to `most` types; undefined for the usual style. */
export function encodeStyle({ nodes, relations }: Style, most = mostStyled): string | undefined {
  const items = [...[...nodes].map(nodeItem), ...[...relations].map(relationItem)].slice(0, most);
  return items.length === 0 ? undefined : items.map((parts) => parts.map(escapePart).join('~')).join(',');
}

/** A part that passes, an empty object where it is empty; undefined where it makes no sense. */
function part<Name extends string, T>(
  name: Name,
  value: unknown,
  passes: (value: unknown) => value is T,
): { [Key in Name]?: T } | undefined {
  if (value === '') return {};
  return passes(value) ? ({ [name]: value } as { [Key in Name]?: T }) : undefined;
}
const number = (text: string): number | '' => (text === '' ? '' : Number(text));

const read = new WeakSet<Style>();
/** Whether a style came with an address or a saved view; one that somebody changed since is another. */
export const cameWithView = (style: Style): boolean => read.has(style);

/** The style of a parameter; undefined where any of it makes no sense. */
export function decodeStyle(text: string, most = mostStyled): Style | undefined {
  const nodes = new Map<string, NodeLook>();
  const relations = new Map<string, RelationLook>();
  const items = text.split(',').map((item) => item.split('~').map(decodeURIComponent));
  if (items.length > most) return undefined;
  for (const [kind, type, colour = '', size = '', third = '', ...rest] of items) {
    if (!type) return undefined;
    const tint = part('colour', longColour(colour), isColour);
    if (kind === 'n') {
      const caption =
        rest.length === 0 ? {} : part('caption', rest.length === 1 && rest[0] === '' ? [] : rest, isCaption);
      const [scale, shape] = [part('size', number(size), isFactor), part('shape', third, isShape)];
      if (!tint || !scale || !shape || !caption) return undefined;
      nodes.set(type, { ...tint, ...scale, ...shape, ...caption });
    } else if (kind === 'r' && rest.length === 0) {
      const [scale, caption] = [part('width', number(size), isFactor), part('caption', third, isRelationCaption)];
      if (!tint || !scale || !caption) return undefined;
      relations.set(type, { ...tint, ...scale, ...caption });
    } else return undefined;
  }
  const style = { nodes, relations };
  read.add(style);
  return style;
}
