// What an adapter offers the store: Cypher text and plain values; names, types and permissions are the store's part.
import type { TransactionOptions, Value } from './port.ts';

export type Row = { [column: string]: Value };
export type Parameters = { [name: string]: Value };

export interface EngineTransaction {
  run(text: string, parameters: Parameters): Promise<Row[]>;
}

/** Errors are those of the port: EngineUnavailable, LimitExceeded, Conflict. */
export interface Engine {
  readonly dialect: 'embedded' | 'neo4j';
  readonly version: string;
  read(text: string, parameters: Parameters): Promise<Row[]>;
  /** Commits durably when `work` resolves, rolls back when it throws; `work` may run again after a conflict. */
  transaction<T>(work: (tx: EngineTransaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  flush(): Promise<void>;
  stream(text: string, parameters: Parameters): AsyncIterable<Row>;
  /** Makes the full-text index over Record.textIndex where that is no statement, and waits until indexes answer. */
  prepareIndexes(): Promise<void>;
  /** Keys of the records that hold all the words, in order of key; of any type where none is given. */
  searchText(words: readonly string[], limit: number, types: readonly string[]): Promise<string[]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The part of pino's interface that the store uses. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
