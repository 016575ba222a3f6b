// The graph as GraphML, for yEd, networkx, igraph and Gephi: typed keys (http://graphml.graphdrawing.org).
import { relationWords } from '../text/words.ts';
import { type Column, edgeColumns, nodeColumns, type ValueType } from './columns.ts';
import type { Contents, ExportEdge, ExportNode } from './contents.ts';
import { blobOf, type Work } from './work.ts';
import { attributes, identifiers, xml } from './xml.ts';

const typeNames: Readonly<Record<ValueType, string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'int',
  long: 'long',
  double: 'double',
};

/** Gephi takes "label", "x", "y", "size" and "r", "g", "b" for what they say; others take them as they take any. */
const looksOfNodes: readonly Column<ExportNode>[] = [
  { name: 'label', type: 'string', value: ({ name }) => name },
  { name: 'x', type: 'double', value: ({ drawn }) => drawn.x },
  { name: 'y', type: 'double', value: ({ drawn }) => drawn.y },
  { name: 'size', type: 'double', value: ({ drawn }) => drawn.size },
  { name: 'color', type: 'string', value: ({ drawn }) => drawn.color },
  { name: 'shape', type: 'string', value: ({ drawn }) => drawn.shape },
];
const looksOfEdges: readonly Column<ExportEdge>[] = [
  { name: 'label', type: 'string', value: ({ type }) => relationWords(type) },
  { name: 'color', type: 'string', value: ({ drawn }) => drawn.color },
  { name: 'width', type: 'double', value: ({ drawn }) => drawn.size },
];

/** Columns with the looks before; a property called like one of these keeps apart from it. */
function withLooks<T>(looks: readonly Column<T>[], columns: readonly Column<T>[]): Column<T>[] {
  const taken = new Set(looks.map(({ name }) => name));
  return [...looks, ...columns.map((one) => (taken.has(one.name) ? { ...one, name: `property ${one.name}` } : one))];
}

const declared = <T>(kind: 'node' | 'edge', columns: readonly Column<T>[]): string =>
  columns
    .map(
      ({ name, type }, index) =>
        `<key${attributes({ id: `${kind[0]}${index}`, for: kind, 'attr.name': name, 'attr.type': typeNames[type] })}/>\n`,
    )
    .join('');

const values = <T>(kind: 'node' | 'edge', of: T, columns: readonly Column<T>[]): string =>
  columns
    .map(({ value }, index) => {
      const found = value(of);
      return found === undefined ? '' : `<data key="${kind[0]}${index}">${xml(String(found))}</data>`;
    })
    .join('');

function* pieces(contents: Contents): Generator<string> {
  const { about, nodes, edges } = contents;
  const inNodes = withLooks(looksOfNodes, nodeColumns(contents));
  const inEdges = withLooks(looksOfEdges, edgeColumns(contents));
  const nodeIds = identifiers(nodes.map(({ key }) => key));
  const edgeIds = identifiers(edges.map(({ key }) => key));
  const told = {
    title: about.title,
    description: about.lines.join(' '),
    address: about.address,
    exported: about.exported,
    creator: about.creator,
  };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  for (const name of Object.keys(told))
    yield `<key${attributes({ id: `g_${name}`, for: 'graph', 'attr.name': name, 'attr.type': 'string' })}/>\n`;
  yield declared('node', inNodes) + declared('edge', inEdges);
  yield '<graph id="G" edgedefault="directed">\n';
  for (const [name, value] of Object.entries(told)) yield `<data key="g_${name}">${xml(value)}</data>\n`;
  for (const node of nodes)
    yield `<node${attributes({ id: nodeIds.get(node.key) })}>${values('node', node, inNodes)}</node>\n`;
  for (const edge of edges) {
    const ends = { source: nodeIds.get(edge.source), target: nodeIds.get(edge.target) };
    yield `<edge${attributes({ id: edgeIds.get(edge.key), ...ends })}>${values('edge', edge, inEdges)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

export const graphml = (contents: Contents, work: Work): Promise<Blob> =>
  blobOf(pieces(contents), contents.nodes.length + contents.edges.length, 'application/graphml+xml', work);
