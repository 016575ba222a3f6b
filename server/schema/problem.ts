// Problem details (RFC 9457), the one shape of every error answer.
import { z } from 'zod';
import { StatementFault } from './cypher.ts';

export const ProblemCode = z.enum([
  'invalid-request',
  'invalid-document',
  'not-found',
  'conflict',
  'read-only',
  'not-signed-in',
  'sign-in-failed',
  'not-allowed',
  'accounts-unavailable',
  'statement-refused',
  'statement-failed',
  'too-many-requests',
  'no-model',
  'no-proposal',
  'model-failed',
  'fetch-refused',
  'fetch-failed',
  'hook-refused',
  'too-large',
  'unsupported-media-type',
  'engine-unavailable',
  'time-limit',
  'memory-limit',
  'busy',
  'internal',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/**
 * One fault in the input: `pointer` is a JSON pointer into the body, `field` a query or path parameter, `line` a line of
 * a CSV file (the header is line 1) with the name of the `column` and the `value` in its cell.
 */
export const ProblemDetail = z.object({
  file: z.string().optional(),
  pointer: z.string().optional(),
  field: z.string().optional(),
  line: z.int().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  reason: z.string(),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

export const Problem = z.object({
  type: z.string(),
  title: z.string().describe('What happened, in one sentence.'),
  status: z.int(),
  code: ProblemCode,
  detail: z.string().optional().describe('To what, and what to do.'),
  errors: z.array(ProblemDetail).optional(),
  nearest: z
    .array(z.object({ key: z.string(), name: z.string() }))
    .optional()
    .describe('For an unknown key: the nearest names.'),
  faults: z.array(StatementFault).optional().describe('For a typed statement: what is wrong in it, and where.'),
});
export type Problem = z.infer<typeof Problem>;
