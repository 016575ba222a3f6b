// Writes what the embedded engine gives as JSON text, as Neo4j's Query API would, and turns typed parameters into its values.
import type { TypedValue } from '../schema/cypher.ts';
import type { Kind } from './embedded-kinds.ts';
import type { TypedParameters } from './port.ts';
import { keyText, type ValueText } from './value-text.ts';

type Map_ = Readonly<Record<string, unknown>>;

/** The names by which the engine marks an entity; what else is in it are its properties. */
const marks = new Set(['_id', '_labels', '_type', '_source', '_target']);
const nodeId = (id: unknown): string => `n:${id}`;
const relationshipId = (id: unknown): string => `e:${id}`;

const isNode = (value: Map_): boolean => '_id' in value && '_labels' in value;
const isRelationship = (value: Map_): boolean => '_id' in value && '_source' in value && '_type' in value;
/** Nodes and edges, each in order; a map of a person's own with these names would have to hold entities as well. */
function isPath(value: Map_): boolean {
  const { nodes, edges } = value;
  if (!Array.isArray(nodes) || !Array.isArray(edges) || Object.keys(value).length !== 2) return false;
  return nodes.length === edges.length + 1 && nodes.every((one) => isObject(one) && isNode(one));
}
const isObject = (value: unknown): value is Map_ => typeof value === 'object' && value !== null;

export class EmbeddedText {
  readonly #text: ValueText;

  constructor(text: ValueText) {
    this.#text = text;
  }

  value(value: unknown, kind: Kind | undefined): string {
    if (typeof value === 'string') return this.#text.string(value);
    if (typeof value === 'number') return this.#number(value, kind);
    if (typeof value === 'bigint') return this.#text.integer(value);
    if (typeof value === 'boolean') return this.#text.boolean(value);
    if (!isObject(value)) return this.#text.nothing;
    if (Array.isArray(value)) return this.#text.list(this.#items(value, kind?.item));
    return this.#object(value, kind);
  }

  /** A row as a line: its values in the order of the columns. */
  line(row: Map_, columns: readonly string[], kinds: ReadonlyMap<string, Kind>): string {
    let text = '';
    for (const column of columns) text += `${text === '' ? '' : ','}${this.value(row[column], kinds.get(column))}`;
    return `[${text}]\n`;
  }

  /** Whole numbers beyond ±2^53 come as bigint, so a number of that size is a float. */
  #number(value: number, kind: Kind | undefined): string {
    const isWhole = Number.isSafeInteger(value) && !Object.is(value, -0) && kind?.float !== true;
    return isWhole ? this.#text.integer(value) : this.#text.float(value);
  }

  #items(items: readonly unknown[], kind: Kind | undefined): string {
    let text = '';
    for (const item of items) text += `${text === '' ? '' : ','}${this.value(item, kind)}`;
    return text;
  }

  #entries(map: Map_, kind: Kind | undefined, leftOut?: ReadonlySet<string>): string {
    let text = '';
    for (const [key, value] of Object.entries(map)) {
      if (leftOut?.has(key)) continue;
      text += `${text === '' ? '' : ','}${keyText(key)}${this.value(value, kind?.entries?.get(key))}`;
    }
    return text;
  }

  #entity(value: Map_, kind: Kind | undefined): string {
    const properties = this.#entries(value, kind, marks);
    if (isNode(value)) return this.#text.node(nodeId(value._id), value._labels as string[], properties);
    const { _id, _source, _target, _type } = value;
    return this.#text.relationship(relationshipId(_id), nodeId(_source), nodeId(_target), String(_type), properties);
  }

  #path({ nodes, edges }: { nodes: readonly Map_[]; edges: readonly Map_[] }): string {
    let text = '';
    nodes.forEach((node, at) => {
      const edge = edges[at];
      text += `${at === 0 ? '' : ','}${this.#entity(node, undefined)}`;
      if (edge !== undefined) text += `,${this.#entity(edge, undefined)}`;
    });
    return this.#text.path(text);
  }

  #object(value: Map_, kind: Kind | undefined): string {
    if (isNode(value) || isRelationship(value)) return this.#entity(value, kind);
    if (isPath(value)) return this.#path(value as never);
    if (value instanceof Date) return this.#text.text('OffsetDateTime', value.toISOString());
    if (Buffer.isBuffer(value)) return this.#text.text('Base64', value.toString('base64'));
    if (ArrayBuffer.isView(value)) return this.#text.list(this.#items([...(value as unknown as Float32Array)], floats));
    return this.#text.map(this.#entries(value, kind));
  }
}

const floats: Kind = { float: true, item: undefined, entries: undefined };

function toEngine({ $type, _value }: TypedValue): unknown {
  if ($type === 'List') return (_value as TypedValue[]).map(toEngine);
  if ($type === 'Map') return engineParameters(_value as TypedParameters);
  if ($type === 'Float') return Number(String(_value).replace('-NaN', 'NaN'));
  if ($type !== 'Integer') return _value;
  const whole = BigInt(String(_value));
  return BigInt.asIntN(54, whole) === whole ? Number(whole) : whole;
}

/** By name, as the engine's binding takes them. */
export function engineParameters(parameters: TypedParameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toEngine(value)]));
}
