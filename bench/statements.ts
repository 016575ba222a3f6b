// The benchmarks' own statements and their types, loaded beside Hearsay's.
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../server/root.ts';
import type { StatementTypes } from '../server/schema/statements.ts';

const nothing = z.strictObject({});
const properties = z.record(z.string(), z.any());

export const benchTypes = {
  'bench/two-hops': {
    parameters: z.strictObject({ key: z.string(), limit: z.int() }),
    row: z.strictObject({ key: z.string(), name: z.string().nullable() }),
  },
  'bench/all-nodes': {
    parameters: nothing,
    row: z.strictObject({ key: z.string(), labels: z.array(z.string()), properties }),
  },
  'bench/all-relations': {
    parameters: nothing,
    row: z.strictObject({ source: z.string(), target: z.string(), type: z.string(), properties }),
  },
};
export type BenchTypes = StatementTypes & typeof benchTypes;
export const benchStatements = { root: join(projectRoot, 'bench', 'cypher'), types: benchTypes };
