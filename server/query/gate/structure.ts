// The rules that hold on both engines: which clauses, functions and procedures, how deep, how long.
import { queryLimits } from '../../schema/cypher.ts';
import { functions, procedures } from './calls.ts';
import { readRules, refusalOf, refusals, writeRules } from './clauses.ts';
import type { Finding } from './faults.ts';
import type { Part } from './library.ts';
import { child, depthOf, dottedName, everyPart, nameOf, tokensOf } from './tree.ts';
import type { Mode } from './verdict.ts';

/** Levels of the tree for each bracket; a statement without brackets can nest, too: CASE WHEN CASE … */
const levelsOfBracket = 6;
/** Neo4j reads a chain of operators, or of clauses, by recursion, and an engine was seen to end of one. */
const longest: Readonly<Record<string, number>> = {
  expression8: 12,
  expression9: 12,
  expression2: 60,
  labelExpression2: 12,
  nodeLabels: 60,
  expression: 150,
  expression10: 150,
  expression11: 150,
  expression6: 150,
  expression5: 150,
  expression4: 60,
  union: 50,
  singleQuery: 50,
  patternElement: 100,
  patternList: 200,
};

/** What Neo4j's analysis takes twice as long for with each level, and how deep nobody needs it. */
const nesting: ReadonlySet<string> = new Set([
  'caseExpression',
  'extendedCaseExpression',
  'existsExpression',
  'countExpression',
  'collectExpression',
  'subqueryClause',
]);
const deepest = 10;

const schemaCommands = ['createIndex', 'createConstraint', 'dropIndex', 'dropConstraint'];

function refused(part: Part): Finding {
  const inside =
    part.rule === 'command' ? [...everyPart(part)].find(({ rule }) => schemaCommands.includes(rule)) : part;
  const { code, message, wayOut } = refusalOf(inside?.rule ?? part.rule);
  // The first words are enough to show what is meant.
  const to = part.parts[0] && part.rule !== 'subqueryInTransactionsParameters' ? endOfWords(part) : part.to;
  return { code, message, wayOut, from: part.from, to };
}

/** Where the keywords end that a part begins with. */
function endOfWords(part: Part): number {
  let to = part.from + 1;
  for (const { text, rule, parts, to: end } of everyPart(part)) {
    if (parts.length > 0) continue;
    if (text === '' || !/^[A-Z_]+$/.test(rule) || !/^[A-Za-z]+$/.test(text)) break;
    to = end;
  }
  return to;
}

/** Whether a rule that only part of is let through is used in the way that is. */
function details(part: Part): Finding | undefined {
  switch (part.rule) {
    case 'functionName': {
      const name = dottedName(part);
      if (functions.has(name.toLowerCase())) return undefined;
      const wayOut = 'Built-in functions that only compute are let through; others come with plug-ins or look outside.';
      return { ...part, code: 'procedure', message: `The function ${name}() is not let through.`, wayOut };
    }
    case 'procedureName': {
      const name = dottedName(part);
      if (Object.hasOwn(procedures, name)) return undefined;
      const wayOut = `These are: ${Object.keys(procedures).join(', ')}.`;
      return { ...part, code: 'procedure', message: `The procedure ${name} is not let through.`, wayOut };
    }
    case 'cypherVersion': {
      if (tokensOf(part) === '5') return undefined;
      const message = 'Statements run as Cypher 5.';
      return { ...part, code: 'administration', message, wayOut: 'Leave the version out.' };
    }
    default:
      return undefined;
  }
}

const markerLabel = 'HearsayMarker';

/** A statement that writes must name what it writes: the marker that says whose database this is stays the server's. */
function written(part: Part): Finding | undefined {
  const named = part.rule === 'symbolicNameString' && nameOf(part) === markerLabel;
  if (!named) return undefined;
  const message = `${markerLabel} is the server’s own record of this database, and no statement that writes may name it.`;
  return {
    ...part,
    code: 'write',
    message,
    wayOut: 'Leave it out; reading it is allowed in a statement that only reads.',
  };
}

/** EXPLAIN and PROFILE together: Neo4j takes only one of the two. */
function twoModes(tree: Part): Finding[] {
  const options = [...everyPart(tree)].filter(({ rule }) => rule === 'preparserOption');
  const profile = options.find((option) => child(option, 'PROFILE'));
  const explain = options.find((option) => child(option, 'EXPLAIN'));
  if (!profile || !explain) return [];
  const { from, to } = profile.from > explain.from ? profile : explain;
  const wayOut = 'EXPLAIN shows the plan and runs nothing, PROFILE runs the statement and counts: leave one out.';
  return [{ code: 'syntax', message: 'EXPLAIN and PROFILE do not go together.', wayOut, from, to }];
}

/** What of a parsed statement is not let through, outermost first; an empty list where all of it is. */
export function structureFindings(tree: Part, mode: Mode): Finding[] {
  if (depthOf(tree) > queryLimits.depth * levelsOfBracket) {
    const wayOut = 'Split the statement, or use WITH for the inner parts.';
    return [{ code: 'too-deep', message: 'The statement is nested too deep.', wayOut, from: tree.from, to: tree.to }];
  }
  if (depthOf(tree, ({ rule }) => nesting.has(rule)) > deepest) {
    const message = `CASE, subqueries and EXISTS are nested more than ${deepest} deep.`;
    const wayOut = 'Split the statement, or use WITH for the inner parts.';
    return [{ code: 'too-deep', message, wayOut, from: tree.from, to: tree.to }];
  }
  const findings: Finding[] = [...twoModes(tree)];
  const waiting = [tree];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const isToken = part.parts.length === 0;
    const known = isToken || readRules.has(part.rule) || (mode === 'write' && writeRules.has(part.rule));
    if (!known || (Object.hasOwn(refusals, part.rule) && !(mode === 'write' && writeRules.has(part.rule)))) {
      findings.push(refused(part));
      continue;
    }
    const limit = longest[part.rule];
    if (limit !== undefined && part.parts.length > 2 * limit) {
      const message = `More than ${limit} parts stand in one row here.`;
      findings.push({
        code: 'too-deep',
        message,
        wayOut: 'Use a list and IN, or several WITH.',
        from: part.from,
        to: part.to,
      });
      continue;
    }
    const finding = details(part) ?? (mode === 'write' ? written(part) : undefined);
    if (finding) findings.push(finding);
    waiting.push(...part.parts);
  }
  return findings;
}

/** Whether it changes anything. */
export function writesData(tree: Part): boolean {
  return [...everyPart(tree)].some(({ rule }) => writeRules.has(rule) && rule.endsWith('Clause'));
}

export function explained(tree: Part): 'plan' | 'profile' | null {
  const options = [...everyPart(tree)].filter(({ rule }) => rule === 'preparserOption');
  if (options.some((option) => child(option, 'PROFILE'))) return 'profile';
  return options.some((option) => child(option, 'EXPLAIN')) ? 'plan' : null;
}

/** Names of the parameters, without the dollar sign, in order of first use. */
export function parametersIn(tree: Part): string[] {
  const names = [...everyPart(tree)].filter(({ rule }) => rule === 'parameterName').map(nameOf);
  return [...new Set(names)];
}
