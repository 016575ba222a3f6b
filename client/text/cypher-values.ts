// Values of a query's answer as text: short for a cell, exact for a file.
import type { TypedNode, TypedRelationship, TypedValue } from '../../server/schema/cypher.ts';
import { plainOf, shapeOfTyped } from '../graph/typed.ts';
import { formatNumber } from './format.ts';

const helperLabels = new Set(['Record', 'Actor']);
interface Called {
  label: string;
  count: number;
  captions?: readonly (readonly string[])[] | undefined;
}

/** How nodes of somebody else's database are called, by label; empty over Hearsay's own. */
let called: ReadonlyMap<string, Called> = new Map();
/** Takes over from the server what nodes of each label are called by, so that they have one name everywhere. */
export function callBy(labels: readonly Called[]): void {
  called = new Map(labels.flatMap((of) => (of.captions === undefined ? [] : [[of.label, of] as const])));
}

/** The properties that are likely to name a node, the likeliest first. */
const captions = ['name', 'title', 'descriptor', 'text', 'quote', 'label', 'caption', 'key', 'id'];

/** A node's labels without those that only help the model; all of them where there are no others. */
export function labelsOf(node: TypedNode): readonly string[] {
  if (called.size > 0) {
    // The rarest first, as the server has them.
    const count = (label: string): number => called.get(label)?.count ?? 0;
    return [...node._labels].sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1));
  }
  const own = node._labels.filter((label) => !helperLabels.has(label));
  return own.length > 0 ? own : node._labels;
}

/** A property as text; undefined where there is none or it is blank. */
function propertyText(node: TypedNode, name: string): string | undefined {
  const shape = shapeOfTyped(node._properties[name] ?? { $type: 'Null', _value: null });
  return shape.kind === 'scalar' && shape.text.trim() !== '' ? shape.text : undefined;
}

/** What to call a node: what names it in its properties, else its label and the engine's id. */
export function captionOf(node: TypedNode): string {
  const theirs = labelsOf(node).flatMap((label) => called.get(label)?.captions ?? []);
  for (const source of [...theirs, ...captions.map((name) => [name])]) {
    const parts = source.map((name) => propertyText(node, name));
    if (parts.length > 0 && parts.every((part) => part !== undefined)) return parts.join(' ');
  }
  return `${labelsOf(node)[0] ?? 'node'} ${node._element_id}`;
}

/** At most `room` characters, the last of them an ellipsis where some are left out. */
const cut = (text: string, room: number): string => (text.length > room ? `${text.slice(0, room - 1)}…` : text);

const relationText = (relation: TypedRelationship): string => `[${relation._type}]`;

/**
 * A value in one line of at most about `room` characters. Strings inside others are in quotation marks; alone they are
 * as they are. Lists and maps say how much they leave out.
 */
export function valueText(value: TypedValue, room = 160, inside = false): string {
  const shape = shapeOfTyped(value);
  switch (shape.kind) {
    case 'null':
      return 'null';
    case 'scalar':
      return inside && shape.type === 'String' ? `“${cut(shape.text, room)}”` : cut(shape.text, room);
    case 'node':
      return `(${cut(captionOf(shape.node), Math.min(room, 60))})`;
    case 'relation':
      return relationText(shape.relation);
    case 'list':
      return `[${joined(shape.items, room, (item, left) => valueText(item, left, true))}]`;
    case 'map':
      return `{${joined(shape.entries, room, ([name, item], left) => `${name}: ${valueText(item, left, true)}`)}}`;
    default:
      return cut(pathText(shape.parts), room);
  }
}

/** As many parts as fit, and how many more there are. */
function joined<T>(parts: readonly T[], room: number, text: (part: T, room: number) => string): string {
  const shown: string[] = [];
  let left = room;
  for (const part of parts) {
    if (left <= 0) break;
    const one = text(part, Math.min(left, 60));
    shown.push(one);
    left -= one.length + 2;
  }
  const more = parts.length - shown.length;
  return more > 0 ? `${shown.join(', ')}, … ${formatNumber(more)} more` : shown.join(', ');
}

/** A path with its relations pointing the way they are stored: (Kyiv Post)-[CITES]->(Politico). */
export function pathText(parts: readonly TypedValue[]): string {
  let last = '';
  return parts
    .map((part) => {
      const shape = shapeOfTyped(part);
      if (shape.kind === 'relation') {
        const forward = shape.relation._start_node_element_id === last;
        return forward ? `-${relationText(shape.relation)}->` : `<-${relationText(shape.relation)}-`;
      }
      if (shape.kind === 'node') last = shape.node._element_id;
      return valueText(part, 60);
    })
    .join('');
}

/** What a spreadsheet would take for a formula stands behind an apostrophe, which makes it a text there. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The name of a column in a CSV file. */
export const csvText = (text: string): string => csvQuoted(harmless(text));

/** A field of a CSV file: text as it is but for formulas, null as nothing, everything that has parts as JSON. */
export function csvField(value: TypedValue): string {
  const shape = shapeOfTyped(value);
  if (shape.kind === 'null') return '';
  const text = shape.kind === 'scalar' ? csvScalar(value, shape.text) : JSON.stringify(plainOf(value));
  return csvQuoted(value.$type === 'Integer' || value.$type === 'Float' ? text : harmless(text));
}

const csvScalar = ({ $type, _value }: TypedValue, text: string): string =>
  // As stored, not as shown.
  ($type === 'Point' || $type === 'Base64') && typeof _value === 'string' ? _value : text;

/** Quoted where RFC 4180 asks for it. */
const csvQuoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
