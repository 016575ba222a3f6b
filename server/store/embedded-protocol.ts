// The messages between the server and the child process that owns the embedded database.
import type { Parameters, Row } from './engine.ts';
import type { QueryOptions, QueryOutcome, RowBatch, TypedParameters } from './port.ts';

export interface ChildOptions {
  /** The data folder, absolute. */
  folder: string;
  /** Resident memory at which the child stops itself, in bytes. */
  memoryLimit: number;
}

/** A typed statement as the child runs it. */
export interface TypedStatement extends Pick<QueryOptions, 'rowLimit' | 'form' | 'explains'> {
  text: string;
  parameters: TypedParameters;
}

/** `cursor` and `tx` are handles the child gave out; without `tx` a query runs on its own under read access. */
export type Request =
  | { op: 'open'; options: ChildOptions }
  | { op: 'run'; text: string; parameters: Parameters; tx?: number }
  | { op: 'next'; cursor: number }
  | { op: 'drop'; cursor: number }
  | { op: 'begin' }
  | { op: 'commit'; tx: number; durable: 'now' | 'later' }
  | { op: 'rollback'; tx: number }
  | { op: 'flush' }
  | { op: 'text-index' }
  | { op: 'text-search'; words: readonly string[]; limit: number; types: readonly string[] }
  | { op: 'save'; file: string }
  | { op: 'open-copy'; file: string; memoryLimit: number; writable: boolean }
  | { op: 'typed'; statement: TypedStatement; tx?: number }
  | { op: 'typed-next'; cursor: number }
  | { op: 'close' };

/** Rows come in batches: `cursor` is there while more follow, and the parent asks for each. */
export interface Batch {
  rows: Row[];
  cursor?: number;
}

/** Rows of a typed statement: `cursor` is there while more follow, `outcome` with the last. */
export interface TypedBatch {
  columns: string[];
  batch: RowBatch;
  cursor?: number;
  outcome?: QueryOutcome;
}

export interface Answers {
  open: { version: string; resident: number };
  run: Batch;
  next: Batch;
  drop: null;
  begin: number;
  /** Bytes of resident memory after it. */
  commit: number;
  rollback: null;
  flush: null;
  'text-index': null;
  'text-search': string[];
  /** Bytes of resident memory after it. */
  save: number;
  'open-copy': null;
  typed: TypedBatch;
  'typed-next': TypedBatch;
  close: null;
}

/** Why the database was not opened, or what the engine said to a query. */
export type FaultKind =
  | ('binary' | 'version' | 'marker' | 'folder' | 'file' | 'rights' | 'locked' | 'damaged')
  | ('conflict' | 'unique' | 'disk' | 'query' | 'plan');
export interface Fault {
  kind: FaultKind;
  message: string;
}

export type RequestMessage = { id: number } & Request;
export type AnswerMessage = { id: number; value: Answers[keyof Answers] } | { id: number; fault: Fault };

/** The exit code by which the child says that it went over its memory limit. */
export const memoryExit = 86;
