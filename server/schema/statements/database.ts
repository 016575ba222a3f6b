// The statements of cypher/read/database, which say what is in any database: their parameters and rows.
import { z } from 'zod';
import { Count, none, Stored, Text } from './rows.ts';

const most = z.strictObject({ limit: z.int() });
const types = z.array(z.string());
const sample = z.strictObject({ properties: Stored });
const named = z.object({ name: z.string(), type: z.string(), label: Text });

export const databaseStatements = {
  'read/database/label-counts': { parameters: none, row: z.strictObject({ label: z.string(), count: Count }) },
  'read/database/type-counts': { parameters: none, row: z.strictObject({ type: z.string(), count: Count }) },
  'read/database/ends': {
    parameters: most,
    row: z.strictObject({ type: z.string(), from: types, to: types, count: Count }),
  },
  'read/database/node-properties': {
    parameters: most,
    row: z.strictObject({ label: z.string(), property: z.string(), types }),
    only: 'neo4j',
  },
  'read/database/relation-properties': {
    parameters: most,
    row: z.strictObject({ type: z.string(), property: z.string(), types }),
    only: 'neo4j',
  },
  'read/database/property-keys': { parameters: none, row: z.strictObject({ name: z.string() }), only: 'neo4j' },
  'read/database/nodes-of': {
    parameters: z.strictObject({ label: z.string(), limit: z.int() }),
    row: sample,
    only: 'embedded',
  },
  'read/database/relations-of': {
    parameters: z.strictObject({ type: z.string(), limit: z.int() }),
    row: sample,
    only: 'embedded',
  },
  'read/database/constraints': { parameters: none, row: named.extend({ properties: Text }) },
  'read/database/indexes': { parameters: none, row: named.extend({ property: Text }) },
} as const;
