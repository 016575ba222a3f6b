// The statements of cypher/write/drafts and cypher/read/drafts: the form of their parameters and rows.
import { z } from 'zod';
import { none } from './rows.ts';

const head = { key: z.string(), article: z.string(), on: z.string() };

export const draftStatements = {
  'write/drafts/draft': {
    parameters: z.strictObject({
      key: z.string(),
      properties: z.strictObject({
        ...head,
        extractor: z.string(),
        textHash: z.string(),
        document: z.string(),
        decisions: z.string(),
        openClaims: z.int(),
        acceptedClaims: z.int(),
        rejectedClaims: z.int(),
      }),
    }),
    row: z.strictObject({ key: z.string() }),
  },
  'read/drafts/drafts': {
    parameters: z.strictObject({ keys: z.array(z.string()) }),
    row: z.strictObject({ ...head, document: z.string(), decisions: z.string() }),
  },
  'read/drafts/heads': {
    parameters: none,
    row: z.strictObject({ ...head, extractor: z.string(), open: z.int(), accepted: z.int(), rejected: z.int() }),
  },
} as const;
