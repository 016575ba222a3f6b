// Writes a graph in columns, line by line: what repeats is said once.
import { setImmediate } from 'node:timers/promises';
import {
  blockSize,
  type Column,
  type ColumnsLine,
  type EdgeBlock,
  type NodeBlock,
  type Texts,
} from '../schema/columns.ts';
import { batches } from '../schema/lists.ts';
import type { EdgeView, GraphView, NodeView, Properties } from '../schema/view.ts';

type Value = Properties[string];

/** Values by their first place in a table, told apart by `nameOf`. */
class Table<T> {
  readonly items: T[] = [];
  private readonly known = new Map<unknown, number>();
  private readonly nameOf: (item: T) => unknown;
  constructor(nameOf: (item: T) => unknown) {
    this.nameOf = nameOf;
  }
  at(item: T): number {
    const name = this.nameOf(item);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, this.items.length);
    return this.items.push(item) - 1;
  }
}

const shared = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  // A surrogate pair is not cut apart: half of one is no text.
  return /[\uD800-\uDBFF]/.test(a[length - 1] ?? '') ? length - 1 : length;
};

function textsOf(texts: readonly string[]): Texts {
  let prefix = texts[0] ?? '';
  for (const text of texts) prefix = prefix.slice(0, shared(prefix, text));
  return { prefix, rests: texts.map((text) => text.slice(prefix.length)) };
}

/** A column whose values are mostly said before is a table with places in it. */
function columnOf(name: string, rows: readonly number[], values: readonly Value[], count: number): Column {
  const from = rows.map((row, index) => row - (rows[index - 1] ?? 0));
  const some = rows.length < count ? { rows: from } : {};
  const isPlain = values.every((value) => typeof value === 'number' || typeof value === 'boolean');
  const table = new Table<Value>((value) => JSON.stringify(value));
  const at = isPlain ? [] : values.map((value) => table.at(value));
  return isPlain || table.items.length * 2 > values.length
    ? { name, ...some, values: [...values] }
    : { name, ...some, table: table.items, values: at };
}

function columnsOf(records: readonly { properties: Properties }[]): Column[] {
  const columns = new Map<string, { rows: number[]; values: Value[] }>();
  for (const [row, { properties }] of records.entries())
    for (const name of Object.keys(properties)) {
      const column = columns.get(name) ?? { rows: [], values: [] };
      columns.set(name, column);
      column.rows.push(row);
      column.values.push(properties[name] as Value);
    }
  return [...columns].map(([name, { rows, values }]) => columnOf(name, rows, values, records.length));
}

function nodeBlock(nodes: readonly NodeView[]): NodeBlock {
  const labels = new Table<string[]>((list) => JSON.stringify(list));
  return {
    keys: textsOf(nodes.map(({ key }) => key)),
    names: nodes.map(({ name }) => name),
    labels: { at: nodes.map((node) => labels.at(node.labels)), table: labels.items },
    properties: columnsOf(nodes),
  };
}

function edgeBlock(edges: readonly EdgeView[], place: ReadonlyMap<string, number>): EdgeBlock {
  const kinds = new Table<{ type: string; derived: boolean }>(({ type, derived }) => `${derived} ${type}`);
  const placeOf = (key: string, edge: EdgeView): number => {
    const found = place.get(key);
    if (found === undefined) throw new Error(`The relation ${edge.key} ends at ${key}, which is not in the graph.`);
    return found;
  };
  const usual = edges.every(({ key, type, source, target }) => key === `${type}~${source}~${target}`);
  return {
    sources: edges.map((edge) => placeOf(edge.source, edge)),
    targets: edges.map((edge) => placeOf(edge.target, edge)),
    kinds: { at: edges.map(({ type, derived }) => kinds.at({ type, derived })), table: kinds.items },
    keys: usual ? null : textsOf(edges.map(({ key }) => key)),
    properties: columnsOf(edges),
  };
}

const written = (line: ColumnsLine): string => `${JSON.stringify(line)}\n`;

/** The lines of a graph; others are answered between two of them. Errors: one for a relation without both its ends. */
export async function* graphLines({ nodes, edges, truncated }: GraphView): AsyncGenerator<string, string, void> {
  const place = new Map(nodes.map(({ key }, index) => [key, index]));
  let before = written({ format: 'hearsay-columns/1', nodes: nodes.length, edges: edges.length, truncated });
  const lines = [
    ...batches(nodes, blockSize).map((block) => () => written({ nodes: nodeBlock(block) })),
    ...batches(edges, blockSize).map((block) => () => written({ edges: edgeBlock(block, place) })),
  ];
  for (const [index, line] of lines.entries()) {
    before += line();
    // A small graph is one piece.
    if (index % 4 !== 3) continue;
    yield before;
    before = '';
    await setImmediate();
  }
  return `${before}${written({ end: true })}`;
}
