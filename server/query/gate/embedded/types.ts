// What kind of value an expression gives, as far as that can be known from the statement and the model.

/**
 * `number`: a whole number or a fraction, as it was stored. `mixed`: computed, and whether 2 is the integer or the float
 * cannot be told. `names`: a list whose order differs between the engines. `any`: not known.
 */
export type Kind =
  | 'node'
  | 'relation'
  | 'path'
  | 'text'
  | 'integer'
  | 'float'
  | 'number'
  | 'mixed'
  | 'boolean'
  | 'null'
  | 'list'
  | 'map'
  | 'names'
  | 'element id'
  | 'any';

export interface Type {
  readonly kind: Kind;
  readonly maybeNull: boolean;
  /** Of a list: what is in it; of the map of all properties: whose they are. */
  readonly of?: Type;
  /** Of a map whose keys are known. */
  readonly fields?: Readonly<Record<string, Type>>;
  /** Of a node its labels, of a relation its types, where the pattern names them. */
  readonly names?: readonly string[];
  /** Where an `any` comes from a parameter: its place in it, such as `rows[].key`, so that more can be asked of it. */
  readonly parameter?: string;
  /** Where it is one of several values out of parameters: the places of all of them. */
  readonly places?: readonly string[];
  /** A list as it is kept in a property, which Neo4j does not take everywhere that it takes a list. */
  readonly stored?: boolean;
  /** Entities out of a comprehension: the engine has only their numbers, and no more than their count can be used. */
  readonly broken?: boolean;
  /** What gives it was refused already: nothing more is said of what is done with it. */
  readonly refused?: boolean;
}

const type = (kind: Kind, maybeNull: boolean): Type => ({ kind, maybeNull });
export const text = type('text', false);
export const integer = type('integer', false);
export const float = type('float', false);
export const boolean = type('boolean', false);
export const nothing = type('null', true);
export const any = type('any', true);
export const refused: Type = { ...any, refused: true };
export const node = type('node', false);
export const relation = type('relation', false);
export const path = type('path', false);

export const orNull = (of: Type): Type => (of.maybeNull ? of : { ...of, maybeNull: true });
/** The same with the null that any of the others may be. */
export const nullLike = (of: Type, ...others: readonly Type[]): Type =>
  others.some(({ maybeNull }) => maybeNull) ? orNull(of) : of;
export const listOf = (of: Type, maybeNull = false): Type => ({ kind: 'list', maybeNull, of });

export const entities: readonly Kind[] = ['node', 'relation', 'path'];
export const numbers: readonly Kind[] = ['integer', 'float', 'number', 'mixed'];

/** Kinds that can be compared with each other are one family. */
export function familyOf({ kind }: Type): Kind {
  return numbers.includes(kind) ? 'number' : kind;
}

/** The places in the parameters that it may come from. */
export const placesOf = ({ places, parameter }: Type): readonly string[] =>
  places ?? (parameter === undefined ? [] : [parameter]);

/** What a value is that is one or the other. */
export function either(a: Type, b: Type): Type {
  if (a.refused || b.refused) return refused;
  const together = eitherKind(a, b);
  const places = [...new Set([...placesOf(a), ...placesOf(b)])];
  // One of several is at no place of its own: more cannot be asked of it, only that all are alike.
  return places.length === 0 || together.parameter !== undefined || !['any', 'list', 'map'].includes(together.kind)
    ? together
    : { ...together, places };
}

function eitherKind(a: Type, b: Type): Type {
  if (a.kind === 'null') return orNull(b);
  if (b.kind === 'null') return orNull(a);
  const maybeNull = a.maybeNull || b.maybeNull;
  if (a.kind === b.kind) {
    const names = a.names && b.names ? { names: [...new Set([...a.names, ...b.names])] } : {};
    const broken = a.broken || b.broken ? { broken: true } : {};
    const stored = a.stored || b.stored ? { stored: true } : {};
    if (a.kind === 'list') return { ...listOf(either(a.of ?? any, b.of ?? any), maybeNull), ...broken, ...stored };
    if (a.kind === 'map')
      return a.fields && b.fields ? eitherMap(a.fields, b.fields, maybeNull) : type('map', maybeNull);
    if (a.kind === 'any') return { ...type('any', maybeNull), ...(a.parameter === b.parameter ? a : {}) };
    return { ...type(a.kind, maybeNull), ...names };
  }
  if (familyOf(a) === 'number' && familyOf(b) === 'number') return type('mixed', maybeNull);
  // A number among other things could not be told from an integer, or a float, in the answer.
  const unsure = [a, b].some(({ kind }) => kind === 'float' || kind === 'mixed');
  const besideNumber =
    [a, b].some((one) => placesOf(one).length > 0) && [a, b].some((one) => familyOf(one) === 'number');
  return type(unsure || besideNumber ? 'mixed' : 'any', maybeNull);
}

function eitherMap(a: NonNullable<Type['fields']>, b: NonNullable<Type['fields']>, maybeNull: boolean): Type {
  const fields: Record<string, Type> = {};
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
    fields[key] = either(a[key] ?? nothing, b[key] ?? nothing);
  return { kind: 'map', maybeNull, fields };
}

/** Whether the value, or anything in it, is of one of the kinds. */
export function holds(of: Type, test: (inner: Type) => boolean): boolean {
  if (test(of)) return true;
  return (
    (of.kind === 'list' && of.of !== undefined && holds(of.of, test)) ||
    Object.values(of.fields ?? {}).some((field) => holds(field, test))
  );
}

/** Runs `visit` on the type and on all in it. */
export function everyType(of: Type, visit: (inner: Type) => void): void {
  holds(of, (inner) => {
    visit(inner);
    return false;
  });
}

const words: Partial<Record<Kind, string>> = {
  null: 'null',
  any: 'a value of unknown kind',
  mixed: 'a number that may be whole or not',
  names: 'a list in no certain order',
  'element id': 'an element’s id',
  integer: 'an integer',
};
/** The type in words, for messages. */
export const inWords = ({ kind }: Type): string => words[kind] ?? (kind === 'text' ? 'text' : `a ${kind}`);
