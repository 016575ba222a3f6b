// The statements of cypher/write/changes and cypher/read/changes: the form of their parameters and rows.
import { z } from 'zod';
import { none } from './rows.ts';

const one = z.strictObject({ key: z.string() });
const limit = z.int().min(1);
const change = z.strictObject({
  key: z.string(),
  number: z.int(),
  kind: z.enum(['document', 'review', 'entity', 'grade']),
  what: z.string(),
  subject: z.string(),
  subjectName: z.string(),
  by: z.string(),
  why: z.string().nullable(),
  on: z.string(),
  takesBack: z.string().nullable(),
  takenBackBy: z.string().nullable(),
  parts: z.string(),
});

export const changeStatements = {
  'write/changes/change': {
    parameters: one.extend({ properties: z.record(z.string(), z.union([z.string(), z.number()])) }),
    row: one,
  },
  'read/changes/all': { parameters: z.strictObject({ limit }), row: change },
  'read/changes/of': { parameters: z.strictObject({ subject: z.string(), limit }), row: change },
  'read/changes/earlier': {
    parameters: z.strictObject({ subject: z.string(), on: z.string(), number: z.int(), limit }),
    row: change,
  },
  'read/changes/rekeyed': {
    parameters: z.strictObject({ subject: z.string() }),
    row: change.pick({ parts: true }),
  },
  'read/changes/one': { parameters: one, row: change },
  'read/changes/count': {
    parameters: none,
    row: z.strictObject({ subject: z.string(), changes: z.int() }),
  },
  'read/changes/latest': { parameters: none, row: z.strictObject({ latest: z.int() }) },
} as const;
