// What stands behind an expression: IN, IS NULL, STARTS WITH, a label; and properties, indexes and slices.
import type { Part } from '../library.ts';
import { child, has, inner } from '../tree.ts';
import type { Env } from './env.ts';
import { labelNames } from './labels.ts';
import { comparable } from './operators.ts';
import { isPlainPattern } from './plain-pattern.ts';
import { member, propertyOf } from './properties.ts';
import { any, boolean, familyOf, inWords, listOf, nullLike, orNull, type Type, text } from './types.ts';
import { insteadOfNames } from './ways-out.ts';

/** `left` with what follows it: a comparison of texts or lists, with null, with a type, with a label. */
export function test(part: Part, env: Env): Type {
  const [left = part, right = part] = part.parts;
  const type = env.at({ truth: 'value' }).typeOf(left);
  if (has(right, 'NULL')) return boolean;
  const label = child(right, 'labelExpression');
  if (label) return labelled(label, type, env);
  const [operand] = inner(right);
  if (!operand || has(right, 'COLONCOLON') || has(right, 'TYPED') || has(right, 'NORMALIZED')) {
    return env.refuse(right, 'The embedded engine has no such test.', 'Leave it out, or ask IS NOT NULL.');
  }
  if (has(right, 'IN')) return isIn([left, type], operand, env);
  const other = env.at({ truth: 'value' }).typeOf(operand);
  env.expect(left, type, ['text'], 'What is searched');
  if (has(right, 'REGEQ')) return matches(operand, other, type, env);
  env.expect(operand, other, ['text'], 'What is looked for');
  return nullLike(boolean, type, other);
}

function matches(pattern: Part, type: Type, searched: Type, env: Env): Type {
  if (pattern.rule === 'stringLiteral') {
    if (!isPlainPattern(env.textOf(pattern).slice(1, -1))) {
      const message = 'The engines read this regular expression differently, or one of them does not know all of it.';
      const wayOut =
        'Use letters, digits, . * + ? | ( ) [a-z] and (?i) of unaccented letters, or CONTAINS and STARTS WITH.';
      return env.refuse(pattern, message, wayOut);
    }
  } else if (!env.needPattern(type)) {
    env.refuse(pattern, 'A regular expression is a literal or a parameter here.', 'Write it out, or use CONTAINS.');
  }
  return nullLike(boolean, searched, type);
}

function labelled(label: Part, type: Type, env: Env): Type {
  if (type.refused) return boolean;
  if (type.kind !== 'node') {
    return env.refuse(
      label,
      `A label is asked of ${inWords(type)}.`,
      "Of a relation compare its type: type(r) = 'ABOUT'.",
    );
  }
  labelNames(label, env);
  return nullLike(boolean, type);
}

function isIn(left: [Part, Type], right: Part, env: Env): Type {
  const [leftPart, leftType] = left;
  const list = env.expect(right, env.at({ truth: 'value' }).typeOf(right), ['list', 'names'], 'What follows IN');
  const parameter = list.parameter === undefined ? {} : { parameter: `${list.parameter}[]` };
  const of: Type = list.kind === 'names' ? text : (list.of ?? { ...any, ...parameter });
  if (['node', 'relation', 'path'].includes(familyOf(leftType))) {
    env.refuse(
      leftPart,
      'The embedded engine does not find a node or relation in a list.',
      'Compare keys: n.key IN [x IN nodes(p) | x.key].',
    );
  } else if (list.kind !== 'null') comparable(left, [right, of], env, false);
  const notEmpty = right.rule === 'listLiteral' && inner(right).length > 0;
  if (leftType.maybeNull && !notEmpty && env.place.truth === 'value') {
    // Null in an empty list is false on Neo4j and null here.
    if (right.rule === 'parameter' || right.rule === 'variable') {
      env.wrap({ from: leftPart.from, to: right.to }, `(size(${env.textOf(right)}) > 0 AND `, ')');
    } else {
      env.refuse(
        leftPart,
        'This may be null and the list empty, which the engines answer differently here.',
        'Give the list a name by WITH … AS list first.',
      );
    }
  }
  return nullLike(boolean, leftType, list, of);
}

/** Properties, indexes and slices, one behind the other. */
export function postfix(part: Part, env: Env): Type {
  const [first = part, ...steps] = part.parts;
  const value = env.at({ truth: 'value', aggregates: false });
  let type = value.typeOf(first);
  for (const step of steps) {
    const property = child(step, 'property');
    if (property) type = propertyOf(property, type, env);
    else if (has(step, 'DOTDOT')) type = slice(step, type, env);
    else type = index(step, type, value);
  }
  return type;
}

function index(step: Part, of: Type, env: Env): Type {
  const [at = step] = inner(step);
  const isNumber = of.kind === 'any' && env.typeOf(at).kind === 'integer';
  if (of.kind === 'list' || (isNumber && env.need(of, 'list'))) {
    env.expect(at, env.typeOf(at), ['integer'], 'An index');
    const element = of.of ?? (of.parameter === undefined ? any : { ...any, parameter: `${of.parameter}[]` });
    return orNull(of.broken ? { ...element, broken: true } : element);
  }
  if (of.refused) return of;
  if (of.kind === 'names')
    return env.refuse(step, 'Labels and keys come in another order on the embedded engine.', insteadOfNames);
  if (at.rule === 'stringLiteral') return member(step, env.textOf(at).slice(1, -1), of, env);
  return env.refuse(
    step,
    `An index into ${inWords(of)} is not known to be answered alike.`,
    'Write n.property, or take elements of a list.',
  );
}

function slice(step: Part, of: Type, env: Env): Type {
  const list = env.expect(step, of, ['list'], 'What is cut');
  for (const bound of inner(step)) {
    if (bound.rule !== 'numberLiteral' || has(bound, 'MINUS')) {
      env.refuse(
        bound,
        'The embedded engine cuts lists rightly between plain numbers only.',
        'Write numbers from 0 on, or use reverse(), head() and last().',
      );
    }
  }
  return listOf(list.of ?? any, list.maybeNull);
}
