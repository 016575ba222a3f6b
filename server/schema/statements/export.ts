// The statements of cypher/read/export: the form of their parameters and rows.
import { z } from 'zod';
import { edgeRow, none, Stored, Text } from './rows.ts';

const record = z.strictObject({ key: z.string(), properties: Stored });

export const exportStatements = {
  'read/export/held': { parameters: none, row: z.strictObject({ key: z.string(), revises: Text }) },
  'read/export/articles': {
    parameters: z.strictObject({ keys: z.array(z.string()) }),
    row: record.extend({ hasText: z.boolean() }),
  },
  'read/export/stubs': { parameters: none, row: record },
  'read/export/curated-relations': { parameters: z.strictObject({ types: z.array(z.string()) }), row: edgeRow },
} as const;
