// Many nodes asked for at once by their keys, with the relations that a drawing of them needs.
import { z } from 'zod';
import { NodeKey } from './query.ts';
import { EdgeView, NodeView } from './view.ts';

export const nodesLimits = {
  /** Nodes in one request. */
  keys: 1000,
  /** Nodes that whoever asks has already. */
  beside: 10_000,
} as const;

export const NodesRequest = z.strictObject({
  keys: z.array(NodeKey).min(1).max(nodesLimits.keys).describe('Keys of nodes.'),
  beside: z
    .array(NodeKey)
    .max(nodesLimits.beside)
    .default([])
    .describe('Keys of nodes that are there already: relations with them are told, they themselves are not.'),
});
export type NodesRequest = z.infer<typeof NodesRequest>;

export const NodesResult = z.object({
  nodes: z.array(NodeView).describe('Those that there are, each once, sorted by key.'),
  edges: z
    .array(EdgeView)
    .describe('All relations of these nodes with one another and with those beside them, sorted by key.'),
  missing: z.array(z.string()).describe('Keys under which there is no node, each once, sorted.'),
});
export type NodesResult = z.infer<typeof NodesResult>;
