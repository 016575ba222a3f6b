// Comprehensions, reduce() and the predicates over lists: each binds a variable to the list's elements.
import type { Part } from '../library.ts';
import { inner, nameOf } from '../tree.ts';
import type { Env } from './env.ts';
import { any, boolean, either, entities, listOf, nullLike, orNull, refused, type Type, text } from './types.ts';

/** What a list holds; a parameter is asked to be one. */
export function elementOf(part: Part, type: Type, env: Env): Type {
  if (type.kind === 'names') return text;
  const list = env.expect(part, type, ['list'], 'What is gone through');
  if (list.refused) return refused;
  if (list.broken)
    env.refuse(part, 'Nodes and relations out of a comprehension are numbers here.', 'Go through nodes(p) itself.');
  return list.of ?? (list.parameter === undefined ? any : { ...any, parameter: `${list.parameter}[]` });
}

interface Bound {
  list: Type;
  element: Type;
  inside: Env;
  /** The expressions after the list, each with the keyword or sign before it. */
  rest: { sign: string; part: Part }[];
}

/** `variable IN list` and what follows it. */
function bound(part: Part, env: Env): Bound {
  const at = part.parts.findIndex(({ rule }) => rule === 'IN');
  const listPart = part.parts[at + 1] ?? part;
  const here = env.at({ truth: 'value', aggregates: false });
  const list = here.typeOf(listPart);
  const element = elementOf(listPart, list, here);
  const inside = here.with([[nameOf(part.parts[at - 1]), element]]);
  const rest = part.parts.slice(at + 2).flatMap((after, index) => {
    const sign = part.parts[at + 1 + index];
    return after.text === '' && sign ? [{ sign: sign.rule, part: after }] : [];
  });
  return { list, element, inside, rest };
}

export function comprehension(part: Part, env: Env): Type {
  const { list, element, inside, rest } = bound(part, env);
  const where = rest.find(({ sign }) => sign === 'WHERE');
  const given = rest.find(({ sign }) => sign === 'BAR');
  if (where) env.expect(where.part, inside.at({ truth: 'filter' }).typeOf(where.part), ['boolean'], 'A condition');
  const of = given ? inside.typeOf(given.part) : element;
  const result =
    list.kind === 'names' ? { kind: 'names' as const, maybeNull: list.maybeNull } : listOf(of, list.maybeNull);
  if (entities.includes(of.kind)) return { ...result, broken: true };
  // Neo4j leaves out a comprehension that changes nothing.
  return list.stored && !given ? { ...result, stored: true } : result;
}

/** any(), all(), none() and single(): null counts as false here, which only some places cannot tell from Neo4j's null. */
export function predicate(part: Part, env: Env): Type {
  const { list, element, inside, rest } = bound(part, env);
  const name = part.parts[0]?.rule ?? '';
  const where = rest.find(({ sign }) => sign === 'WHERE')?.part;
  if (!where) return env.refuse(part, `${part.parts[0]?.text}() needs a WHERE.`, null);
  const lenient = env.place.truth === 'filter' && (name === 'ANY' || name === 'ALL');
  // The elements of a parameter are asked to be none of them null, where that matters.
  const isGiven = !lenient && element.kind === 'any' && element.parameter !== undefined;
  if (isGiven) env.shared.given.add(element.parameter as string);
  const variable = nameOf(part.parts[part.parts.findIndex(({ rule }) => rule === 'IN') - 1]);
  const bare = isGiven ? inside.with([[variable, { ...element, maybeNull: false }]]) : inside;
  const condition = env.expect(
    where,
    bare.at({ truth: lenient ? 'filter' : 'value' }).typeOf(where),
    ['boolean'],
    'A condition',
  );
  if (!lenient && (condition.maybeNull || (element.maybeNull && !isGiven))) {
    const message = `The condition may be null for an element, which the embedded engine takes for false.`;
    env.refuse(where, message, 'Wrap it: coalesce(…, false); or use any() or all() in WHERE without NOT.');
  }
  return nullLike(boolean, list);
}

/** `reduce(sum = 0, x IN list | sum + x)`, where the sum stays of its kind. */
export function reduce(part: Part, env: Env): Type {
  const { list, inside } = bound(part, env);
  if (list.kind === 'names') {
    env.refuse(part, 'Labels and keys come in another order on the embedded engine.', 'Use size() or IN.');
  }
  const [variable = part, initial = part] = inner(part);
  const start = env.at({ truth: 'value', aggregates: false }).typeOf(initial);
  const body = part.parts.at(-2) ?? part;
  const given = inside.with([[nameOf(variable), orNull(start)]]).typeOf(body);
  const result = either(start, given);
  if (result.kind !== start.kind || !['text', 'integer', 'float', 'boolean'].includes(result.kind)) {
    env.refuse(part, 'What reduce() gathers must stay of one kind: text, integer, float or boolean.', null);
  }
  return nullLike(result, list);
}

/** A pattern comprehension drops nulls and has no order. */
export function patternComprehension(part: Part, env: Env): Type {
  return env.refuse(
    part,
    'The embedded engine drops the nulls of a pattern comprehension.',
    'Use COUNT { … }, or OPTIONAL MATCH and collect().',
  );
}
