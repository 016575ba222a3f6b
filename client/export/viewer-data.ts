// What an exported page carries for its viewer: the contents without the looks that the viewer makes itself, for either theme.
import type { EdgeGrounds } from '../../server/schema/grounds.ts';
import type { ArticleRef, EdgeView, NodeView } from '../../server/schema/view.ts';
import type { Group } from '../graph/blobs.ts';
import type { About, Contents, ExportEdge, ExportNode } from './contents.ts';

export type ViewerNode = NodeView & { x: number; y: number; size: number; color: string; pinned: boolean };
export type ViewerEdge = EdgeView & { sentence: string; note: string; grounds?: Pick<EdgeGrounds, 'origins' | 'said'> };

export interface ViewerData {
  about: About;
  nodes: readonly ViewerNode[];
  edges: readonly ViewerEdge[];
  articles: readonly ArticleRef[];
  groups: readonly Group[];
  outline: string | null;
}

export function viewerNode({ drawn, ...node }: ExportNode): ViewerNode {
  const { x, y, size, color, pinned } = drawn;
  return { ...node, x, y, size, color, pinned };
}

export const viewerEdge = ({ drawn, grounds, ...edge }: ExportEdge): ViewerEdge => ({
  ...edge,
  note: drawn.note,
  ...(grounds && { grounds }),
});

/** JSON that no script element ends in: "<" is written by its number. */
export const inert = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The JSON of the data in pieces, one a node or an edge. */
export function* viewerJson({ about, nodes, edges, articles, groups, outline }: Contents): Generator<string> {
  yield `{"about":${inert(about)},"articles":${inert(articles)},"groups":${inert(groups)},"outline":${inert(outline)},"nodes":[`;
  for (const [index, node] of nodes.entries()) yield `${index === 0 ? '' : ',\n'}${inert(viewerNode(node))}`;
  yield '],"edges":[';
  for (const [index, edge] of edges.entries()) yield `${index === 0 ? '' : ',\n'}${inert(viewerEdge(edge))}`;
  yield ']}';
}
