// RETURN and WITH: what is passed on under which name, in which order, and what of it may be shown.
import { aliasOf, columnOf } from '../columns.ts';
import type { Part } from '../library.ts';
import { child, children, dottedName, everyPart, inner } from '../tree.ts';
import type { Env } from './env.ts';
import { filter } from './matches.ts';
import { embeddedAggregates, engineKeywords, reservedNames } from './subset.ts';
import { everyType, holds, numbers, placesOf, type Type } from './types.ts';

export interface Column {
  name: string;
  type: Type;
}

const plainName = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !engineKeywords.has(name.toLowerCase()) ? name : `\`${name}\``;

function isAggregate(item: Part): boolean {
  return [...everyPart(item)].some(({ rule, ...part }) => {
    if (rule === 'countStar') return true;
    return (
      rule === 'functionName' &&
      (embeddedAggregates as readonly string[]).includes(dottedName({ rule, ...part }).toLowerCase())
    );
  });
}

/** Beside an aggregate the engine takes no parameter in what it groups by, unless it stands alone. */
function groupKeys(items: Part[], env: Env): void {
  if (!items.some(isAggregate)) return;
  for (const item of items) {
    const [expression = item] = item.parts;
    if (isAggregate(item) || expression.rule === 'parameter') continue;
    const parameter = [...everyPart(expression)].find(({ rule }) => rule === 'parameter');
    if (parameter)
      env.refuse(
        parameter,
        'Beside an aggregate the embedded engine takes no parameter inside an expression.',
        'Give the expression a name in a WITH before.',
      );
  }
}

function column(item: Part, at: number, isReturn: boolean, env: Env): Column {
  const [expression = item] = item.parts;
  const type = env.at({ truth: 'value', patterns: true, aggregates: true }).typeOf(expression);
  const name = columnOf(item, env.shared.text);
  const alias = aliasOf(item);
  if (reservedNames.has(name))
    env.refuse(alias ?? item, `The embedded engine uses the name ${name} for itself.`, 'Take another name.');
  // Without a name of its own an aggregate makes numbers of the nodes beside it; and the engine writes names its own way.
  // It takes no backtick in a name; the answer's columns have their own names, in the same order.
  const inEngine = name.includes('`') ? `column ${at + 1}` : name;
  if (isReturn && !alias) env.edit(item.to, item.to, ` AS ${plainName(inEngine)}`);
  return { name, type };
}

/** What stands for `*`: all variables by name, which the engine would put in another order. */
function everything(items: Part, isReturn: boolean, env: Env): Column[] {
  const star = child(items, 'TIMES');
  if (!star) return [];
  const names = [...env.scope.keys()].sort();
  if (isReturn)
    env.edit(star.from, star.to, names.map((name) => `${plainName(name)} AS ${plainName(name)}`).join(', '));
  return names.map((name) => ({ name, type: env.scope.get(name) as Type }));
}

/** `[DISTINCT] items [ORDER BY …] [SKIP …] [LIMIT …]`: the columns, and the variables behind it. */
export function project(body: Part, env: Env, isReturn: boolean): { columns: Column[]; after: Env } {
  const items = child(body, 'returnItems');
  const itemParts = children(items, 'returnItem');
  groupKeys(itemParts, env);
  const stars = items ? everything(items, isReturn, env) : [];
  const columns = [...stars, ...itemParts.map((item, at) => column(item, stars.length + at, isReturn, env))];
  const passed = columns.map(({ name, type }) => [name, type] as const);
  sort(child(body, 'orderBy'), env.with(passed));
  for (const clause of ['skip', 'limit'] as const) count(child(body, clause), clause.toUpperCase(), env);
  return { columns, after: env.only(new Map(passed)) };
}

function sort(orderBy: Part | undefined, env: Env): void {
  for (const item of children(orderBy, 'orderItem')) {
    const [expression = item] = item.parts;
    const type = env.at({ truth: 'value', patterns: true, aggregates: true }).typeOf(expression);
    env.expect(expression, type, ['text', ...numbers, 'boolean'], 'What is sorted by');
  }
}

function count(clause: Part | undefined, name: string, env: Env): void {
  const [value] = inner(clause);
  if (!value) return;
  if (value.rule === 'parameter') {
    if (!env.needCount(env.typeOf(value)))
      env.refuse(
        value,
        `${name} takes a whole number, and this parameter is used as another kind of value, too.`,
        'Take two parameters.',
      );
  } else if (value.rule !== 'numberLiteral')
    env.refuse(
      value,
      `${name} takes a number or a parameter on the embedded engine.`,
      'Pass what it comes to as a parameter.',
    );
}

/** `WITH … [WHERE …]`. */
export function passOn(part: Part, env: Env): Env {
  const body = child(part, 'returnBody');
  const { after } = body ? project(body, env, false) : { after: env };
  const condition = inner(child(part, 'whereClause'))[0];
  if (condition) filter(condition, after.at({ patterns: true, aggregates: false }));
  return after;
}

/** What the engine's answer would not show as Neo4j's does. */
export function showable({ name, type }: Column, part: Part, env: Env): void {
  everyType(type, (inner) => {
    const places = [...placesOf(inner)];
    if (places.length > 0 && ['any', 'list', 'map'].includes(inner.kind)) env.shared.alike.push(places);
  });
  const refuse = (message: string, wayOut: string): void =>
    void env.refuse(part, `${message} (column ${name})`, wayOut);
  if (holds(type, ({ kind }) => kind === 'names')) {
    refuse(
      'The labels or keys of something come in another order on the embedded engine.',
      "Ask 'Person' IN labels(n), or unwind them: UNWIND labels(n) AS label ….",
    );
  }
  if (holds(type, ({ kind }) => kind === 'element id'))
    refuse('The engines number elements in ways of their own.', 'Return n.key.');
  if (holds(type, ({ broken }) => broken === true))
    refuse(
      'Nodes and relations out of a comprehension are numbers here.',
      'Return the list itself, or a property of each.',
    );
  if (holds(type, ({ kind }) => kind === 'mixed')) {
    refuse(
      'Whether this is an integer or a float cannot be told on the embedded engine.',
      'Write toFloat(…) or toInteger(…) around it.',
    );
  }
}
