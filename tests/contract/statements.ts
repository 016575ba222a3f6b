// The statements that the contract tests bring beside Hearsay's own.
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../server/root.ts';
import type { StatementTypes } from '../../server/schema/statements.ts';

const nothing = z.strictObject({});
const key = z.strictObject({ key: z.string() });
const count = z.strictObject({ count: z.int() });

export const testTypes = {
  'test/echo': { parameters: z.strictObject({ value: z.any() }), row: z.strictObject({ value: z.any() }) },
  'test/put': { parameters: key.extend({ properties: z.record(z.string(), z.any()) }), row: nothing },
  'test/create': { parameters: key, row: key },
  'test/get': { parameters: key, row: z.strictObject({ properties: z.record(z.string(), z.any()) }) },
  'test/count': { parameters: nothing, row: count },
  'test/increment': { parameters: key, row: count },
  'test/range': { parameters: z.strictObject({ to: z.int() }), row: z.strictObject({ i: z.int(), text: z.string() }) },
  'test/spoil-edges': { parameters: nothing, row: nothing },
  'test/stray-edge': { parameters: z.strictObject({ source: z.string(), target: z.string() }), row: nothing },
  'test/slow': { parameters: z.strictObject({ size: z.int() }), row: count },
  'test/hungry': { parameters: z.strictObject({ size: z.int() }), row: count },
  'test/divide': { parameters: z.strictObject({ by: z.int() }), row: z.strictObject({ value: z.int() }) },
} as const;

export type WithTestTypes = StatementTypes & typeof testTypes;
export const testStatements = { root: join(projectRoot, 'tests', 'contract', 'cypher'), types: testTypes };
