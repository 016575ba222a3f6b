// The statements of cypher/write/saved and cypher/read/saved: the form of their parameters and rows.
import { z } from 'zod';
import { none } from './rows.ts';

const Properties = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.array(z.number())]));
const one = z.strictObject({ key: z.string() });
const record = { parameters: one.extend({ properties: Properties }), row: one };
const head = { key: z.string(), name: z.string(), by: z.string(), on: z.string() };
const keys = z.array(z.string()).nullable();
const state = {
  query: z.string(),
  added: keys,
  hidden: keys,
  selected: keys,
  without: keys,
  pinned: keys,
  pinnedX: z.array(z.number()).nullable(),
  pinnedY: z.array(z.number()).nullable(),
};
const step = z.strictObject({ key: z.string(), position: z.int(), caption: z.string().nullable(), ...state });

export const savedStatements = {
  'write/saved/view': record,
  'write/saved/story': record,
  'write/saved/step': {
    parameters: z.strictObject({ story: z.string(), key: z.string(), properties: Properties }),
    row: one,
  },
  'read/saved/views': { parameters: none, row: z.strictObject(head) },
  'read/saved/view': { parameters: one, row: z.strictObject({ ...head, ...state }) },
  'read/saved/stories': { parameters: none, row: z.strictObject({ ...head, steps: z.int() }) },
  'read/saved/steps': { parameters: one, row: step },
} as const;

export type StateRow = z.output<(typeof savedStatements)['read/saved/view']['row']>;
