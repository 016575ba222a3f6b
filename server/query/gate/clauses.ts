// Which rules of Neo4j's grammar a statement may use: what is not listed here is refused, so a new clause is, too.
import type { FaultCode } from './faults.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Everything that reads. */
export const readRules: ReadonlySet<string> = new Set(
  words(`
  statementsOrCommands statementOrCommand preparsedStatement preparserOption statement union singleQuery
  returnClause returnBody returnItem returnItems orderItem ascToken descToken orderBy skip limit whereClause withClause
  matchClause matchMode hint unwindClause callClause procedureName procedureArgument procedureResultItem
  subqueryClause subqueryScope finishClause orderBySkipLimitClause
  patternList pattern quantifier shortestPathPattern patternElement selector nonNegativeIntegerSpecification groupToken
  pathToken pathPatternNonEmpty nodePattern parenthesizedPath labelType relType labelOrRelType properties
  relationshipPattern leftArrow arrowLine rightArrow pathLength
  labelExpression labelExpression4 labelExpression3 labelExpression2 labelExpression1 dynamicAnyAllExpression
  expression expression11 expression10 expression9 expression8 expression7 comparisonExpression6 normalForm expression6
  expression5 expression4 expression3 expression2 expression1 postFix property literal
  caseExpression caseAlternative extendedCaseExpression extendedCaseAlternative extendedWhen
  listComprehension patternComprehension reduceExpression listItemsPredicate normalizeFunction trimFunction
  patternExpression shortestPathExpression parenthesizedExpression mapProjection mapProjectionElement countStar
  existsExpression countExpression collectExpression numberLiteral stringLiteral listLiteral map
  propertyKeyName parameter parameterName functionInvocation functionArgument functionName namespace
  variable nonEmptyNameList type typePart typeName typeNullability typeListSuffix
  symbolicVariableNameString escapedSymbolicVariableNameString unescapedSymbolicVariableNameString
  symbolicNameString escapedSymbolicNameString unescapedSymbolicNameString unescapedSymbolicNameString_ preparserKeyword
  cypherOptions cypher cypherVersion
`),
);

/** What writes data, and nothing but data. */
export const writeRules: ReadonlySet<string> = new Set(
  words(`
  createClause mergeClause mergeAction setClause setItem removeClause removeItem deleteClause foreachClause
  nodeLabels nodeLabelsIs propertyExpression
`),
);

interface Refusal {
  code: FaultCode;
  message: string;
  wayOut: string | null;
}

const writing = (clause: string): Refusal => ({
  code: 'write',
  message: `${clause} changes data, and this statement only reads.`,
  wayOut:
    'Switch writing on for this run; a server that was not started with HEARSAY_QUERY_WRITES=yes has no such switch.',
});
const schema: Refusal = {
  code: 'schema-command',
  message: 'Typed statements make and drop no indexes or constraints.',
  wayOut: 'Use the database’s own tools.',
};
const administration: Refusal = {
  code: 'administration',
  message: 'Typed statements give the database no commands.',
  wayOut: 'Labels, types, constraints and indexes stand in the schema view; for the rest use the database’s own tools.',
};

/** Why a rule is refused, by its name, for whichever stands outermost. */
export const refusals: Readonly<Record<string, Refusal>> = {
  createClause: writing('CREATE'),
  insertClause: {
    code: 'write',
    message: 'INSERT changes data, and is not among the clauses for it here.',
    wayOut: 'With writing switched on, write CREATE or MERGE.',
  },
  mergeClause: writing('MERGE'),
  setClause: writing('SET'),
  removeClause: writing('REMOVE'),
  deleteClause: writing('DELETE'),
  foreachClause: writing('FOREACH'),
  subqueryInTransactionsParameters: {
    code: 'write',
    message: 'IN TRANSACTIONS commits by itself, whatever becomes of the statement.',
    wayOut: 'Leave IN TRANSACTIONS out.',
  },
  loadCSVClause: {
    code: 'load-csv',
    message: 'LOAD CSV reads files and addresses of the machine that the database runs on.',
    wayOut: 'Import the file, or pass its rows as a parameter: UNWIND $rows AS row.',
  },
  useClause: {
    code: 'use',
    message: 'USE goes to another database than the connected one.',
    wayOut: 'Leave USE out; the server’s settings name the database.',
  },
  createIndex: schema,
  createConstraint: schema,
  dropIndex: schema,
  dropConstraint: schema,
  command: administration,
  consoleCommand: administration,
  cypherOption: {
    code: 'administration',
    message: 'Options of the planner and the runtime are set by the server.',
    wayOut: 'Leave the options after CYPHER out.',
  },
};

const newer: Refusal = {
  code: 'syntax',
  message: 'This form is not among those that typed statements may use.',
  wayOut: 'Write it in Cypher 5: MATCH, WHERE, WITH, UNWIND, RETURN, ORDER BY, CALL { … }.',
};

export const refusalOf = (rule: string): Refusal =>
  refusals[rule] ??
  (/^dynamic|^insert/.test(rule)
    ? { ...newer, message: 'Dynamic labels and properties, and INSERT, are not let through here.' }
    : newer);
