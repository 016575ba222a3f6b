// The narrow port through which everything reads and writes the database, whichever engine is behind it.
import type { z } from 'zod';
import type { StatementTypes } from '../schema/statements.ts';

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
  writable: boolean;
}

export interface Reader<T extends Types = StatementTypes> {
  /** Runs a statement of cypher/read (or any without writes) under read access and returns its checked rows. */
  read<N extends Name<T>>(name: N, parameters: ParametersOf<T, N>): Promise<RowOf<T, N>[]>;
}

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

/**
 * Errors: EngineUnavailable when the engine does not answer, LimitExceeded when it was stopped,
 * ReadOnly on a write to a foreign database, Conflict on a broken unique constraint.
 */
export interface Store<T extends Types = StatementTypes> extends Reader<T> {
  readonly capabilities: Capabilities;
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
  /** Resolves when the engine answers a trivial query; throws EngineUnavailable otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
