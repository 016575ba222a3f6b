// Gathers what an export holds: what is drawn on the canvas or selected there, and where each relation is from.
import type { EdgeGrounds } from '../../../server/schema/grounds.ts';
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';
import type { Contents, ExportEdge, ExportNode } from '../../export/contents.ts';
import { inTurns, type Work } from '../../export/work.ts';
import { edgeSentence } from '../../text/sentences.ts';
import { groups } from '../appearance.ts';
import { staged } from '../compare.ts';
import { isForeign } from '../data.ts';
import { drawn } from '../graph.ts';
import { outline } from '../layout.ts';
import { evidenceFilter, picked } from '../view.ts';
import { aboutNow } from './about.ts';
import { readGrounds } from './grounds.ts';

/** What an export can be of: all that is on the canvas, or the nodes selected together and what joins them. */
export type Extent = 'canvas' | 'selection';

interface Part {
  nodes: NodeView[];
  edges: EdgeView[];
}

/** What is drawn of it at the moment. */
export function partOf(extent: Extent): Part {
  const all = staged.value;
  const isIn = (key: string): boolean => drawn.hasNode(key) && (extent === 'canvas' || picked.value.has(key));
  return {
    nodes: all.nodes.filter(({ key }) => isIn(key)),
    edges: all.edges.filter(({ key, source, target }) => isIn(source) && isIn(target) && drawn.hasEdge(key)),
  };
}

const sentenceOf = (edge: EdgeView, source: NodeView, target: NodeView): string =>
  edgeSentence(edge, source, target)
    .map((part) => (typeof part === 'string' ? part : part.name))
    .join('');

const of = ({ origins, said }: EdgeGrounds): ExportEdge['grounds'] => ({ origins, said });

export interface Collected {
  contents: Contents;
  /** Whether the database was written to while it was read. */
  changed: boolean;
}

/** Throws RequestFailed where the server does not tell, and what the signal throws. */
export async function collect(extent: Extent, work: Work): Promise<Collected> {
  const { nodes, edges } = partOf(extent);
  const members = new Set(nodes.map(({ key }) => key));
  // Looks and places as they are now: somebody may go on while the server is asked.
  const contents: Omit<Contents, 'edges' | 'articles'> = {
    about: aboutNow({ nodes: nodes.length, edges: edges.length, selected: extent === 'selection' }, window.location),
    nodes: nodes.map((node): ExportNode => ({ ...node, drawn: { ...drawn.getNodeAttributes(node.key) } })),
    groups: groups.peek().map((group) => ({ ...group, members: group.members.filter((key) => members.has(key)) })),
    outline: outline.peek(),
  };
  const looks = new Map(edges.map(({ key }) => [key, { ...drawn.getEdgeAttributes(key) }]));
  const found = isForeign.peek()
    ? undefined
    : await readGrounds(
        edges.map(({ key }) => key),
        evidenceFilter.peek(),
        work,
      );
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const told: ExportEdge[] = [];
  await inTurns(edges, edges.length, { ...work, progress: () => undefined }, (edge) => {
    const grounds = found?.edges.get(edge.key);
    const ends = [byKey.get(edge.source), byKey.get(edge.target)] as [NodeView, NodeView];
    told.push({
      ...edge,
      drawn: looks.get(edge.key) as ExportEdge['drawn'],
      sentence: sentenceOf(edge, ...ends),
      grounds: grounds && of(grounds),
    });
  });
  return { contents: { ...contents, edges: told, articles: found?.articles ?? [] }, changed: found?.changed ?? false };
}
