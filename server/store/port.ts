// The narrow port through which everything reads and writes the database, whichever engine is behind it.
import type { Rows, StatementName, StatementParameters } from '../schema/statements.ts';

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

export interface Reader {
  /** Runs a statement of cypher/read (or any without writes) under read access and returns its checked rows. */
  read<N extends StatementName>(name: N, parameters: StatementParameters<N>): Promise<Rows<N>>;
}

export interface Transaction extends Reader {
  write<N extends StatementName>(name: N, parameters: StatementParameters<N>): Promise<Rows<N>>;
}

/**
 * Errors: EngineUnavailable when the engine does not answer, LimitExceeded when it was stopped,
 * ReadOnly on a write to a foreign database, Conflict on a broken unique constraint.
 */
export interface Store extends Reader {
  readonly capabilities: Capabilities;
  /** One statement in a transaction of its own, acknowledged only when it is durable. */
  write<N extends StatementName>(name: N, parameters: StatementParameters<N>): Promise<Rows<N>>;
  /**
   * Everything `work` does through its argument is committed together or, when it throws, not at all.
   * `work` may run again after a conflict, so it must have no effect elsewhere.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The rows of a read one by one, without holding them all. */
  stream<N extends StatementName>(name: N, parameters: StatementParameters<N>): AsyncIterable<Rows<N>[number]>;
  /** Keys of records whose text holds all the given folded words, best first by the engine; at most `limit`. */
  searchText(words: readonly string[], limit: number): Promise<string[]>;
  /** Resolves when the engine answers a trivial query; throws EngineUnavailable otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
