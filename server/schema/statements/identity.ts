// The statements of cypher/write/identity and cypher/read/identity: the form of their parameters and rows.
import { z } from 'zod';
import { none } from './rows.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const Properties = z.record(z.string(), Scalar);
const one = z.strictObject({ key: z.string() });
const keys = z.strictObject({ keys: z.array(z.string()) });
const record = { parameters: one.extend({ properties: Properties }), row: one };
const list = z.array(z.string()).nullable();

export const identityStatements = {
  'write/identity/merge': record,
  'write/identity/split': record,
  'write/identity/given': record,
  'write/identity/distinction': record,
  'read/identity/operations': {
    parameters: none,
    row: z.strictObject({
      key: z.string(),
      kind: z.enum(['merge', 'split']),
      from: z.string(),
      into: z.string(),
      fromName: z.string(),
      intoName: z.string(),
      names: list,
      articles: list,
      assertions: list,
      tied: list,
      position: z.int(),
      by: z.string(),
      why: z.string().nullable(),
      on: z.string(),
    }),
  },
  'read/identity/undoing': { parameters: one, row: z.strictObject({ undoing: z.string() }) },
  'read/identity/given': {
    parameters: keys,
    row: z.strictObject({ article: z.string(), document: z.string(), position: z.int() }),
  },
  'read/identity/given-positions': {
    parameters: none,
    row: z.strictObject({ article: z.string(), position: z.int() }),
  },
  'read/identity/given-naming': { parameters: keys, row: z.strictObject({ article: z.string() }) },
  'read/identity/distinctions': {
    parameters: none,
    row: z.strictObject({
      key: z.string(),
      one: z.string(),
      oneName: z.string(),
      other: z.string(),
      otherName: z.string(),
      by: z.string(),
      why: z.string().nullable(),
      on: z.string(),
    }),
  },
  'read/identity/published': { parameters: keys, row: z.strictObject({ article: z.string(), by: list }) },
  'read/identity/outlets-in': { parameters: one, row: one },
} as const;
