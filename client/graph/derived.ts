// Which relations the program derives from the assertions, and what a typed one in a query's answer says it rests on.
import type { TypedRelationship } from '../../server/schema/cypher.ts';
import type { DerivedType } from '../../server/schema/evidence.ts';
import type { EdgeView } from '../../server/schema/view.ts';
import { type Counted, countedOf } from './counted.ts';
import { plainOf } from './typed.ts';

const derivedTypes: readonly DerivedType[] = [
  'OPPOSES',
  'SUPPORTS',
  'NONCOMMITTAL_ON',
  'DEFERS_ON',
  'REPORTS',
  'QUOTES',
  'CITES',
];
const types: ReadonlySet<string> = new Set(derivedTypes);

/** Whether only the program makes relations of this type. */
export const isDerivedType = (type: string): boolean => types.has(type);

/** Whether it is derived, or of a type that only derived relations have. */
export const isDerived = (relation: TypedRelationship): boolean =>
  isDerivedType(relation._type) || relation._properties.derived?._value === true;

/** A relation's properties as an edge of the graph has them: plain values only. */
export function edgeProperties({ _properties }: TypedRelationship): EdgeView['properties'] {
  const properties: EdgeView['properties'] = {};
  for (const [name, value] of Object.entries(_properties)) {
    const plain = plainOf(value);
    const flat = Array.isArray(plain) ? plain.every((item) => typeof item !== 'object') : typeof plain !== 'object';
    if (name !== 'derived' && plain !== null) properties[name] = (flat ? plain : JSON.stringify(plain)) as string;
  }
  return properties;
}

/** What it says it rests on; undefined where it says nothing of the kind. */
export const countedRelation = (relation: TypedRelationship): Counted | undefined =>
  countedOf({ derived: true, properties: edgeProperties(relation) });
