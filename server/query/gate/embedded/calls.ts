// Functions and aggregates, each by its rule in the subset.
import type { Part } from '../library.ts';
import { child, children, dottedName, has, inner } from '../tree.ts';
import type { Env } from './env.ts';
import { comparable } from './operators.ts';
import { insteadOfRound } from './rounded.ts';
import {
  type Argument,
  embeddedAggregates,
  embeddedFunctions,
  type FunctionRule,
  type Gives,
  insteadOf,
} from './subset.ts';
import {
  any,
  either,
  entities,
  float,
  holds,
  integer,
  type Kind,
  listOf,
  node,
  nullLike,
  numbers,
  orNull,
  refused,
  relation,
  type Type,
  text,
} from './types.ts';
import { writtenOut } from './written-out.ts';

const kindsOf: Partial<Record<Argument, readonly Kind[]>> = {
  numeric: ['number', ...numbers],
  'text or list': ['text', 'list'],
  'anything sized': ['text', 'list', 'names'],
  'scalar to text': ['integer', 'boolean', 'text'],
  entity: ['node', 'relation'],
  'entity or map': ['node', 'relation', 'map'],
  'not null integer': ['integer'],
};

export function call(part: Part, env: Env): Type {
  const typed = dottedName(child(part, 'functionName') ?? part);
  const name = typed.toLowerCase();
  const argumentParts = children(part, 'functionArgument').map((argument) => argument.parts[0] ?? argument);
  if ((embeddedAggregates as readonly string[]).includes(name)) return aggregate(part, name, argumentParts, env);
  if (name === 'coalesce') return coalesce(argumentParts, env);
  if (name === 'nullif') return nullIf(part, argumentParts, env);
  const rule = Object.hasOwn(embeddedFunctions, name) ? embeddedFunctions[name] : undefined;
  if (!rule) {
    const family = name.split('.')[0] ?? name;
    const message = `The embedded engine has no ${typed}(), or answers it otherwise than Neo4j.`;
    const wayOut = name === 'round' ? insteadOfRound(argumentParts, env) : (insteadOf[name] ?? insteadOf[family]);
    return env.refuse(child(part, 'functionName') ?? part, message, wayOut ?? noOther);
  }
  if (has(part, 'DISTINCT')) env.refuse(part, `DISTINCT means nothing in ${name}().`, 'Leave it out.');
  const literal = writtenOut(part, name, argumentParts, env);
  if (literal) return literal;
  return plainCall(part, typed, rule, argumentParts, env);
}

const digitsDiffer = 'Return it by itself: the engines write floats out in different digits.';
const noOther = 'Return what it takes, and compute it outside of the statement.';

function plainCall(part: Part, name: string, rule: FunctionRule, parts: Part[], env: Env): Type {
  if (parts.length > rule.takes.length || parts.length < rule.takes.length - (rule.optional ?? 0)) {
    return env.refuse(part, `The embedded engine has no ${name}() with ${parts.length} arguments.`, null);
  }
  const types = parts.map((argument, at) => argumentType(argument, rule.takes[at] ?? 'any', name, env));
  if (name.toLowerCase() === 'isempty') {
    const [only] = parts;
    env.edit(part.from, only?.from ?? part.from, '(size(');
    env.edit(only?.to ?? part.to, part.to, ') = 0)');
  }
  // Of a whole number the engine gives a whole number here, and Neo4j a float.
  if (/^(ceil|floor)$/i.test(name) && types[0]?.kind !== 'float') env.wrap(part, 'toFloat(', ')');
  const type = given(rule.gives, types);
  return type.stored && name.toLowerCase() === 'tail' ? { ...type, stored: false } : type;
}

function argumentType(part: Part, wanted: Argument, name: string, env: Env): Type {
  const type = env.at({ truth: 'value' }).typeOf(part);
  if (wanted === 'length literal') {
    if (part.rule !== 'numberLiteral' || has(part, 'MINUS'))
      env.refuse(
        part,
        `Below 0 Neo4j refuses the length in ${name}(), and the embedded engine does not.`,
        'Write a plain number.',
      );
    return integer;
  }
  if (wanted === 'separator literal') {
    if (part.rule !== 'stringLiteral' || part.to - part.from < 3)
      env.refuse(
        part,
        'The engines split at an empty text, or at several, in different ways.',
        'Write the separator out.',
      );
    return text;
  }
  const instead = wanted === 'scalar to text' ? digitsDiffer : undefined;
  const checked = env.expect(part, type, kindsOf[wanted] ?? [wanted as Kind], `The argument of ${name}()`, instead);
  if (checked.broken && name.toLowerCase() !== 'size')
    env.refuse(
      part,
      'Nodes and relations out of a comprehension are numbers here.',
      'Take a property of each: [x IN … | x.key].',
    );
  if (checked.stored && name.toLowerCase() === 'reverse') {
    const message = 'Of a list as a property keeps it Neo4j’s reverse() is an error, and the embedded engine’s is not.';
    env.refuse(part, message, 'Make another list of it: reverse([x IN n.names | x]).');
  }
  // Of a parameter by itself it is known, before the statement runs, whether it is null.
  const isGiven = part.rule === 'parameter' && checked.parameter !== undefined;
  if (isGiven && wanted === 'not null integer') env.shared.given.add(checked.parameter as string);
  else if (wanted === 'not null integer' && checked.maybeNull) {
    env.refuse(
      part,
      `Of null Neo4j’s ${name}() is an error, and the embedded engine’s is null.`,
      'Wrap it: coalesce(…, …).',
    );
  }
  return isGiven && wanted === 'not null integer' ? { ...checked, maybeNull: false } : checked;
}

function given(gives: Gives, [first = any, ...others]: Type[]): Type {
  switch (gives) {
    case 'as first':
      return first.kind === 'number' ? nullLike({ kind: 'mixed', maybeNull: false }, first) : first;
    case 'element of first':
      if (first.refused) return refused;
      return orNull(first.of ?? (first.parameter === undefined ? any : { ...any, parameter: `${first.parameter}[]` }));
    case 'list of text':
      return nullLike(listOf(text), first, ...others);
    case 'list of integer':
      return nullLike(listOf(integer), first, ...others);
    case 'list of node':
      return nullLike(listOf(node), first);
    case 'list of relation':
      return nullLike(listOf(relation), first);
    case 'properties of first':
      return { kind: 'map', maybeNull: first.maybeNull, of: first };
    default:
      return nullLike({ kind: gives, maybeNull: false }, first, ...others);
  }
}

function coalesce(parts: Part[], env: Env): Type {
  const types = parts.map((part) => env.at({ truth: 'value' }).typeOf(part));
  types.forEach((type, at) => {
    if (holds(type, ({ kind }) => entities.includes(kind))) {
      env.refuse(
        parts[at] as Part,
        'A node, relation or path becomes a number in coalesce().',
        'Take the property first: coalesce(n.name, …).',
      );
    }
  });
  const known = types.find(({ kind }) => kind !== 'any' && kind !== 'null');
  // A parameter beside a known kind is asked to be of that kind.
  const settled = types.map((type) =>
    type.kind === 'any' && known && env.need(type, known.kind) ? orNull(known) : type,
  );
  const together = settled.reduce(either);
  return { ...together, maybeNull: types.every(({ maybeNull }) => maybeNull) };
}

function nullIf(part: Part, parts: Part[], env: Env): Type {
  const [a = part, b = part] = parts;
  const value = env.at({ truth: 'value' });
  const [left, right] = [value.typeOf(a), value.typeOf(b)];
  comparable([a, left], [b, right], env, false);
  return orNull(left);
}

function aggregate(part: Part, name: string, parts: Part[], env: Env): Type {
  if (!env.place.aggregates) {
    env.refuse(
      part,
      `The embedded engine takes no ${name}() inside a list, a map or a comprehension.`,
      'Give it a name in a WITH before: WITH …, collect(x) AS xs.',
    );
  }
  const [argument = part] = parts;
  const type = env.at({ truth: 'value', aggregates: false }).typeOf(argument);
  if (name === 'count') return integer;
  if (type.broken)
    env.refuse(argument, 'Nodes and relations out of a comprehension are numbers here.', 'Take a property of each.');
  if (name === 'collect') return listOf({ ...type, maybeNull: false });
  if (name === 'min' || name === 'max') {
    return orNull(env.expect(argument, type, ['text', ...numbers, 'boolean'], `The argument of ${name}()`));
  }
  const summed = env.expect(argument, type, ['number', ...numbers], `The argument of ${name}()`);
  if (name === 'avg') return orNull(float);
  // Over nothing the engine's sum is null.
  env.wrap(part, 'coalesce(', ', 0)');
  return summed.kind === 'integer' ? integer : { kind: 'mixed', maybeNull: false };
}

/** `trim(x)`; with a character or a side it is unknown to the engine. */
export function trim(part: Part, env: Env): Type {
  const sources = inner(part);
  const [source = part] = sources;
  if (sources.length > 1 || has(part, 'FROM'))
    env.refuse(part, 'The embedded engine trims blanks only.', 'Write trim(x), or replace().');
  return nullLike(
    text,
    env.expect(source, env.at({ truth: 'value' }).typeOf(source), ['text'], 'The argument of trim()'),
  );
}

/** Both forms of CASE: conditions where null is as good as false, and results of one kind. */
export function choice(part: Part, env: Env): Type {
  const value = env.at({ truth: 'value' });
  const alternatives = part.parts.filter(({ rule }) => /Alternative$/.test(rule));
  const subject = part.rule === 'extendedCaseExpression' ? part.parts[1] : undefined;
  const subjectType = subject && value.typeOf(subject);
  const results: Part[] = [];
  for (const alternative of alternatives) {
    const [condition = alternative, result = alternative, ...more] = inner(alternative);
    if (more.length > 0)
      env.refuse(alternative, 'The embedded engine takes one value after WHEN.', 'Write a WHEN for each.');
    results.push(result);
    if (subject && subjectType) {
      const [compared = condition] = condition.parts;
      if (condition.parts.length !== 1)
        env.refuse(condition, 'The embedded engine takes no comparison after WHEN.', 'Write CASE WHEN x > 1 THEN ….');
      else comparable([subject, subjectType], [compared, value.typeOf(compared)], env, false);
    } else env.expect(condition, env.at({ truth: 'filter' }).typeOf(condition), ['boolean'], 'A condition');
  }
  const otherwise = part.parts.findIndex(({ rule }) => rule === 'ELSE');
  const last = otherwise === -1 ? undefined : part.parts[otherwise + 1];
  const types = [...results, ...(last ? [last] : [])].map((result) => {
    const type = value.typeOf(result);
    if (holds(type, ({ kind }) => entities.includes(kind)))
      env.refuse(result, 'A node, relation or path out of CASE becomes a number.', 'Take its property: … THEN n.name.');
    return type;
  });
  const together = types.reduce(either);
  return last ? together : orNull(together);
}
