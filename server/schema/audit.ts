// The audit log as it is asked for and sent: who changed what, and when.
import { z } from 'zod';
import { whole } from './query.ts';
import { Line } from './text.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day such as 2026-03-05' })
  .refine((text) => new Date(Date.parse(text) || 0).toISOString().startsWith(text), {
    error: 'must be a day that there is',
  });

export const AuditQuery = z.strictObject({
  who: Line.max(200).optional().describe('Only what this account did.'),
  what: Line.max(200)
    .optional()
    .describe('Only entries with these words in what was done, its address or its subjects.'),
  from: day.optional().describe('Only from this day on, in UTC.'),
  to: day.optional().describe('Only until this day, in UTC; the day is counted in.'),
  cursor: Line.max(100).optional().describe('Goes on after an earlier answer: its `next`.'),
  limit: whole(1, 500).default(100).describe('The most entries.'),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditEntry = z.object({
  entry: z.string().describe('Tells the entry apart; entries sort by it as by time.'),
  on: z.string(),
  who: z
    .string()
    .nullable()
    .describe('The account; of a command the user of the system; null where there are no accounts.'),
  via: z.string(),
  request: z.string().nullable().describe('The id of the request, as in the server’s log.'),
  action: z.string(),
  address: z.string().nullable(),
  subjects: z.array(z.string()).describe('Keys of what was written, at most 20.'),
  writes: z.record(z.string(), z.int()).describe('How many rows each statement of the first transaction wrote.'),
  text: z.string().nullable().describe('Of typed Cypher its beginning.'),
});
export type AuditEntry = z.output<typeof AuditEntry>;

export const AuditLog = z.object({ entries: z.array(AuditEntry), next: z.string().nullable() });
export type AuditLog = z.output<typeof AuditLog>;
