// What both engines answer alike, as data: the functions, aggregates and forms that a statement for the embedded engine may use.
import type { Kind } from './types.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What an argument must be: a kind, or a literal where the engines differ on other values. */
export type Argument =
  | Kind
  | 'numeric'
  | 'text or list'
  | 'anything sized'
  | 'scalar to text'
  | 'entity'
  | 'entity or map'
  | 'length literal'
  | 'separator literal'
  | 'not null integer';
/** What a function gives: a kind, or one that follows from its first argument. */
export type Gives =
  | Kind
  | 'as first'
  | 'element of first'
  | 'list of text'
  | 'list of integer'
  | 'list of node'
  | 'list of relation'
  | 'properties of first';

export interface FunctionRule {
  readonly takes: readonly Argument[];
  /** How many of the last arguments may be left out. */
  readonly optional?: number;
  readonly gives: Gives;
}

const rule = (takes: readonly Argument[], gives: Gives, optional = 0): FunctionRule => ({ takes, gives, optional });

/** By name in lower case; what is not here is refused. coalesce() and nullIf() have rules of their own. */
export const embeddedFunctions: Readonly<Record<string, FunctionRule>> = {
  size: rule(['anything sized'], 'integer'),
  isempty: rule(['text or list'], 'boolean'),
  length: rule(['path'], 'integer'),
  nodes: rule(['path'], 'list of node'),
  relationships: rule(['path'], 'list of relation'),
  startnode: rule(['relation'], 'node'),
  endnode: rule(['relation'], 'node'),
  type: rule(['relation'], 'text'),
  labels: rule(['node'], 'names'),
  keys: rule(['entity or map'], 'names'),
  properties: rule(['entity'], 'properties of first'),
  elementid: rule(['entity'], 'element id'),
  head: rule(['list'], 'element of first'),
  last: rule(['list'], 'element of first'),
  tail: rule(['list'], 'as first'),
  reverse: rule(['text or list'], 'as first'),
  range: rule(['not null integer', 'not null integer', 'not null integer'], 'list of integer', 1),
  toupper: rule(['text'], 'text'),
  tolower: rule(['text'], 'text'),
  ltrim: rule(['text'], 'text'),
  rtrim: rule(['text'], 'text'),
  left: rule(['text', 'length literal'], 'text'),
  right: rule(['text', 'length literal'], 'text'),
  substring: rule(['text', 'length literal', 'length literal'], 'text', 1),
  replace: rule(['text', 'text', 'text'], 'text'),
  split: rule(['text', 'separator literal'], 'list of text'),
  tostring: rule(['scalar to text'], 'text'),
  tointeger: rule(['numeric'], 'integer'),
  tofloat: rule(['numeric'], 'float'),
  abs: rule(['numeric'], 'as first'),
  sign: rule(['numeric'], 'integer'),
  ceil: rule(['numeric'], 'float'),
  floor: rule(['numeric'], 'float'),
  sqrt: rule(['numeric'], 'float'),
};

/** Aggregates; sum() is rewritten so that it is 0 over nothing. */
export const embeddedAggregates = ['count', 'collect', 'sum', 'avg', 'min', 'max'] as const;

/** Words that the engine takes as names only in backticks: the rewriting puts them there. */
export const engineKeywords: ReadonlySet<string> = new Set(
  words(`all and as case create delete detach distinct else false in is match merge not null optional or remove return
  set then true union unwind when where with xor`),
);

/** Names that the engine uses for itself in its answers. */
export const reservedNames: ReadonlySet<string> = new Set(['_id', '_labels', '_type', '_source', '_target']);

/** Instead of what is refused, by the procedure's name. */
export const insteadOfProcedure: Readonly<Record<string, string>> = {
  'db.labels': 'Write MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label, or see the schema view.',
  'db.relationshipTypes': 'Write MATCH ()-[r]->() RETURN DISTINCT type(r) AS relationshipType, or see the schema view.',
  'db.propertyKeys':
    'Write MATCH (n) UNWIND keys(n) AS propertyKey RETURN DISTINCT propertyKey, or see the schema view.',
  'db.index.fulltext.queryNodes': 'Write MATCH (n) WHERE toLower(n.name) CONTAINS … RETURN n, or use the search.',
};

/** Instead of what is refused, by function name; round() has its own, by its digits. */
export const insteadOf: Readonly<Record<string, string>> = {
  id: 'Use the key: n.key.',
  tointegerornull: 'Write toInteger() of a number.',
  exists: 'Write n.property IS NOT NULL, or EXISTS { … }.',
  percentilecont: 'Use collect() after ORDER BY, and take the element in the middle.',
  percentiledisc: 'Use collect() after ORDER BY, and take the element in the middle.',
  char_length: 'Write size().',
  character_length: 'Write size().',
  datetime: 'Times are ISO texts in this model: compare and cut them as text.',
  date: 'Days are ISO texts in this model: compare and cut them as text.',
};
