// The statements of cypher/read/foreign, which read a database that is not Hearsay's: their parameters and rows.
import { z } from 'zod';
import { Count, countRow, Direction, none, Stored, Text } from './rows.ts';

const node = z.strictObject({ id: z.string(), labels: z.array(z.string()), properties: Stored });
const edge = z.strictObject({
  id: z.string(),
  type: z.string(),
  source: z.string(),
  target: z.string(),
  properties: Stored,
});
const ids = z.strictObject({ ids: z.array(z.string()) });
const labels = z.array(z.string());

export const foreignStatements = {
  'read/foreign/slice': { parameters: z.strictObject({ skip: z.int(), slice: z.int() }), row: node },
  'read/foreign/profile': {
    parameters: z.strictObject({ window: z.int(), sample: z.int() }),
    row: z.strictObject({
      label: z.string(),
      nodes: Count,
      sampled: Count,
      property: Text,
      texts: Count,
      numbers: Count,
      different: Count,
      length: z.number().nullable(),
    }),
    only: 'neo4j',
  },
  'read/foreign/connected': {
    parameters: z.strictObject({ window: z.int(), labels, most: z.int() }),
    row: z.strictObject({ id: z.string(), labels, degree: Count }),
  },
  'read/foreign/around': {
    parameters: z.strictObject({ ids: z.array(z.string()), labels, most: z.int() }),
    row: z.strictObject({ key: z.string(), other: z.string() }),
  },
  'read/foreign/pairs-among': {
    parameters: z.strictObject({ ids: z.array(z.string()), limit: z.int() }),
    row: z.strictObject({ source: z.string(), target: z.string(), id: z.string() }),
  },
  'read/foreign/nodes': { parameters: ids, row: node },
  'read/foreign/edges-among': { parameters: ids, row: edge },
  'read/foreign/edges-beside': {
    parameters: ids.extend({ beside: z.array(z.string()) }),
    row: edge,
  },
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
  'read/foreign/expand': {
    parameters: z.strictObject({ ids: z.array(z.string()), types: z.array(z.string()), limit: z.int() }),
    row: z.strictObject({ key: z.string(), other: z.string() }),
  },
  'read/foreign/search': {
    parameters: z.strictObject({
      pattern: z.string(),
      labels,
      skip: z.int(),
      slice: z.int(),
      limit: z.int(),
    }),
    row: node,
    only: 'neo4j',
  },
  'read/foreign/named': {
    parameters: z.strictObject({
      names: z.array(z.string()),
      marks: z.array(z.string()),
      skip: z.int(),
      slice: z.int(),
      limit: z.int(),
    }),
    row: node,
    only: 'neo4j',
  },
  'read/foreign/text-indexes': { parameters: none, row: z.strictObject({ name: z.string() }), only: 'neo4j' },
  'read/foreign/text-search': {
    parameters: z.strictObject({ index: z.string(), words: z.string(), labels, limit: z.int() }),
    row: node,
    only: 'neo4j',
  },
  'read/foreign/label-counts': { parameters: none, row: z.strictObject({ label: z.string(), count: Count }) },
  'read/foreign/type-counts': { parameters: none, row: z.strictObject({ type: z.string(), count: Count }) },
  'read/foreign/node-count': { parameters: none, row: z.strictObject({ count: Count }) },
} as const;
