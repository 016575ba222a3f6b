// A property of whatever has properties: of a node, a relation, a map or a parameter.
import type { Part } from '../library.ts';
import { child, nameOf } from '../tree.ts';
import type { Env } from './env.ts';
import { propertyType } from './model.ts';
import { reservedNames } from './subset.ts';
import { any, inWords, nullLike, type Type } from './types.ts';

export function propertyOf(property: Part, of: Type, env: Env): Type {
  const key = nameOf(child(property, 'propertyKeyName'));
  return member(property, key, of, env);
}

/** What a property is, by its name. */
export function member(part: Part, key: string, of: Type, env: Env): Type {
  if (reservedNames.has(key)) {
    return env.refuse(part, `The embedded engine uses the name ${key} for itself.`, 'Take another name.');
  }
  if (of.refused) return of;
  if (of.broken)
    return env.refuse(
      part,
      'Nodes and relations out of a comprehension are numbers here.',
      'Take the property inside: [x IN … | x.key].',
    );
  if (of.kind === 'node' || of.kind === 'relation') return propertyType(of, key);
  if (of.kind === 'map' && of.of) return nullLike(propertyType(of.of, key), of);
  if (of.kind === 'map') return of.fields ? nullLike(of.fields[key] ?? { kind: 'null', maybeNull: true }, of) : any;
  if (of.kind === 'any' && env.need(of, 'map')) return { ...any, parameter: `${of.parameter}.${key}` };
  if (of.kind === 'null' || of.kind === 'any') return any;
  return env.refuse(part, `A property is taken of ${inWords(of)}.`, 'Take it of a node, a relation or a map.');
}
