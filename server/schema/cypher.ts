// What the Cypher workspace exchanges: a statement with its limits, rows of typed values, and why one was refused.
import { z } from 'zod';
import { jsonWithin } from './json.ts';
import { limits } from './query.ts';

/**
 * A value as Neo4j's Query API writes it with its type (application/vnd.neo4j.query): `$type` is Null, Boolean, Integer,
 * Float, String, List, Map, Base64, Date, Time, LocalTime, ZonedDateTime, OffsetDateTime, LocalDateTime, Duration, Point,
 * Node, Relationship or Path; whole numbers are in digits, so that 64 bits stay exact.
 */
export interface TypedValue {
  $type: string;
  _value: unknown;
}
export interface TypedNode {
  _element_id: string;
  _labels: string[];
  _properties: Record<string, TypedValue>;
}
export interface TypedRelationship {
  _element_id: string;
  _start_node_element_id: string;
  _end_node_element_id: string;
  _type: string;
  _properties: Record<string, TypedValue>;
}

export const queryLimits = {
  /** Characters in a statement. */
  statementLength: 50_000,
  /** How deep brackets, and values within a parameter, may nest. */
  depth: 100,
} as const;

/** What the server lets typed statements take. */
export interface QuerySettings {
  writes: boolean;
  timeoutMs: number;
  rows: number;
  /** Statements at once, for each client. */
  concurrency: number;
  /** Of each statement's process on the embedded engine. */
  memoryMb: number;
}

export const QueryRequest = z.strictObject({
  statement: z.string().min(1).max(queryLimits.statementLength),
  parameters: z
    .record(z.string().max(limits.keyLength), jsonWithin(1000))
    .default({})
    .describe('Plain JSON, or values with their type as Neo4j’s Query API writes them.'),
  mode: z.enum(['read', 'write']).default('read').describe('write only where the server was started to allow it.'),
  rowLimit: z.int().min(1).optional().describe('At most the server’s own limit, which also holds where none is given.'),
  timeoutMs: z
    .int()
    .min(1)
    .optional()
    .describe('At most the server’s own limit, which also holds where none is given.'),
});
export type QueryRequest = z.infer<typeof QueryRequest>;

/** A place in a statement: line and column from 1, offset from 0, in UTF-16 units. */
export const StatementPlace = z.object({ line: z.int(), column: z.int(), offset: z.int() });

export const statementFaults = [
  'too-long',
  'too-deep',
  'escape',
  'syntax',
  'semantic',
  'several-statements',
  'write',
  'schema-command',
  'administration',
  'load-csv',
  'procedure',
  'use',
  'dialect',
  'parameter',
] as const;
export const StatementFault = z.object({
  code: z.enum(statementFaults).describe('dialect: this engine cannot run it, or would answer otherwise than Neo4j.'),
  message: z.string().describe('What is wrong, in a sentence.'),
  wayOut: z.string().nullable().describe('What to write, set or do instead.'),
  from: StatementPlace,
  to: StatementPlace,
});
export type StatementFault = z.infer<typeof StatementFault>;

/** A name that the database does not have: no fault, since the statement runs all the same. */
export const StatementWarning = StatementFault.extend({
  code: z.enum(['unknown-label', 'unknown-relation-type', 'unknown-property']),
  wayOut: z.string().nullable().describe('The nearest name that there is.'),
});
export type StatementWarning = z.infer<typeof StatementWarning>;

/** The names that a database has. */
export interface KnownNames {
  labels: readonly string[];
  relationTypes: readonly string[];
  /** Null where not all of them are known: then none is told to be missing. */
  properties: readonly string[] | null;
}

export interface PlanNode {
  operator: string;
  details: string | null;
  estimatedRows: number | null;
  /** With PROFILE only. */
  rows: number | null;
  dbHits: number | null;
  identifiers: string[];
  children: PlanNode[];
}
export const PlanNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    operator: z.string(),
    details: z.string().nullable(),
    estimatedRows: z.number().nullable(),
    rows: z.number().nullable(),
    dbHits: z.number().nullable(),
    identifiers: z.array(z.string()),
    children: z.array(PlanNode),
  }),
);

export const QuerySummary = z.object({
  rows: z.int(),
  truncated: z.boolean().describe('There were more rows than the limit.'),
  ms: z.number().describe('From the request to the last row.'),
  counters: z.record(z.string(), z.int()).describe('What was written, such as nodesCreated; empty for a read.'),
  notifications: z.array(
    z.object({ code: z.string(), title: z.string(), description: z.string(), severity: z.string() }),
  ),
  plan: PlanNode.nullable(),
  rewritten: z.string().nullable().describe('The statement as the engine ran it, where that differs.'),
});
export type QuerySummary = z.infer<typeof QuerySummary>;

/** What POST /api/query/check answers: whether it would run here, without running it. */
export const StatementCheck = z.object({
  accepted: z.boolean(),
  faults: z.array(StatementFault),
  warnings: z.array(StatementWarning).describe('What an accepted statement asks for that the database does not have.'),
  columns: z.array(z.string()),
  parameters: z.array(z.string()),
  writes: z.boolean(),
  explains: z.enum(['plan', 'profile']).nullable(),
});
export type StatementCheck = z.infer<typeof StatementCheck>;

const count = z.int().min(0);
const Property = z.object({ name: z.string(), types: z.array(z.string()).describe('As seen: String, Integer, …') });
/** What GET /api/schema answers: what is in the connected database, for completion and the schema view. */
export const DatabaseSchema = z.object({
  labels: z.array(z.object({ name: z.string(), count, properties: z.array(Property) })),
  relationTypes: z.array(
    z.object({
      name: z.string(),
      count,
      properties: z.array(Property),
      between: z.array(z.object({ from: z.string(), to: z.string(), count })),
    }),
  ),
  constraints: z.array(z.object({ name: z.string(), description: z.string() })),
  indexes: z.array(z.object({ name: z.string(), description: z.string() })),
  procedures: z.array(z.string()).describe('Those that the gate lets through.'),
  sampled: z.boolean().describe('Properties and ends were read from a sample, since the database is large.'),
});
export type DatabaseSchema = z.infer<typeof DatabaseSchema>;

const PlainType = z.enum(['text', 'number', 'boolean', 'date', 'list', 'json', 'key']);
/** A statement of the library under data/queries/, or one that somebody saved. */
export const SavedQuery = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1).max(200),
  description: z.string().max(2000),
  group: z.string().max(100),
  statement: z.string().min(1).max(queryLimits.statementLength),
  parameters: z.array(z.strictObject({ name: z.string(), type: PlainType, label: z.string(), default: z.json() })),
});
export type SavedQuery = z.infer<typeof SavedQuery>;
