// The statements of cypher/read/audit and cypher/write/audit: the form of their parameters and rows.
import { z } from 'zod';
import { Text } from './rows.ts';

const text = z.string();

export const auditStatements = {
  'read/audit/entries': {
    parameters: z.strictObject({ who: text, what: text, from: text, before: text, after: text, limit: z.int() }),
    row: z.strictObject({
      entry: text,
      on: text,
      who: Text,
      via: text,
      request: Text,
      action: text,
      address: Text,
      subjects: z.array(z.string()),
      writes: text,
      text: Text,
    }),
  },
  'write/audit/entry': {
    parameters: z.strictObject({ properties: z.record(z.string(), z.unknown()) }),
    row: z.strictObject({}),
  },
  'write/audit/prune': { parameters: z.strictObject({ before: text }), row: z.strictObject({ taken: z.int() }) },
} as const;
