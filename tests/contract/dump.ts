// Everything in the database as comparable text, and the way to empty it between runs.
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../server/root.ts';
import type { StatementTypes } from '../../server/schema/statements.ts';
import type { OpenedStore } from '../../server/store/open.ts';

const nothing = z.strictObject({});
const properties = z.record(z.string(), z.unknown());

export const dumpTypes = {
  'test/dump-nodes': {
    parameters: nothing,
    row: z.strictObject({ key: z.string(), labels: z.array(z.string()), properties }),
  },
  'test/dump-relations': {
    parameters: nothing,
    row: z.strictObject({ source: z.string(), type: z.string(), target: z.string(), properties }),
  },
  'test/clear': { parameters: nothing, row: nothing },
  'test/touch-edges': { parameters: nothing, row: nothing },
} as const;
export const dumpStatements = { root: join(projectRoot, 'tests', 'contract', 'dump-cypher'), types: dumpTypes };
export type DumpStore = OpenedStore<StatementTypes & typeof dumpTypes>;

const sorted = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

/** All records and relations, one line each, in code-unit order. `derived: false` leaves out the derived edges. */
export async function dump(store: DumpStore, { derived = true } = {}): Promise<string[]> {
  const nodes = await store.read('test/dump-nodes', {});
  const relations = await store.read('test/dump-relations', {});
  return [
    ...nodes.map((node) => `${[...node.labels].sort().join(':')} ${JSON.stringify(sorted(node.properties))}`),
    ...relations
      .filter((relation) => derived || relation.properties.derived !== true)
      .map(({ source, type, target, properties: of }) => `${type} ${source} → ${target} ${JSON.stringify(sorted(of))}`),
  ].sort();
}
