// Which rule of the grammar is read by what; an expression that is not here is refused.
import type { Part } from '../library.ts';
import { inner } from '../tree.ts';
import { call, choice, trim } from './calls.ts';
import type { Env } from './env.ts';
import { comprehension, patternComprehension, predicate, reduce } from './lists.ts';
import { keyword, list, map, number, parameter, projection, string, variable } from './literals.ts';
import { subquery } from './matches.ts';
import { comparison, logical, not, power, product, sign, sum } from './operators.ts';
import { patternCondition } from './patterns.ts';
import { postfix, test } from './predicates.ts';
import { integer, type Type } from './types.ts';

type Reader = (part: Part, env: Env) => Type;

const inBrackets: Reader = (part, env) => env.typeOf(inner(part)[0] ?? part);
const refused =
  (message: string, wayOut: string): Reader =>
  (part, env) =>
    env.refuse(part, message, wayOut);

/** By rule of the grammar. */
export const expressions: Readonly<Record<string, Reader>> = {
  expression: logical,
  expression11: logical,
  expression10: logical,
  expression9: not,
  expression8: comparison,
  expression7: test,
  expression6: sum,
  expression5: product,
  expression4: power,
  expression3: sign,
  expression2: postfix,
  literal: keyword,
  numberLiteral: number,
  stringLiteral: string,
  map,
  listLiteral: list,
  parameter,
  variable,
  parenthesizedExpression: inBrackets,
  caseExpression: choice,
  extendedCaseExpression: choice,
  countStar: (_part, env) =>
    env.place.aggregates
      ? integer
      : env.refuse(
          _part,
          'The embedded engine takes no count(*) inside a list or a map.',
          'Give it a name in a WITH before.',
        ),
  functionInvocation: call,
  trimFunction: trim,
  listComprehension: comprehension,
  listItemsPredicate: predicate,
  reduceExpression: reduce,
  mapProjection: projection,
  existsExpression: subquery,
  countExpression: subquery,
  patternExpression: patternCondition,
  patternComprehension,
  collectExpression: refused('The embedded engine knows no COLLECT { … }.', 'Use OPTIONAL MATCH and collect().'),
  shortestPathExpression: refused(
    'shortestPath() stands only in MATCH here.',
    'Write MATCH p = shortestPath((a)-[*..5]-(b)).',
  ),
};

/** Refuses what is not on the list. */
export function typeOf(part: Part, env: Env): Type {
  const reader = Object.hasOwn(expressions, part.rule) ? expressions[part.rule] : undefined;
  if (reader) return reader(part, env);
  return env.refuse(part, 'This form is not among those that both engines are known to answer alike.', null);
}
