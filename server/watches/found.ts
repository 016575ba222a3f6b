// What looking at a watch needs, and what it gives.
import type { QueryRunner } from '../query/run.ts';
import type { Stance } from '../schema/stance.ts';
import type { Store } from '../store/port.ts';

/** The least and the most origins; null where there is no such edge. */
export type Origins = readonly [least: number, most: number] | null;
export type StandsOn = Partial<Record<Stance, Origins>>;

/** What a statement gave. */
export interface Rows {
  rows: number;
  hash: string;
  /** The rows as JSON, sorted; null where they are too long to be kept. */
  kept: string[] | null;
}

export interface Found {
  /** What is watched, in words. */
  readonly subject: string;
  /** JSON, the same while nothing changed. */
  readonly value: string;
  readonly summary: string;
  /** Of a contradiction the claims that it is about. */
  readonly claims?: readonly string[];
}

export interface Looking {
  store: Store;
  queries: QueryRunner;
  signal: AbortSignal;
}

/** What is known of it from before. */
export interface Before {
  subject: string;
  claims: readonly string[];
}
