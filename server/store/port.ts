// The narrow port through which everything reads and writes the database, whichever engine is behind it.
import type { z } from 'zod';
import type { PlanNode, QuerySummary, TypedValue } from '../schema/cypher.ts';
import type { StatementTypes } from '../schema/statements.ts';
import type { Journal } from './journal.ts';

export type { Journal } from './journal.ts';
export type { Written } from './written-keys.ts';

/** Statements by name, each with the form of its parameters and rows; Hearsay's own unless a test brings others. */
export type Types = Readonly<Record<string, { readonly parameters: z.ZodType; readonly row: z.ZodType }>>;
type Name<T> = keyof T & string;
type ParametersOf<T extends Types, N extends Name<T>> = z.input<T[N]['parameters']>;
type RowOf<T extends Types, N extends Name<T>> = z.output<T[N]['row']>;

/** A value the engines exchange: whole numbers beyond ±2^53 are bigint. */
export type Value = null | boolean | number | bigint | string | Value[] | { [key: string]: Value };

export interface Capabilities {
  engine: 'embedded' | 'neo4j';
  /** The engine's own version, such as "5.26.30". */
  version: string;
  /**
   * `hearsay`: an empty database that was prepared, or one with Hearsay's marker.
   * `foreign`: somebody else's data, opened read-only.
   */
  model: 'hearsay' | 'foreign';
  /** Whether Hearsay itself writes to it. Cypher that somebody types may write whatever the model. */
  writable: boolean;
}

export interface Reader<T extends Types = StatementTypes> {
  /** Runs a statement of cypher/read (or any without writes) under read access and returns its checked rows. */
  read<N extends Name<T>>(name: N, parameters: ParametersOf<T, N>): Promise<RowOf<T, N>[]>;
}

/** Its statements run one after the other, in the order in which they are asked for; who asks need not wait for each. */
export interface Transaction<T extends Types = StatementTypes> extends Reader<T> {
  write<N extends Name<T>>(name: N, parameters: ParametersOf<T, N>): Promise<RowOf<T, N>[]>;
}

export interface TransactionOptions {
  /**
   * `now`, the default: durable when it resolves. `later`: committed, and safe from a crash of the program; safe from one
   * of the machine after flush() or the next transaction that is durable now. For piles of which the whole counts.
   */
  durable?: 'now' | 'later';
}

/** What typed Cypher is given for its `$parameters`: values that were checked, none of them a Node, Relationship or Path. */
export type TypedParameters = Readonly<Record<string, TypedValue>>;

/** A statement that writes keeps its rows until it is committed, so they are few. */
export const writtenRows = 10_000;
/** The same for their length as text, in characters. */
export const writtenLength = 32 << 20;

/** How typed Cypher is run; it has been through the gate. */
export interface QueryOptions {
  access: 'read' | 'write';
  /** Milliseconds after which the engine is made to stop, the reading of the rows included. */
  timeoutMs: number;
  /** No more rows than these are given; the outcome says whether there were more. */
  rowLimit: number;
  /** `typed`: each value with its type, as TypedValue; `plain`: as Neo4j's Query API writes plain JSON. */
  form: 'typed' | 'plain';
  /** `plan` does not run the statement, `profile` runs it; either gives a plan. */
  explains: 'plan' | 'profile' | null;
  /** Aborting it frees the engine and makes the answer fail. */
  signal?: AbortSignal | undefined;
}

/** Rows as JSON text, as they are sent: a row a line, each a JSON array of its values in the order of the columns. */
export interface RowBatch {
  readonly rows: number;
  /** Each line ends in a line feed, and no line feed stands within one. */
  readonly lines: string;
  /** No batch follows, and the outcome is there at once. */
  readonly last: boolean;
}

/** What is known after the last row. Of a read that was cut at the limit, the engine tells no notifications. */
export interface QueryOutcome {
  readonly truncated: boolean;
  readonly counters: QuerySummary['counters'];
  readonly notifications: QuerySummary['notifications'];
  readonly plan: PlanNode | null;
}

export interface QueryAnswer {
  readonly columns: readonly string[];
  /**
   * One batch is made while another is being read, never more: whoever reads slowly slows the engine. Returning early
   * frees the engine. The generator's return value is the outcome.
   */
  readonly batches: AsyncGenerator<RowBatch, QueryOutcome, void>;
}

/** How the engine's process does, where it is one of this program's. */
export interface Vitals {
  /** Bytes; null where the system does not tell. */
  readonly residentBytes: number | null;
  readonly restarts: number;
}

/** A node as a backup holds it; `place` is its number there where it is no record with a key. */
export interface StoredNode {
  readonly labels: readonly string[];
  readonly properties: { readonly [name: string]: Value };
  readonly place: number | null;
}
/** A relation as a backup holds it; its ends by key, or by the place of a node that has none. */
export interface StoredRelation {
  readonly type: string;
  readonly source: string | number;
  readonly target: string | number;
  readonly properties: { readonly [name: string]: Value };
}
/** What was written of the marker when the backup was made. */
export interface StoredMarker {
  readonly schemaVersion: number;
  readonly derivedStale: boolean;
  readonly bundled: 'pending' | 'loaded' | 'left out';
}

/**
 * Errors: EngineUnavailable when the engine does not answer, LimitExceeded when it was stopped,
 * ReadOnly on a write to a foreign database, Conflict on a broken unique constraint.
 */
export interface Store<T extends Types = StatementTypes> extends Reader<T> {
  readonly capabilities: Capabilities;
  /** Which state the database is in, and what this process changed from one to another. */
  readonly journal: Journal;
  /** One statement in a transaction of its own, acknowledged only when it is durable. */
  write<N extends Name<T>>(name: N, parameters: ParametersOf<T, N>): Promise<RowOf<T, N>[]>;
  /**
   * Everything `work` does through its argument is committed together or, when it throws, not at all.
   * `work` may run again after a conflict, so it must have no effect elsewhere.
   */
  transaction<R>(work: (tx: Transaction<T>) => Promise<R>, options?: TransactionOptions): Promise<R>;
  /** Resolves when everything committed before is safe from a crash of the machine. */
  flush(): Promise<void>;
  /** The rows of a read one by one, without holding them all. */
  stream<N extends Name<T>>(name: N, parameters: ParametersOf<T, N>): AsyncIterable<RowOf<T, N>>;
  /**
   * Keys of records whose text holds all the given folded words, in order of key; at most `limit`. With `types`, only
   * keys of these: what stands before the colon, such as "claim".
   */
  searchText(words: readonly string[], limit: number, types?: readonly string[]): Promise<string[]>;
  /**
   * Runs Cypher that somebody typed, once the gate has let it through. Reading it cannot change anything, whatever the
   * text says. Writing it is one transaction; its rows come after the commit, at most `writtenRows` of them, and where
   * these are longer than `writtenLength`, nothing is written.
   * Errors: those of the port, StatementFailed for what the engine says of the statement, ReadOnly for a write that
   * would change the marker by which Hearsay knows its own database, or make one in another.
   */
  query(text: string, parameters: TypedParameters, options: QueryOptions): Promise<QueryAnswer>;
  /**
   * Puts the content of a backup in the place of all that is here: nodes first, then relations. Until it is through, the
   * database is marked as half restored and no program opens it; where it fails, all is taken out again and the error
   * thrown. What an older schema lacks is brought up to date at the end. It has no other writer beside it.
   */
  restore(content: AsyncIterable<StoredNode | StoredRelation>, marker: StoredMarker): Promise<void>;
  /** Absent where the engine is no process of this program's. */
  readonly vitals?: (() => Vitals) | undefined;
  /** Resolves when the engine answers a trivial query; throws EngineUnavailable otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
