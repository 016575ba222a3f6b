// The graph, what lies around a node, and the ways between two.
import { columnsType } from '../schema/columns.ts';
import { NodesRequest, NodesResult, nodesLimits } from '../schema/nodes.ts';
import { EdgeKeyParams, EvidenceQuery, GraphQuery, KeyParams, NeighboursQuery, PathsQuery } from '../schema/query.ts';
import { Evidence, GraphView, Neighbours, NodeDetail, Paths } from '../schema/view.ts';
import { graphLines } from '../views/columns.ts';
import { asksFor } from './accept.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';
import type { StreamedAnswer } from './stream-answer.ts';

export const graphRoutes = [
  route({
    method: 'get',
    path: '/api/graph',
    shared: true,
    summary: 'The graph to draw',
    description:
      'Under a filter (asOf, without, case, grade) the derived edges are computed from the evidence that is left; ' +
      'nothing is written. ' +
      'Beyond the limit the nodes with the fewest edges are left out; in a database of another model so many of each ' +
      'label in proportion, and so many that at most three relations for each node of the limit are drawn. ' +
      'With Accept: ' +
      columnsType +
      ' it comes in columns, line by line: see docs/architecture.md.',
    query: GraphQuery,
    response: GraphView,
    problems: ['not-found'],
    other: [columnsType],
    handle: async ({ explorer }, { query, caller }): Promise<GraphView | StreamedAnswer> => {
      const graph = await explorer.graph(query);
      return asksFor(caller.accept, columnsType) ? { type: columnsType, chunks: graphLines(graph) } : graph;
    },
  }),
  route({
    method: 'post',
    path: '/api/nodes',
    needs: 'reader',
    summary: 'Many nodes by their keys, with the relations among them',
    description:
      `At most ${nodesLimits.keys} keys; relations with at most ${nodesLimits.beside} nodes that are there already are ` +
      'told too. Under a filter only the relations that it leaves. A key that is not known is named in `missing`. ' +
      'Nothing is written.',
    query: EvidenceQuery,
    body: NodesRequest,
    response: NodesResult,
    problems: ['not-found', 'too-large', 'unsupported-media-type'],
    handle: ({ explorer }, { query, body }) => explorer.nodes(parseBody(NodesRequest, body), query),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{key}',
    shared: true,
    summary: 'A node and how many edges of each type it has',
    params: KeyParams,
    query: EvidenceQuery,
    response: NodeDetail,
    problems: ['not-found'],
    handle: ({ explorer }, { params, query }) => explorer.node(params.key, query),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{key}/neighbours',
    shared: true,
    summary: 'What lies one edge from a node, page by page',
    description: 'Ordered by type, then by the other end’s key.',
    params: KeyParams,
    query: NeighboursQuery,
    response: Neighbours,
    problems: ['not-found'],
    handle: ({ explorer }, { params, query }) => explorer.neighbours(params.key, query),
  }),
  route({
    method: 'get',
    path: '/api/edges/{key}/evidence',
    shared: true,
    summary: 'What an edge rests on: assertions with their chains, or the places that state it',
    description:
      'Of a derived edge also its origins and the graph of the chains. Assertions of articles that were retracted, ' +
      'revised or corrected are listed as not counting. Under a filter only what it leaves: a derived edge’s properties ' +
      'are computed from that, and an edge that nothing supports any more has no properties, no assertions and no places.',
    params: EdgeKeyParams,
    query: EvidenceQuery,
    response: Evidence,
    problems: ['not-found'],
    handle: ({ explorer }, { params, query }) => explorer.evidence(params.key, query),
  }),
  route({
    method: 'get',
    path: '/api/paths',
    shared: true,
    summary: 'The shortest paths between two nodes, at most ten',
    description:
      'Between actors, outlets, plans and events over the edges that the explorer draws, otherwise over all; in either direction.',
    query: PathsQuery,
    response: Paths,
    problems: ['not-found', 'memory-limit'],
    handle: ({ explorer }, { query }) => explorer.paths(query),
  }),
];
