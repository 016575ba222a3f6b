// Literals: numbers and strings that both engines read alike, lists and maps of them, parameters and variables.
import type { Part } from '../library.ts';
import { child, children, has, inner, nameOf, tokensOf } from '../tree.ts';
import type { Env } from './env.ts';
import { propertyOf } from './properties.ts';
import { reservedNames } from './subset.ts';
import { any, boolean, either, entities, float, integer, listOf, nothing, orNull, type Type, text } from './types.ts';

export function number(part: Part, env: Env): Type {
  const digits = tokensOf(part);
  if (digits.includes('_')) env.edit(part.from, part.to, digits.replaceAll('_', ''));
  return has(part, 'DECIMAL_DOUBLE') ? float : integer;
}

export function string(part: Part, env: Env): Type {
  if (/\\[bf]/.test(env.textOf(part).replace(/\\\\/g, ''))) {
    env.refuse(part, 'The embedded engine does not know \\b and \\f.', 'Pass the text as a parameter.');
  }
  return text;
}

export function list(part: Part, env: Env): Type {
  const items = inner(part).map((item) => [item, env.at({ truth: 'value', aggregates: false }).typeOf(item)] as const);
  for (const [item, type] of items) withoutEntity(item, type, env);
  const types = items.map(([, type]) => type);
  if (types.length === 0) return listOf(nothing);
  return listOf(types.reduce(either));
}

/** Only a variable by itself is sure to stay a node or relation. */
function withoutEntity(part: Part, type: Type, env: Env): void {
  if (!entities.includes(type.kind)) return;
  env.refuse(
    part,
    'A node, relation or path may become a number inside a list or map.',
    'Return it by itself, or take its properties.',
  );
}

export function map(part: Part, env: Env): Type {
  const fields: Record<string, Type> = {};
  const keys = children(part, 'propertyKeyName');
  inner(part)
    .filter(({ rule }) => rule !== 'propertyKeyName')
    .forEach((value, at) => {
      const key = nameOf(keys[at]);
      checkKey(keys[at] ?? part, key, env);
      const type = env.at({ truth: 'value', aggregates: false }).typeOf(value);
      withoutEntity(value, type, env);
      fields[key] = type;
    });
  checkNames(part, Object.keys(fields), env);
  return { kind: 'map', maybeNull: false, fields };
}

/** A path comes out of the engine as a map of nothing but these two, and could not be told from a person's own. */
function checkNames(part: Part, names: readonly string[], env: Env): void {
  if ([...new Set(names)].sort().join() === 'edges,nodes')
    env.refuse(part, 'A map of nodes and edges would be shown as a path.', 'Take another name for one of them.');
}

function checkKey(part: Part, key: string, env: Env): void {
  if (reservedNames.has(key))
    env.refuse(part, `The embedded engine uses the name ${key} for itself.`, 'Take another name.');
}

/** `n {.key, .name, more: 1}` of something that is no null. */
export function projection(part: Part, env: Env): Type {
  const [variable = part] = part.parts;
  const of = env.typeOf(variable);
  if (of.refused) return of;
  if (!['node', 'relation', 'map'].includes(of.kind))
    env.refuse(variable, 'This is not known to be a node, relation or map.', 'Write {name: n.name}.');
  if (of.maybeNull) {
    env.refuse(part, 'Of null the embedded engine makes a map of nulls.', 'Return the properties one by one.');
  }
  const fields: Record<string, Type> = {};
  let isOpen = false;
  for (const element of children(part, 'mapProjectionElement')) {
    const property = child(element, 'property');
    const keyPart = child(element, 'propertyKeyName');
    if (has(element, 'TIMES')) isOpen = true;
    else if (property) fields[nameOf(child(property, 'propertyKeyName'))] = propertyOf(property, of, env);
    else if (keyPart) {
      const [, value = element] = inner(element);
      checkKey(keyPart, nameOf(keyPart), env);
      const type = env.at({ truth: 'value', aggregates: false }).typeOf(value);
      withoutEntity(value, type, env);
      fields[nameOf(keyPart)] = type;
    } else {
      const [name = element] = inner(element);
      const type = env.typeOf(name);
      withoutEntity(name, type, env);
      fields[nameOf(name)] = type;
    }
  }
  checkNames(part, [...(isOpen ? Object.keys(of.fields ?? {}) : []), ...Object.keys(fields)], env);
  return isOpen ? { kind: 'map', maybeNull: false } : { kind: 'map', maybeNull: false, fields };
}

export function parameter(part: Part, env: Env): Type {
  const name = nameOf(child(part, 'parameterName'));
  if (!/^[A-Za-z]\w*$/.test(name))
    env.refuse(part, 'The embedded engine takes parameters with plain names only.', 'Begin with a letter: $p1.');
  return { ...any, parameter: name };
}

export function variable(part: Part, env: Env): Type {
  const known = env.scope.get(nameOf(part));
  if (known) return known;
  return env.refuse(
    part,
    `${nameOf(part)} is not passed on to here on the embedded engine.`,
    'Name it in the WITH before.',
  );
}

/** TRUE, FALSE, NULL; the words for infinity and “not a number” are left out. */
export function keyword(part: Part, env: Env): Type {
  const [word = part] = part.parts;
  if (word.rule === 'TRUE' || word.rule === 'FALSE') return boolean;
  if (word.rule === 'NULL') return nothing;
  return orNull(env.refuse(part, `${word.text} is not among what both engines answer alike.`, null));
}
