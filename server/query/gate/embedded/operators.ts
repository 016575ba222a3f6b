// Operators: both sides must be of kinds for which the embedded engine answers as Neo4j does.
import type { Part } from '../library.ts';
import { child, dottedName, inner } from '../tree.ts';
import type { Env } from './env.ts';
import {
  any,
  boolean,
  either,
  entities,
  familyOf,
  inWords,
  listOf,
  nullLike,
  numbers,
  refused,
  type Type,
  text,
} from './types.ts';
import { insteadOfNames } from './ways-out.ts';

const numeric = ['integer', 'float', 'number', 'mixed'] as const;

/** AND, OR and XOR: null counts as false below AND and OR where it does above them. */
export function logical(part: Part, env: Env): Type {
  const place = part.rule === 'expression11' ? env.at({ truth: 'value' }) : env;
  const types = inner(part).map((side) =>
    env.expect(side, place.typeOf(side), ['boolean'], 'A side of AND, OR and XOR'),
  );
  return nullLike(boolean, ...types);
}

export function not(part: Part, env: Env): Type {
  const [operand = part] = inner(part);
  const type = env.expect(operand, env.at({ truth: 'value' }).typeOf(operand), ['boolean'], 'What follows NOT');
  return nullLike(boolean, type);
}

/** Nodes and relations are told apart only where they are plain variables, or the ends of a relation. */
function isPlainEntity(part: Part): boolean {
  const called = child(part, 'functionName');
  return part.rule === 'variable' || (called !== undefined && /^(start|end)node$/i.test(dottedName(called)));
}

const unknownKind =
  'Compare a property of Hearsay’s model, whose kind is known, or ask only whether it is there: IS NOT NULL.';
const unlike = 'The embedded engine compares values of different kinds as if they were texts.';

/** Whether a value out of a parameter can be asked to be of the other side's kind, and a list's elements of theirs. */
export function settled(asked: Type, known: Type, env: Env): boolean {
  if (asked.kind !== 'any' || known.kind === 'any') return false;
  if (known.kind !== 'list') return env.need(asked, familyOf(known));
  const of = known.of ?? any;
  const elements = { ...any, parameter: `${asked.parameter}[]` };
  if (asked.parameter === undefined || of.maybeNull || !['text', 'number', 'boolean'].includes(familyOf(of)))
    return false;
  env.shared.given.add(elements.parameter);
  return env.need(asked, 'list') && env.need(elements, familyOf(of));
}

/** Both sides of `=`, `<` and the like, or of IN with an element: the same family, of which what is known. */
export function comparable(left: [Part, Type], right: [Part, Type], env: Env, ordered: boolean): void {
  const [leftPart, leftType] = left;
  const [rightPart, rightType] = right;
  if (leftType.kind === 'null' || rightType.kind === 'null' || leftType.refused || rightType.refused) return;
  if (settled(leftType, rightType, env) || settled(rightType, leftType, env)) return;
  const range = { from: leftPart.from, to: rightPart.to };
  const family = familyOf(leftType);
  const names = [left, right].find(([, { kind }]) => kind === 'names');
  if (names) {
    const message = `What ${env.textOf(names[0])} gives comes in another order on the embedded engine, so it is not compared.`;
    env.refuse(range, message, insteadOfNames);
  } else if (leftType.kind === 'any' || rightType.kind === 'any') {
    const [part] = leftType.kind === 'any' ? left : right;
    env.refuse(range, `What ${env.textOf(part)} holds is not known before the statement runs. ${unlike}`, unknownKind);
  } else if (family !== familyOf(rightType)) {
    env.refuse(
      range,
      `${capital(inWords(leftType))} is compared with ${inWords(rightType)}. ${unlike}`,
      'Compare like with like.',
    );
  } else if (ordered && family !== 'text' && family !== 'number') {
    env.refuse(range, 'The embedded engine puts only texts and numbers in an order by < and >.', 'Use = or <>.');
  } else if (family === 'list') comparableLists(range, leftType, rightType, env);
  else if (family === 'node' || family === 'relation') {
    if (isPlainEntity(leftPart) && isPlainEntity(rightPart)) return;
    env.refuse(
      range,
      'The embedded engine tells nodes and relations apart as plain variables only.',
      'Compare their keys.',
    );
  } else if (family === 'map' || family === 'path') {
    env.refuse(range, `The embedded engine does not compare ${family}s as Neo4j does.`, 'Compare parts of them.');
  }
}

function comparableLists(range: { from: number; to: number }, left: Type, right: Type, env: Env): void {
  const [a, b] = [left.of ?? any, right.of ?? any];
  const plain = familyOf(a) === familyOf(b) && ['text', 'number', 'boolean'].includes(familyOf(a));
  if (plain && !a.maybeNull && !b.maybeNull) return;
  const message = 'Lists are compared here that may hold nulls, or values of unknown or different kinds.';
  env.refuse(range, message, 'Compare them element by element.');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `a < b`, and `a < b < c`: each neighbour with the next. */
export function comparison(part: Part, env: Env): Type {
  const operands = inner(part);
  const operators = part.parts.filter(({ parts, text: token }) => parts.length === 0 && token !== '');
  if (operators.some(({ rule }) => rule === 'INVALID_NEQ'))
    env.refuse(part, 'The sign for “not equal” is <>.', 'Write <>.');
  const value = env.at({ truth: 'value' });
  const types = operands.map((operand) => value.typeOf(operand));
  if (operands.length > 3)
    env.refuse(part, 'A row of comparisons this long may end the embedded engine.', 'Join them by AND.');
  for (let at = 0; at + 1 < operands.length; at++) {
    const ordered = !/^(EQ|NEQ)$/.test(operators[at]?.rule ?? '');
    // In a row, = and <> are read by the engines in different ways.
    if (operands.length > 2 && !ordered)
      env.refuse(part, 'Only < and > may stand in a row.', 'Join the comparisons by AND.');
    comparable(
      [operands[at] as Part, types[at] ?? any],
      [operands[at + 1] as Part, types[at + 1] ?? any],
      env,
      ordered,
    );
  }
  return nullLike(boolean, ...types);
}

/** `+`, `-` and `||` from left to right. */
export function sum(part: Part, env: Env): Type {
  const value = env.at({ truth: 'value' });
  let [before = part] = part.parts;
  let type = value.typeOf(before);
  for (let at = 1; at + 1 < part.parts.length; at += 2) {
    const operator = part.parts[at] as Part;
    const operand = part.parts[at + 1] as Part;
    const right = value.typeOf(operand);
    // The same by another name, which the engine does not know.
    if (operator.rule === 'DOUBLEBAR') env.edit(operator.from, operator.to, '+ ');
    type =
      operator.rule === 'MINUS'
        ? arithmetic([before, type], [operand, right], env)
        : plus(part, [before, type], [operand, right], env);
    before = operand;
  }
  return type;
}

function plus(part: Part, left: [Part, Type], right: [Part, Type], env: Env): Type {
  const sides = [left, right] as const;
  if (left[1].refused || right[1].refused) return refused;
  const leader = [left[1], right[1]].find(({ kind }) => kind !== 'null' && kind !== 'any');
  if (!leader) {
    if (left[1].kind === 'null' || right[1].kind === 'null') return { kind: 'null', maybeNull: true };
    return env.refuse(
      part,
      'Whether this adds numbers, texts or lists is not known before it runs.',
      "Add a literal, such as 0 + $a or '' + $a.",
    );
  }
  if (numbers.includes(leader.kind)) return arithmetic(left, right, env);
  const wayOut =
    'The embedded engine gives null for a text and a number, or a list and one value. Write toString(), or [x].';
  const kind = leader.kind === 'text' ? 'text' : 'list';
  const before = env.shared.findings.length;
  const [a, b] = sides.map(([at, type]) => env.expect(at, type, [kind], 'A side of +')) as [Type, Type];
  const mine = env.shared.findings.at(-1);
  if (env.shared.findings.length > before && mine) mine.wayOut = wayOut;
  if (kind === 'text') return nullLike(text, a, b);
  const of = either(a.of ?? any, b.of ?? any);
  if (entities.includes(of.kind))
    env.refuse(part, 'Lists of nodes lose them when they are added.', 'Add lists of their properties.');
  return listOf(of, a.maybeNull || b.maybeNull);
}

function arithmetic(left: [Part, Type], right: [Part, Type], env: Env, operator = '+'): Type {
  const wanted = [left, right].some(([, { kind }]) => kind === 'integer')
    ? (['integer', ...numeric] as const)
    : (['number', ...numeric] as const);
  const a = env.expect(left[0], left[1], wanted, `A side of ${operator}`);
  const b = env.expect(right[0], right[1], wanted, `A side of ${operator}`);
  const both = [a.kind, b.kind].filter((kind) => kind !== 'null');
  const kind = both.includes('float') ? 'float' : both.every((one) => one === 'integer') ? 'integer' : 'mixed';
  return { kind, maybeNull: a.maybeNull || b.maybeNull };
}

/** `*`, `/`, `%` from left to right. */
export function product(part: Part, env: Env): Type {
  const value = env.at({ truth: 'value' });
  let [before = part] = part.parts;
  let type = value.typeOf(before);
  for (let at = 1; at + 1 < part.parts.length; at += 2) {
    const operand = part.parts[at + 1] as Part;
    type = arithmetic([before, type], [operand, value.typeOf(operand)], env, part.parts[at]?.text);
    before = operand;
  }
  return type;
}

export function power(part: Part, env: Env): Type {
  const value = env.at({ truth: 'value' });
  const sides = inner(part);
  if (sides.length > 2)
    env.refuse(part, 'The engines read a row of ^ from different ends.', 'Put brackets around two of them.');
  const types = sides.map((side) => env.expect(side, value.typeOf(side), ['number', ...numeric], 'A side of ^'));
  return nullLike({ kind: 'float', maybeNull: false }, ...types);
}

export function sign(part: Part, env: Env): Type {
  const [operand = part] = inner(part);
  return env.expect(
    operand,
    env.at({ truth: 'value' }).typeOf(operand),
    ['integer', ...numeric],
    'What follows a sign',
  );
}
