// What an adapter offers the store: Cypher text and plain values; names, types and permissions are the store's part.
import type {
  QueryAnswer,
  QueryOptions,
  QueryOutcome,
  RowBatch,
  TransactionOptions,
  TypedParameters,
  Value,
  Vitals,
} from './port.ts';

export type Row = { [column: string]: Value };
export type Parameters = { [name: string]: Value };

/** A typed statement with what it is given and its limits. */
export interface Typed {
  text: string;
  parameters: TypedParameters;
  options: QueryOptions;
}

/** The whole answer of a typed statement that writes. */
export interface Collected {
  columns: readonly string[];
  batches: RowBatch[];
  outcome: QueryOutcome;
}

export interface EngineTransaction {
  run(text: string, parameters: Parameters): Promise<Row[]>;
  /** Runs a typed statement to its end and keeps its rows, up to the limit. */
  query(typed: Typed): Promise<Collected>;
}

export interface EngineTransactionOptions extends TransactionOptions {
  /** The typed statement that the transaction will run: its limits hold for the transaction. */
  typed?: Typed;
}

/** Errors are those of the port: EngineUnavailable, LimitExceeded, Conflict, StatementFailed. */
export interface Engine {
  readonly dialect: 'embedded' | 'neo4j';
  readonly version: string;
  read(text: string, parameters: Parameters): Promise<Row[]>;
  /** Commits durably when `work` resolves, rolls back when it throws; `work` may run again after a conflict. */
  transaction<T>(work: (tx: EngineTransaction) => Promise<T>, options?: EngineTransactionOptions): Promise<T>;
  /** Reads by a typed statement, apart from everything else that goes on. */
  query(typed: Typed): Promise<QueryAnswer>;
  flush(): Promise<void>;
  stream(text: string, parameters: Parameters): AsyncIterable<Row>;
  /** Makes the full-text index over Record.textIndex where that is no statement, and waits until indexes answer. */
  prepareIndexes(): Promise<void>;
  /** Keys of the records that hold all the words, in order of key; of any type where none is given. */
  searchText(words: readonly string[], limit: number, types: readonly string[]): Promise<string[]>;
  /** Absent where the engine is no process of this program's. */
  vitals?(): Vitals;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The part of pino's interface that the store uses. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
