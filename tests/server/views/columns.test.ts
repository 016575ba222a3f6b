// A graph in columns reads back as the graph it was, whatever it holds and however the lines are cut.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphReader } from '../../../client/graph/columns.ts';
import { blockSize, ColumnsLine } from '../../../server/schema/columns.ts';
import type { EdgeView, GraphView, NodeView } from '../../../server/schema/view.ts';
import { graphLines } from '../../../server/views/columns.ts';

async function linesOf(graph: GraphView): Promise<string[]> {
  let text = '';
  const chunks = graphLines(graph);
  for (let next = await chunks.next(); ; next = await chunks.next()) {
    text += next.value;
    if (next.done) return text.trimEnd().split('\n');
  }
}
async function readBack(graph: GraphView): Promise<GraphView | undefined> {
  const reader = new GraphReader();
  for (const line of await linesOf(graph)) {
    ColumnsLine.parse(JSON.parse(line));
    reader.add(line);
  }
  return reader.graph;
}

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('a😀', 'a😁', '__proto__', 'constructor', ''),
);
const scalar = fc.oneof(word, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const properties = fc.dictionary(word, fc.oneof(scalar, fc.constant(null), fc.array(scalar, { maxLength: 3 })), {
  maxKeys: 4,
});
const arbitraryGraph: fc.Arbitrary<GraphView> = fc
  .uniqueArray(fc.record({ key: word, labels: fc.array(word, { maxLength: 2 }), name: word, properties }), {
    selector: (node) => node.key,
    maxLength: 8,
  })
  .chain((nodes) => {
    const end = fc.constantFrom(...nodes.map(({ key }) => key), ...(nodes.length === 0 ? ['none'] : []));
    const edge = fc.record({
      source: end,
      target: end,
      type: word,
      derived: fc.boolean(),
      properties,
      own: fc.option(word),
    });
    return fc.record({
      nodes: fc.constant(nodes),
      edges: (nodes.length === 0 ? fc.constant([]) : fc.array(edge, { maxLength: 8 })).map((edges) =>
        edges.map(({ own, ...rest }) => ({ ...rest, key: own ?? `${rest.type}~${rest.source}~${rest.target}` })),
      ),
      truncated: fc.boolean(),
    });
  });

describe('a graph in columns', () => {
  it('reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph, async (made) => {
        // As JSON has it: no -0, and objects of the usual kind.
        const graph: GraphView = JSON.parse(JSON.stringify(made));
        const read = await readBack(graph);
        // Vitest takes a property called "constructor" for the object's own class.
        expect(isDeepStrictEqual(read, graph), JSON.stringify(read)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  const many = (count: number): GraphView => {
    const nodes: NodeView[] = Array.from({ length: count }, (_, at) => ({
      key: `~4:some-database:${at}`,
      labels: ['Topic'],
      name: `Topic ${at}`,
      properties: { name: `Topic ${at}`, ...(at % 3 === 0 && { cluster: `${at % 7}` }) },
    }));
    const edges: EdgeView[] = nodes.flatMap(({ key }, at) => [
      {
        key: `~5:some-database:${at}`,
        source: key,
        target: nodes[(at * 7) % count]?.key ?? key,
        type: 'RELATED',
        derived: false,
        properties: { weight: at },
      },
    ]);
    return { nodes, edges, truncated: false };
  };

  it('comes in blocks whose relations may join nodes of any', async () => {
    const graph = many(2 * blockSize + 5);
    const lines = await linesOf(graph);
    expect(lines).toHaveLength(1 + 3 + 3 + 1);
    expect(await readBack(graph)).toStrictEqual(graph);
  });

  it('is no graph where the end is missing', async () => {
    const lines = await linesOf(many(10));
    const reader = new GraphReader();
    for (const line of lines.slice(0, -1)) reader.add(line);
    expect(reader.graph).toBeUndefined();
  });

  it('takes less than half of what plain JSON takes, where nodes and relations are many', async () => {
    const graph = many(1000);
    const [columns, plain] = [(await linesOf(graph)).join('\n'), JSON.stringify(graph)];
    expect(columns.length).toBeLessThan(plain.length / 2);
  });

  it('refuses a relation without both its ends', async () => {
    const { nodes, edges } = many(4);
    await expect(linesOf({ nodes: nodes.slice(1), edges, truncated: false })).rejects.toThrow('not in the graph');
  });
});
