// What the page and the language's worker say to each other.
import type { DbSchema } from '@neo4j-cypher/language-support';

/** A stretch of the text from one UTF-16 offset to another, and which part of speech it is. */
export type Colour = readonly [from: number, to: number, kind: string];

/** One way on: what to show, what to insert, which kind of name it is. */
export interface Proposal {
  label: string;
  insert: string;
  kind: string;
  detail: string | null;
}

export type Request =
  | { ask: 'colours'; text: string }
  | { ask: 'proposals'; text: string; at: number; manual: boolean }
  | { ask: 'format'; text: string }
  | { ask: 'schema'; schema: DbSchema };

export interface Answers {
  colours: readonly Colour[];
  proposals: readonly Proposal[];
  format: string;
  schema: null;
}

export type Question = Request & { id: number };
export type Answer = { id: number; value: Answers[keyof Answers] } | { id: number; error: string };
