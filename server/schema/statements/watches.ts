// The statements of cypher/write/watches and cypher/read/watches: the form of their parameters and rows.
import { z } from 'zod';
import { none, Text } from './rows.ts';

const item = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number()), z.null()]);
const Properties = z.record(z.string(), item);
const one = z.strictObject({ key: z.string() });
const whole = z.strictObject({ key: z.string(), properties: z.record(z.string(), z.unknown()) });
const record = { parameters: one.extend({ properties: Properties }), row: one };

/** What tells whether there is anything to do about a watch. */
const head = z.strictObject({
  key: z.string(),
  paused: z.boolean(),
  changed: z.int(),
  sentUntil: z.int(),
  hasHook: z.boolean(),
  nextOn: Text,
  leaseUntil: Text,
});

export const watchStatements = {
  'read/watches/all': { parameters: none, row: whole },
  'read/watches/one': { parameters: one, row: whole },
  'write/watches/watch': record,
  'write/watches/set': record,
  'write/watches/found': record,
  'read/watches/heads': { parameters: none, row: head },
  'write/watches/hold': { parameters: one, row: whole },
} as const;
