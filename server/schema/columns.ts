// The graph to draw in columns: lines of JSON that say a name once where plain JSON says it of every node and relation.
import { z } from 'zod';
import { PropertyValue } from './view.ts';

export const columnsType = 'application/vnd.hearsay.columns+x-ndjson';

/** How many nodes or relations stand in one line. */
export const blockSize = 4000;

const Index = z.int().nonnegative();

/** Texts that begin alike: each is the prefix and its own rest. */
export const Texts = z.object({ prefix: z.string(), rests: z.array(z.string()) });
export type Texts = z.infer<typeof Texts>;

/** One property over the rows of a block. */
export const Column = z.object({
  name: z.string(),
  rows: z
    .array(Index)
    .optional()
    .describe('Which rows have it, each as its distance from the one before (the first from 0); absent: all.'),
  table: z.array(PropertyValue).optional().describe('Where few values repeat: these, and `values` are places in it.'),
  values: z.array(PropertyValue),
});
export type Column = z.infer<typeof Column>;

export const NodeBlock = z.object({
  keys: Texts,
  names: z.array(z.string()),
  labels: z.object({ table: z.array(z.array(z.string())), at: z.array(Index) }),
  properties: z.array(Column),
});
export type NodeBlock = z.infer<typeof NodeBlock>;

export const EdgeBlock = z.object({
  sources: z.array(Index).describe('Places in the list of all nodes, of every block before.'),
  targets: z.array(Index),
  kinds: z.object({
    table: z.array(z.object({ type: z.string(), derived: z.boolean() })),
    at: z.array(Index),
  }),
  keys: Texts.nullable().describe('null: each is its type and its ends, with ~ between them.'),
  properties: z.array(Column),
});
export type EdgeBlock = z.infer<typeof EdgeBlock>;

/** A line of the answer: first the head, then the nodes, then the relations, last the end. */
export const ColumnsLine = z.union([
  z.object({ format: z.literal('hearsay-columns/1'), nodes: z.int(), edges: z.int(), truncated: z.boolean() }),
  z.object({ nodes: NodeBlock }),
  z.object({ edges: EdgeBlock }),
  z.object({ end: z.literal(true) }),
]);
export type ColumnsLine = z.infer<typeof ColumnsLine>;
