// The statements of cypher/schema: the form of their parameters and rows.
import { z } from 'zod';

const nothing = z.strictObject({});
// Not strict: the embedded engine shows more than the name.
const named = z.object({ name: z.string() });
const command = { parameters: nothing, row: nothing };

/** What Hearsay knows about its own database; `bundled` says whether the bundled reports are in it. */
const marker = z.strictObject({
  schemaVersion: z.int().min(1),
  derivedStale: z.boolean(),
  bundled: z.enum(['pending', 'loaded', 'left out']),
  revision: z.int().min(0).describe('How many writes there were; what was computed at another is out of date.'),
  restoring: z.string().nullable().describe('Since when a backup is being put into it; null where none is.'),
});

const rows = {
  parameters: z.strictObject({ rows: z.array(z.record(z.string(), z.unknown())) }),
  row: z.strictObject({ written: z.int() }),
};

export const schemaStatements = {
  'schema/v1-01-record-key': command,
  'schema/v1-02-record-key-index': command,
  'schema/v1-03-marker-key': command,
  'schema/v1-04-question-key-index': command,
  'schema/v1-05-record-text': { ...command, only: 'neo4j' },
  'schema/v1-06-base-key-index': command,
  'schema/v2-01-derive-anew': command,
  'schema/v3-01-change-subject-index': command,
  'schema/await-indexes': { ...command, row: z.strictObject({ waited: z.boolean() }), only: 'neo4j' },
  'schema/any-node': { parameters: nothing, row: z.strictObject({ found: z.boolean() }) },
  'schema/any-but-marker': { parameters: nothing, row: z.strictObject({ found: z.boolean() }) },
  'schema/empty-part': { parameters: z.strictObject({ limit: z.int() }), row: nothing },
  'schema/restore-nodes': rows,
  'schema/restore-relations': rows,
  'schema/restore-from-loose': rows,
  'schema/restore-to-loose': rows,
  'schema/restore-between-loose': rows,
  'schema/forget-places': command,
  'schema/any-record': { parameters: nothing, row: z.strictObject({ found: z.boolean() }) },
  'schema/constraints': { parameters: nothing, row: named },
  'schema/indexes': { parameters: nothing, row: named },
  'schema/marker': { parameters: nothing, row: marker },
  'schema/marker-whole': {
    parameters: nothing,
    row: z.strictObject({
      properties: z.record(z.string(), z.unknown()),
      labels: z.array(z.string()),
      relations: z.int(),
    }),
  },
  'schema/marker-set': { parameters: z.strictObject({ properties: marker.partial() }), row: nothing },
  'schema/marker-make': { parameters: z.strictObject({ properties: marker.partial() }), row: nothing },
  'schema/text-search': {
    parameters: z.strictObject({ query: z.string(), limit: z.int(), types: z.array(z.string()) }),
    row: z.strictObject({ key: z.string() }),
    only: 'neo4j',
  },
} as const;
