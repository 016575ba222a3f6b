// Reads the plans of the embedded engine: what one does besides reading and writing, and as a tree for people.
import type { PlanNode } from '../schema/cypher.ts';

/**
 * The operators of a plan that reads the graph. Any other is refused, whatever the gate has let through: what writes, and
 * LoadCsv and CallProcedure. The engine has no name for the operator with the number 51, which hands rows to a subquery.
 */
const reading = new Set([
  'Aggregate',
  'AntiJoin',
  'Apply',
  'Bind',
  'Discriminant(51)',
  'Distinct',
  'EdgeScan',
  'Empty',
  'Expand',
  'Filter',
  'HorizontalAggregate',
  'Join',
  'LeftJoin',
  'Limit',
  'MapCollect',
  'MultiWayJoin',
  'NodeScan',
  'Project',
  'Return',
  'ShortestPath',
  'Skip',
  'Sort',
  'Union',
  'Unwind',
]);

/** What the plan of a statement that writes may hold besides. It runs in the process that owns the database. */
const writing = new Set([
  'AddLabel',
  'Create',
  'DeleteEdge',
  'DeleteNode',
  'Merge',
  'Otherwise',
  'RemoveLabel',
  'SetProperty',
]);

/** An operator stands at the start of a line, two blanks deeper than the one that reads from it. */
const operator = /^( *)([A-Z]\w*(?:\(\d+\))?)(?: (.*))?$/;

/** A text of the statement, in which brackets mean nothing, or one bracket. */
const bracket = /"(?:\\.|[^"\\])*"|[()]/g;

/** Without the brackets around all of it: `(a)->[:CITES]->(b)` has none. */
function unwrapped(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(bracket)) {
    if (found === '(') depth += 1;
    if (found === ')') depth -= 1;
    if (depth === 0) return index === text.length - 1 ? text.slice(1, -1) : text;
  }
  return text;
}

/** Texts of the statement stand in it with their line feeds escaped, so that each line is an operator. */
function operatorsOf(plan: string): { depth: number; name: string; details: string | null }[] {
  return plan.split('\n').flatMap((line) => {
    const match = operator.exec(line);
    if (!match) return [];
    const [, blanks = '', name = '', details = ''] = match;
    return [{ depth: blanks.length / 2, name, details: unwrapped(details) || null }];
  });
}

/** The first operator that does more than read, or undefined. */
export function notReading(plan: string): string | undefined {
  return operatorsOf(plan).find(({ name }) => !reading.has(name))?.name;
}

/** The first operator that does more than read and write the graph, or undefined. */
export function notWriting(plan: string): string | undefined {
  return operatorsOf(plan).find(({ name }) => !reading.has(name) && !writing.has(name))?.name;
}

/** What EXPLAIN gives, as a tree. The engine estimates nothing. */
export function planTree(plan: string): PlanNode | null {
  const path: PlanNode[] = [];
  for (const { depth, name, details } of operatorsOf(plan)) {
    const node: PlanNode = { ...unknown, operator: name, details, children: [] };
    path.length = Math.min(path.length, Math.floor(depth));
    path.at(-1)?.children.push(node);
    path.push(node);
  }
  return path[0] ?? null;
}

const unknown = { estimatedRows: null, rows: null, dbHits: null, identifiers: [] as string[] };

interface Profiled {
  operator: string;
  detail: string;
  rows: number;
  children: Profiled[];
}

/** What PROFILE gives, as a tree with the rows of each operator. */
export function profileTree({ operator: name, detail, rows, children }: Profiled): PlanNode {
  return { ...unknown, operator: name, details: detail || null, rows, children: children.map(profileTree) };
}
