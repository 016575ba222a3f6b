// What the gate is asked about a statement and what it answers.
import type { StatementFault } from '../../schema/cypher.ts';

export type Dialect = 'embedded' | 'neo4j';
export type Mode = 'read' | 'write';

/** What a parameter must hold where the engine would answer otherwise than Neo4j: checked before it runs. */
export type ParameterKind =
  | 'text'
  | 'number'
  | 'whole number'
  /** A whole number from 0 on. */
  | 'count'
  | 'boolean'
  | 'list'
  | 'map'
  /** A regular expression that both engines read alike. */
  | 'plain pattern'
  | 'text or list'
  /** All texts, all numbers, or all true and false. */
  | 'one sort';

/** A label, relation type or property that a statement asks for, and where. */
export interface NameAsked {
  kind: 'label' | 'relation type' | 'property';
  name: string;
  from: StatementFault['from'];
  to: StatementFault['to'];
}

export interface CheckOptions {
  mode: Mode;
}

export interface Accepted {
  accepted: true;
  /** As the engine is to run it: comments are blanks; on the embedded engine rewritten where it must be. */
  text: string;
  /** As the person's statement names them, in order; empty for a statement that returns nothing. */
  columns: string[];
  /** Names of the parameters without the `$`, each once, in order of first use. */
  parameters: string[];
  /** What parameters must hold, by place in them, such as `key` or `rows[].key`; empty on Neo4j. */
  parameterKinds: Record<string, ParameterKind>;
  /**
   * Places in the parameters that are shown in one place of the answer: their numbers are all whole or all fractions,
   * since the embedded engine's answer has one type for all of them.
   */
  alike: string[][];
  /** Places in the parameters where null is none of the answers, such as what MERGE looks for. */
  notNull: string[];
  /** Values that must differ: `$` and a place in the parameters, or `=` and a text from the statement. */
  differ: [string, string][];
  writes: boolean;
  /** What it asks for by name and does not make itself, in order of place. */
  names: NameAsked[];
  /** On Neo4j the text keeps its EXPLAIN or PROFILE; on the embedded engine it is taken out. */
  explains: 'plan' | 'profile' | null;
  /** True where more than comments and blanks differs from what was typed. */
  rewritten: boolean;
}
export interface Refused {
  accepted: false;
  /** At least one, in order of place. */
  faults: StatementFault[];
}
export type Verdict = Accepted | Refused;
