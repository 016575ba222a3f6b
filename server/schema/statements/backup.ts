// The statements of cypher/read/backup: the form of their parameters and rows.
import { z } from 'zod';
import { edgeRow, nodeRow, none, Stored, Text } from './rows.ts';

const keys = z.strictObject({ keys: z.array(z.string()) });
/** Labels in any number, none included. */
const node = nodeRow.omit({ key: true });

export const backupStatements = {
  'read/backup/keys': { parameters: none, row: z.strictObject({ key: z.string() }) },
  'read/backup/nodes': { parameters: keys, row: nodeRow },
  'read/backup/relations': { parameters: keys, row: edgeRow },
  'read/backup/loose-nodes': { parameters: none, row: node.extend({ id: z.string() }) },
  'read/backup/loose-relations': {
    parameters: z.strictObject({ ids: z.array(z.string()) }),
    row: z.strictObject({
      sourceId: z.string(),
      source: Text,
      type: z.string(),
      targetId: z.string(),
      target: Text,
      properties: Stored,
    }),
  },
} as const;
