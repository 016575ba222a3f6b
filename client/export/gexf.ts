// The graph as GEXF 1.3, for Gephi: typed attributes, places, colours and sizes (https://gexf.net/schema.html).
import { relationWords } from '../text/words.ts';
import { type Column, edgeColumns, nodeColumns, type ValueType } from './columns.ts';
import type { Contents } from './contents.ts';
import { blobOf, type Work } from './work.ts';
import { attributes, identifiers, xml } from './xml.ts';

const typeNames: Readonly<Record<ValueType, string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'integer',
  long: 'long',
  double: 'double',
};

const declared = <T>(kind: 'node' | 'edge', columns: readonly Column<T>[]): string =>
  `<attributes class="${kind}" mode="static">\n${columns
    .map(({ name, type }, index) => `<attribute${attributes({ id: index, title: name, type: typeNames[type] })}/>\n`)
    .join('')}</attributes>\n`;

function values<T>(of: T, columns: readonly Column<T>[]): string {
  const given = columns.flatMap(({ value }, index) => {
    const found = value(of);
    return found === undefined ? [] : [`<attvalue${attributes({ for: index, value: String(found) })}/>`];
  });
  return given.length === 0 ? '' : `<attvalues>${given.join('')}</attvalues>`;
}

/** #rrggbb or rgba(). */
function colour(text: string): string {
  const made = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(text);
  const value = Number.parseInt(text.slice(1), 16);
  const [r, g, b, a] = made ? made.slice(1) : [value >> 16, (value >> 8) & 255, value & 255];
  return `<viz:color${attributes({ r, g, b, a })}/>`;
}

const nodeShapes: Readonly<Record<string, string>> = {
  square: 'square',
  plate: 'square',
  page: 'square',
  diamond: 'diamond',
  triangle: 'triangle',
};
const number = (value: number): string => String(Math.round(value * 1000) / 1000);

function* pieces(contents: Contents): Generator<string> {
  const { about, nodes, edges } = contents;
  const inNodes = nodeColumns(contents);
  const inEdges = edgeColumns(contents);
  const nodeIds = identifiers(nodes.map(({ key }) => key));
  const edgeIds = identifiers(edges.map(({ key }) => key));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `<meta lastmodifieddate="${about.exported.slice(0, 10)}">\n<creator>${xml(about.creator)}</creator>\n`;
  yield `<title>${xml(about.title)}</title>\n<description>${xml([...about.lines, about.address].join(' '))}</description>\n</meta>\n`;
  yield `<graph defaultedgetype="directed" mode="static">\n${declared('node', inNodes)}${declared('edge', inEdges)}<nodes>\n`;
  for (const node of nodes) {
    const { drawn } = node;
    const shape = nodeShapes[drawn.shape] ?? 'disc';
    yield `<node${attributes({ id: nodeIds.get(node.key), label: node.name })}>${values(node, inNodes)}` +
      `${colour(drawn.color)}<viz:position${attributes({ x: number(drawn.x), y: number(drawn.y), z: 0 })}/>` +
      `<viz:size${attributes({ value: number(drawn.size) })}/><viz:shape${attributes({ value: shape })}/></node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const edge of edges) {
    const { drawn } = edge;
    const ends = { source: nodeIds.get(edge.source), target: nodeIds.get(edge.target) };
    const shape = drawn.double ? 'double' : drawn.dash[1] === 0 ? 'solid' : drawn.dash[0] < 2 ? 'dotted' : 'dashed';
    // Readers join parallel edges that are of one kind.
    yield `<edge${attributes({ id: edgeIds.get(edge.key), ...ends, kind: edge.type, label: relationWords(edge.type) })}>` +
      `${values(edge, inEdges)}${colour(drawn.color)}<viz:thickness${attributes({ value: number(drawn.size) })}/>` +
      `<viz:shape${attributes({ value: shape })}/></edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

export const gexf = (contents: Contents, work: Work): Promise<Blob> =>
  blobOf(pieces(contents), contents.nodes.length + contents.edges.length, 'application/gexf+xml', work);
