// Reads a graph that comes in columns, line by line, back into nodes and relations.
import type { Column, ColumnsLine, EdgeBlock, NodeBlock, Texts } from '../../server/schema/columns.ts';
import type { EdgeView, GraphView, NodeView, Properties } from '../../server/schema/view.ts';

type Value = Properties[string];

const textsOf = ({ prefix, rests }: Texts): string[] => rests.map((rest) => prefix + rest);

/** Gives each record the values of its row. */
function fill(records: readonly { properties: Properties }[], columns: readonly Column[]): void {
  for (const { name, rows, table, values } of columns) {
    let row = 0;
    for (let index = 0; index < values.length; index++) {
      row = rows === undefined ? index : row + (rows[index] as number);
      const value = values[index] as Value;
      const { properties } = records[row] as { properties: Properties };
      const said = table === undefined ? value : (table[value as number] as Value);
      // Somebody else's database may call a property so; assigned, it would be none.
      if (name === '__proto__') Object.defineProperty(properties, name, { value: said, enumerable: true });
      else properties[name] = said;
    }
  }
}

function nodesOf({ keys, names, labels, properties }: NodeBlock): NodeView[] {
  const nodes = textsOf(keys).map((key, row) => ({
    key,
    labels: labels.table[labels.at[row] as number] as string[],
    name: names[row] as string,
    properties: {},
  }));
  fill(nodes, properties);
  return nodes;
}

function edgesOf({ sources, targets, kinds, keys, properties }: EdgeBlock, nodes: readonly NodeView[]): EdgeView[] {
  const known = keys === null ? null : textsOf(keys);
  const edges = sources.map((from, row) => {
    const source = (nodes[from] as NodeView).key;
    const target = (nodes[targets[row] as number] as NodeView).key;
    const { type, derived } = kinds.table[kinds.at[row] as number] as { type: string; derived: boolean };
    return { key: known?.[row] ?? `${type}~${source}~${target}`, source, target, type, derived, properties: {} };
  });
  fill(edges, properties);
  return edges;
}

/** Puts the lines together as they come. */
export class GraphReader {
  private readonly nodes: NodeView[] = [];
  private readonly edges: EdgeView[] = [];
  private truncated = false;
  private whole = false;

  add(text: string): void {
    const line = JSON.parse(text) as ColumnsLine;
    if ('format' in line) this.truncated = line.truncated;
    else if ('nodes' in line) for (const node of nodesOf(line.nodes)) this.nodes.push(node);
    else if ('edges' in line) for (const edge of edgesOf(line.edges, this.nodes)) this.edges.push(edge);
    else this.whole = line.end;
  }

  /** The graph; undefined where the lines ended too early. */
  get graph(): GraphView | undefined {
    return this.whole ? { nodes: this.nodes, edges: this.edges, truncated: this.truncated } : undefined;
  }
}
