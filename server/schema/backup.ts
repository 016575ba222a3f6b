// The lines of a backup: a head, every node, every relation, and an end that says what went before it.
import { z } from 'zod';

/** What the head calls the form of the file; a later form has another number. */
export const backupFormat = 'hearsay-backup';
export const backupVersion = 1;

export const BackupHead = z.strictObject({
  format: z.literal(backupFormat),
  version: z.int().min(1),
  program: z.string().describe('The version of Hearsay that wrote it.'),
  engine: z.enum(['embedded', 'neo4j']),
  made: z.iso.datetime(),
  marker: z.strictObject({
    schemaVersion: z.int().min(1),
    derivedStale: z.boolean(),
    bundled: z.enum(['pending', 'loaded', 'left out']),
  }),
});
export type BackupHead = z.output<typeof BackupHead>;

const Scalar = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ integer: z.string().regex(/^-?\d{1,19}$/) }),
  z.strictObject({ float: z.enum(['NaN', 'Infinity', '-Infinity', '-0']) }),
]);
export const BackupProperties = z.record(z.string(), z.union([Scalar, z.array(Scalar)]));

/** `place` is the number of a node that is no record with a key, by which its relations name it. */
export const BackupNode = z.strictObject({
  labels: z.array(z.string()),
  place: z.int().optional(),
  properties: BackupProperties,
});
const End = z.union([z.string(), z.int()]);
export const BackupRelation = z.strictObject({
  type: z.string(),
  source: End,
  target: End,
  properties: BackupProperties,
});

const Counts = z.record(z.string(), z.int());
export const BackupEnd = z.strictObject({
  end: z.literal(true),
  nodes: z.int(),
  relations: z.int(),
  labels: Counts,
  types: Counts,
  sha256: z.string().describe('Of all lines before this one, with their line feeds, in hexadecimal.'),
});
export type BackupEnd = z.output<typeof BackupEnd>;
