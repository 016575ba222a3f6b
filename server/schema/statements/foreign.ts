// The statements of cypher/read/foreign, which read a database that is not Hearsay's: their parameters and rows.
import { z } from 'zod';
import { Count, countRow, Direction, none, Stored } from './rows.ts';

const node = z.strictObject({ id: z.string(), labels: z.array(z.string()), properties: Stored });
const edge = z.strictObject({
  id: z.string(),
  type: z.string(),
  source: z.string(),
  target: z.string(),
  properties: Stored,
});
const ids = z.strictObject({ ids: z.array(z.string()) });

export const foreignStatements = {
  'read/foreign/sample': { parameters: z.strictObject({ limit: z.int() }), row: node },
  'read/foreign/nodes': { parameters: ids, row: node },
  'read/foreign/edges-among': { parameters: ids, row: edge },
  'read/foreign/degree': { parameters: z.strictObject({ id: z.string() }), row: countRow },
  'read/foreign/neighbours': {
    parameters: z.strictObject({
      id: z.string(),
      types: z.array(z.string()),
      direction: z.enum(['in', 'out', 'both']),
      afterType: z.string(),
      afterOther: z.string(),
      afterEdge: z.string(),
      limit: z.int(),
    }),
    row: z.strictObject({
      type: z.string(),
      direction: Direction,
      other: z.string(),
      id: z.string(),
      properties: Stored,
    }),
  },
  'read/foreign/expand': { parameters: ids, row: z.strictObject({ key: z.string(), other: z.string() }) },
  'read/foreign/search': {
    parameters: z.strictObject({
      names: z.array(z.string()),
      word: z.string(),
      labels: z.array(z.string()),
      limit: z.int(),
    }),
    row: node,
  },
  'read/foreign/label-counts': { parameters: none, row: z.strictObject({ label: z.string(), count: Count }) },
  'read/foreign/type-counts': { parameters: none, row: z.strictObject({ type: z.string(), count: Count }) },
  'read/foreign/node-count': { parameters: none, row: z.strictObject({ count: Count }) },
} as const;
